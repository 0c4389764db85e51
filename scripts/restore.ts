import { parseArgs } from 'node:util';
import { restoreBackup } from '../api/backup/restoring.ts';
import { readConfig } from '../api/config.ts';
import { messageOf } from '../geodata/problem.ts';
import { explainCall, runCommand } from './command.ts';
import { explainFailure } from './failure.ts';

const usage = `Puts a backup of "npm run backup" back, after every byte of it was found to be as it was.

  npm run restore -- FOLDER [--overwrite]

  --overwrite  into a database that holds something: an embedded one is set aside beside it, one on a server is replaced
  --help       this text

Stop every server and command first: it is refused while any uses the database. On PostgreSQL (DATABASE_URL) pg_restore
and psql have to be in PATH. Then "npm run check-files" tells whether every file is there that the database names.`;

interface Call {
  readonly folder: string;
  readonly overwrite: boolean;
}

process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, async ({ folder, overwrite }) => {
  try {
    const { database, filesDirectory } = readConfig();
    const { madeAt, version } = await restoreBackup({ database, filesDirectory }, folder, overwrite);
    console.log(`Restored: the backup of ${madeAt}, made with version ${version}. Start the server.`);
    return 0;
  } catch (error) {
    console.error(explainFailure(error));
    return 1;
  }
});

function readCall(argv: string[]): Call | string {
  try {
    const options = {
      overwrite: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    } as const;
    const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options });
    const [folder, ...more] = positionals;
    if (values.help) return usage;
    if (folder === undefined || more.length > 0) return explainCall('Name one folder.', usage);
    return { folder, overwrite: values.overwrite };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}
