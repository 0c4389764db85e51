import { parseArgs } from 'node:util';
import { readConfig } from '../api/config.ts';
import { checkFiles, type FileCheck } from '../api/contributions/file-check.ts';
import { openFileStore } from '../api/contributions/file-store.ts';
import { messageOf } from '../geodata/problem.ts';
import { explainCall, runCommand } from './command.ts';
import { runOnDatabase } from './on-database.ts';

const usage = `Whether the files that people sent in are all there, byte for byte.

  npm run check-files [-- --json]

  --json  for programs
  --help  this text

Files lie in FILES_DIR, or in DATA_DIR/files. With the embedded database, stop the server first.`;

process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, ({ json }) =>
  runOnDatabase(async (db) => {
    const { filesDirectory } = readConfig();
    const found = await checkFiles(db, openFileStore(filesDirectory));
    const isDone = found.missing.length + found.altered.length === 0;
    return { text: json ? JSON.stringify(found, null, 2) : describe(found, filesDirectory), isDone };
  }),
);

function describe({ checked, missing, altered, unknown }: FileCheck, folder: string): string {
  const lines = [
    ...missing.map((sha256) => `missing: ${sha256}; put it back from a backup of ${folder}`),
    ...altered.map((sha256) => `altered: ${sha256}; put it back from a backup of ${folder}`),
    ...unknown.map((sha256) => `unknown: ${sha256}; no row of the database names it`),
  ];
  const whole = checked - missing.length - altered.length;
  return [...lines, `${whole} of ${checked} files are as they were kept.`].join('\n');
}

function readCall(argv: string[]): { readonly json: boolean } | string {
  try {
    const { values } = parseArgs({
      args: argv,
      options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    });
    return values.help ? usage : { json: values.json };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}
