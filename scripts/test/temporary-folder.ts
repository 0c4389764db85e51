import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The temporary directory of one run of the tests. */
export interface TemporaryFolder {
  readonly path: string;
  /** Says what the tests left in it, and removes it. */
  close(): Promise<void>;
}

/** What the tools keep there for the whole of a run: tsx and vitest what they have compiled, Chromium who it is. */
const kept = /^(tsx-.*|[\w-]{21}|playwright.*|\.?(org|com)\..*)$/;

/** Makes the temporary directory of a run. */
export async function makeTemporaryFolder(): Promise<TemporaryFolder> {
  // A short name: the path of a socket in it may have 104 characters.
  const path = await mkdtemp(join(tmpdir(), 'tests-'));
  // PostgreSQL, which root starts as another user, passes through it.
  await chmod(path, 0o711);
  return {
    path,
    async close() {
      const left = describeLeft(await readdir(path));
      if (left)
        console.log(` Left in the temporary directory, though each test removes what it makes: ${left}\n`);
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** Names of files and folders that should not be there, alike ones together; empty where there are none. */
export function describeLeft(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names.filter((each) => !kept.test(each))) {
    const maker = name.replace(/(?<=-)\w{6}$/, '*');
    counts.set(maker, (counts.get(maker) ?? 0) + 1);
  }
  return [...counts].map(([maker, count]) => (count > 1 ? `${maker} (${count})` : maker)).join(', ');
}
