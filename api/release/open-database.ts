import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../../geodata/problem.ts';

/** Where SQLite keeps what is not in a database yet, or must be taken back from it. */
const logs = ['-wal', '-journal'] as const;

/**
 * Refuses a database of SQLite (a GeoPackage is one) beside which a log with content stands: a program has it open, or
 * broke off, and the file alone lacks rows or holds half of a change. `paths` are those of the file and, where it is a
 * link, of what it points to; other files are left alone. Throws InputError, calling it `file`.
 */
export async function refuseOpenDatabase(paths: readonly string[], file: string): Promise<void> {
  for (const path of new Set(paths)) {
    if (!(await isDatabase(path))) continue;
    const names = await readdir(dirname(path));
    for (const name of names) {
      const isLog = logs.some((end) => name.toLowerCase() === `${basename(path)}${end}`.toLowerCase());
      if (isLog && (await stat(join(dirname(path), name))).size > 0) throw describeLog(file, name);
    }
  }
}

async function isDatabase(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer } = await handle.read(Buffer.alloc(15), 0, 15, 0);
    return buffer.toString('latin1') === 'SQLite format 3';
  } finally {
    await handle.close();
  }
}

/** The error about a database and its log. */
export function describeLog(file: string, log: string): InputError {
  return new InputError({
    file,
    message: `"${log}" stands beside it: a program has it open or broke off, and part of it is in there`,
    remedy: `close the program that has it open, or make a copy that is whole with "ogr2ogr -f GPKG whole.gpkg ${basename(file)}" and give that`,
  });
}
