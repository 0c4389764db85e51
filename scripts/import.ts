import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../api/config.ts';
import { importPackage } from '../api/release/import.ts';
import { formatReport } from '../api/release/report.ts';
import { InputError } from '../geodata/problem.ts';
import { openDatabase } from '../sql/database.ts';
import { DirectoryInUseError } from '../sql/directory-lock.ts';
import { showProgress } from './progress.ts';

const usage = `Imports a data package: boundaries and figures, as its datapackage.json says.

  npm run import -- <folder> [--dry-run]

  --dry-run  compute and report everything, write nothing
  --help     this text

The database is the one of DATABASE_URL, or else the embedded one in DATA_DIR (./data).`;

process.exitCode = await run(process.argv.slice(2));

/** Gives the exit code: 0 when the package is in, 1 when it was refused or something failed, 2 for a wrong call. */
async function run(argv: string[]): Promise<number> {
  const call = readCall(argv);
  if (typeof call === 'string') {
    const isHelp = call === usage;
    console[isHelp ? 'log' : 'error'](call);
    return isHelp ? 0 : 2;
  }
  const progress = showProgress(process.stderr);
  try {
    const { db, close } = await openDatabase(readConfig().database, (step) => progress.show({ step }));
    try {
      const report = await importPackage(db, call.folder, {
        dryRun: call.dryRun,
        importedBy: userInfo().username,
        onProgress: progress.show,
      });
      progress.end();
      console.log(formatReport(report));
      return 0;
    } finally {
      await close();
    }
  } catch (error) {
    progress.end();
    console.error(explain(error));
    return 1;
  }
}

function readCall(argv: string[]): { folder: string; dryRun: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    });
    if (values.help) return usage;
    const [folder, ...rest] = positionals;
    if (folder === undefined || rest.length > 0) return `Give one folder.\n\n${usage}\n`;
    return { folder, dryRun: values['dry-run'] };
  } catch (error) {
    return `${error instanceof Error ? error.message : error}\n\n${usage}\n`;
  }
}

/** One line for what somebody can put right; the whole fault for what nobody foresaw. Nothing was changed either way. */
function explain(error: unknown): string {
  if (error instanceof InputError) return `${error.message} Nothing was changed.`;
  if (error instanceof DirectoryInUseError || error instanceof ConfigError) return error.message;
  return `The import failed, nothing was changed. ${error instanceof Error ? error.stack : error}`;
}
