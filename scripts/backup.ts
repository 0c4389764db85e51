import { parseArgs } from 'node:util';
import { makeBackup } from '../api/backup/making.ts';
import { readConfig } from '../api/config.ts';
import { messageOf } from '../geodata/problem.ts';
import { explainCall, runCommand } from './command.ts';
import { explainFailure } from './failure.ts';
import { readVersion } from './version.ts';

const usage = `Backs up the database and the files that people sent in, with the checksum of each.

  npm run backup -- FOLDER

  FOLDER  is not there yet, or empty
  --help  this text

On PostgreSQL (DATABASE_URL) the servers may go on; pg_dump has to be in PATH. With the embedded database, stop the server
first. The secret of the accounts is not in it: keep a copy of that apart.`;

process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, async ({ folder }) => {
  try {
    const { database, filesDirectory } = readConfig();
    const { files } = await makeBackup({ database, filesDirectory, version: readVersion() }, folder);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    console.log(`Backed up: ${files.length} files, ${Math.ceil(bytes / 1e6)} MB, in ${folder}.`);
    return 0;
  } catch (error) {
    console.error(explainFailure(error));
    return 1;
  }
});

function readCall(argv: string[]): { readonly folder: string } | string {
  try {
    const options = { help: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options });
    const [folder, ...more] = positionals;
    if (values.help) return usage;
    return folder === undefined || more.length > 0 ? explainCall('Name one folder.', usage) : { folder };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}
