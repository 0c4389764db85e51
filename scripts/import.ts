import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { readConfig } from '../api/config.ts';
import { hasErrors } from '../api/release/findings.ts';
import { importPackage } from '../api/release/import.ts';
import { formatReport } from '../api/release/report.ts';
import { openDatabase } from '../sql/database.ts';
import { explainFailure } from './failure.ts';
import { showProgress } from './progress.ts';

const usage = `Imports a data package: boundaries and figures, as its datapackage.json says.

  npm run import -- <folder> [--dry-run | --stage]

  --dry-run  compute, check and show the difference with what is published; write nothing
  --stage    keep the release and its checks, and do not show it: npm run releases -- publish <id> does
  --help     this text

The database is the one of DATABASE_URL, or else the embedded one in DATA_DIR (./data).`;

process.exitCode = await run(process.argv.slice(2));

/** Gives the exit code: 0 when the package is in, 1 when it was refused, its checks found errors or something failed, 2 for a wrong call. */
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
        stageOnly: call.stageOnly,
        importedBy: userInfo().username,
        onProgress: progress.show,
      });
      progress.end();
      console.log(formatReport(report));
      return hasErrors(report.findings) ? 1 : 0;
    } finally {
      await close();
    }
  } catch (error) {
    progress.end();
    console.error(explainFailure(error));
    return 1;
  }
}

function readCall(argv: string[]): { folder: string; dryRun: boolean; stageOnly: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        stage: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return usage;
    const [folder, ...rest] = positionals;
    if (folder === undefined || rest.length > 0) return `Give one folder.\n\n${usage}\n`;
    return { folder, dryRun: values['dry-run'], stageOnly: values.stage };
  } catch (error) {
    return `${error instanceof Error ? error.message : error}\n\n${usage}\n`;
  }
}
