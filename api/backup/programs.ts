import { spawn } from 'node:child_process';
import { BackupError } from './backup-error.ts';

/** Runs a program of PostgreSQL to its end. Throws BackupError with what it said. */
export async function runPostgres(
  program: 'pg_dump' | 'pg_restore' | 'psql',
  words: readonly string[],
): Promise<void> {
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (bytes) => (said += bytes));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new BackupError(
      `${program} is not there: install the client programs of PostgreSQL (postgresql-client), of the version of the server or later, and put them in PATH`,
    );
  });
  if (code !== 0)
    throw new BackupError(`${program} ended with ${code}: ${said.trim().split('\n').slice(0, 3).join('; ')}`);
}
