import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..');
/** How a test comes by a database: by one of the set-ups, or as the server does at its start. */
const databaseSetups = /from '[./]+\/(setup\/(database|replicated)|api\/content)\.ts'/;

/** The test files that open a database, by their path from the project's folder: they import what opens it. */
export function listDatabaseTests(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/.test(path) && !/^(e2e|real)[\\/]/.test(path))
    .filter((path) => databaseSetups.test(readFileSync(join(folder, path), 'utf8')))
    .map((path) => `tests/${path.replaceAll('\\', '/')}`);
}
