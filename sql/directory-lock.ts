import { readFileSync, rmSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

interface Holder {
  readonly pid: number;
  /** When the process began, in the system's own form: a number of a process is used again after a restart. */
  readonly began: string;
}

/** Another process has the directory of the embedded database open. */
export class DirectoryInUseError extends Error {
  override readonly name = 'DirectoryInUseError';
}

const held = new Set<string>();

/**
 * Claims a directory for this process and gives back what releases it. A claim whose process has ended does not count.
 * Throws DirectoryInUseError, naming the process that has it and the way out.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = resolve(directory, 'lock.json');
  const claim = JSON.stringify({ pid: process.pid, began: beginningOf(process.pid) } satisfies Holder);
  const holder = await claimFile(file, claim);
  if (holder !== null)
    throw new DirectoryInUseError(
      `the database in ${resolve(directory)} is in use by process ${holder.pid}; stop that process first (it may be a running server), or set DATA_DIR to another directory, or DATABASE_URL to a PostgreSQL server that several processes can use`,
    );
  held.add(file);
  return async () => {
    held.delete(file);
    await rm(file, { force: true });
  };
}

/** Writes the claim, or gives the living process that made one before. */
async function claimFile(file: string, claim: string): Promise<Holder | null> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await writeFile(file, claim, { flag: 'wx' });
      return null;
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    const holder = await readHolder(file);
    if (holder !== null && isAlive(holder, file)) return holder;
    rmSync(file, { force: true });
  }
  throw new DirectoryInUseError(
    `several processes are opening ${join(file, '..')} at once; start only one of them`,
  );
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder, file: string): boolean {
  if (holder.pid === process.pid) return held.has(file);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (isCode(error, 'ESRCH')) return false;
  }
  return beginningOf(holder.pid) === holder.began;
}

/** Field 22 of /proc/<pid>/stat (proc(5)): when the process began; empty where the system does not tell. */
function beginningOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
