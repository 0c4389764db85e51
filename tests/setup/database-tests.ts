import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..');
/** How a test comes by a database; there is no other way. */
const databaseSetups = /from '[./]+\/setup\/(database|replicated)\.ts'/;

/** The test files that open a database, by their path from the project's folder: they import the set-up for it. */
export function listDatabaseTests(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/.test(path) && !/^(e2e|real)[\\/]/.test(path))
    .filter((path) => databaseSetups.test(readFileSync(join(folder, path), 'utf8')))
    .map((path) => `tests/${path.replaceAll('\\', '/')}`);
}
