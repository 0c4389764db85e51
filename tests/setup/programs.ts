import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the programs that tests start lie compiled, for the time of the run. */
    programs: string;
  }
}

/** Makes the folder of what `compileProgram` makes: all test files of a run share it. */
export default async function prepareFolder(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'wijkinformatie-programs-'));
  // What is compiled finds the packages that it imports beside it.
  const modules = join(import.meta.dirname, '..', '..', 'node_modules');
  await symlink(modules, join(folder, 'node_modules'), 'junction');
  project.provide('programs', folder);
  return () => rm(folder, { recursive: true, force: true });
}
