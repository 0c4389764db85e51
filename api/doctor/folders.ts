import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readFreeBytes } from '../../sql/folder-access.ts';
import { doubtful, type Finding, well, wrong } from './finding.ts';

const megabyte = 1024 ** 2;
/** Bytes below which no start and no import fit, and below which they soon will not. */
const least = 256 * megabyte;
const little = 2048 * megabyte;

/** Whether a folder is there, may be written, is closed to others, and has room. `name`: the setting that names it. */
export async function examineFolder(name: string, folder: string): Promise<Finding[]> {
  const at = resolve(folder);
  const found = await stat(at).catch(() => null);
  const room = await examineRoom(name, at);
  if (!found) return [well(name, `${at} is not there yet; it is made when it is needed`), room];
  if (!found.isDirectory()) return [wrong(name, `${at} is no folder`, `set ${name} to another one`)];
  const isOurs = await access(at, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!isOurs)
    return [
      wrong(
        name,
        `${at} cannot be written by this account`,
        `chown it to the account, or set ${name} to another one`,
      ),
    ];
  const mode = found.mode & 0o777;
  const isOpen = process.platform !== 'win32' && (mode & 0o077) !== 0;
  const closed = isOpen
    ? doubtful(name, `others may read ${at} (${mode.toString(8)})`, `chmod 700 ${at}`)
    : well(name, `${at} is there, and closed to others`);
  return [closed, room];
}

async function examineRoom(name: string, folder: string): Promise<Finding> {
  const free = await readFreeBytes(folder);
  const says = `${Math.floor(free / megabyte)} MB free`;
  const about = `room for ${name}`;
  if (free < least) return wrong(about, says, 'make room: nothing can be started or imported');
  return free < little
    ? doubtful(about, says, 'make room: an import of a region takes up to 2 GB')
    : well(about, says);
}

/** Whether a file with a secret is closed to others; nothing where it is not there. */
export async function examineSecret(name: string, file: string): Promise<Finding[]> {
  const found = await stat(file).catch(() => null);
  if (!found) return [];
  const isOpen = process.platform !== 'win32' && (found.mode & 0o077) !== 0;
  return [
    isOpen
      ? wrong(
          name,
          `others may read ${resolve(file)}`,
          `chmod 600 ${resolve(file)}, and think of making another secret`,
        )
      : well(name, `${resolve(file)} is closed to others`),
  ];
}
