import { readFile, stat } from 'node:fs/promises';
import { InputError } from '../../geodata/problem.ts';

/**
 * The bytes of a file that somebody named. Throws InputError where it is not there, no file, larger than `limit` bytes or
 * cannot be read; `remedy` says what may be named.
 */
export async function readOwnFile(file: string, limit: number, remedy: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile())
    throw new InputError({ file, message: found ? 'it is no file' : 'there is no such file', remedy });
  if (found.size > limit)
    throw new InputError({
      file,
      message: `it has ${found.size} bytes, more than the ${limit} that can be read`,
      remedy: 'leave out rows or columns that are not needed',
    });
  return readFile(file).catch((error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
    throw new InputError({
      file,
      message: `it cannot be read (${code})`,
      remedy: 'give whoever runs the import the right to, or name another file',
    });
  });
}
