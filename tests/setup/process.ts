import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { compileProgram } from './compiled.ts';

const root = resolve(import.meta.dirname, '..', '..');

/** How a process ended, and all that it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** What a program runs on: lines of its input, and a PostgreSQL in the place of the embedded database. */
interface Given {
  readonly typed?: readonly string[];
  readonly databaseUrl?: string;
}

/** Runs a program of the project to its end, on the embedded database in `directory`. */
export function runProgram(
  program: string,
  words: readonly string[],
  directory: string,
  { typed = [], databaseUrl = '' }: Given = {},
): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: directory };
  const child = spawn(program, words, { cwd: root, env });
  child.stdin.end(typed.map((line) => `${line}\n`).join(''));
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  return new Promise((settle) => child.on('close', (code) => settle({ code, output, errors })));
}

/** The embedded database is compiled once, and not better while it runs: a command ends before that would pay. */
const onlyQuickCompiler = '--liftoff-only';

/** Runs one of the scripts, as `npm run` does but compiled. */
export async function runScript(
  name: string,
  words: readonly string[],
  directory: string,
  given: Given = {},
): Promise<Ended> {
  const program = await compileProgram(new URL(`../../scripts/${name}.ts`, import.meta.url));
  return runProgram(process.execPath, [onlyQuickCompiler, program, ...words], directory, given);
}
