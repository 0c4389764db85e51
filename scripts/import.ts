import { userInfo } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../api/config.ts';
import { createAsker } from '../api/download/asker.ts';
import { defaultDownloadSettings } from '../api/download/settings.ts';
import { importPostcodes } from '../api/postcodes/importing.ts';
import { hasErrors } from '../api/release/findings.ts';
import { importPackage } from '../api/release/import.ts';
import { collectSource } from '../api/release/live.ts';
import { formatReport } from '../api/release/report.ts';
import { requireRoomForImport } from '../api/release/room.ts';
import type { TableCall } from '../api/release/table.ts';
import { collectTargets } from '../api/release/targets.ts';
import type { Ask } from '../geodata/sources/live/source.ts';
import { type Database, openDatabase } from '../sql/database.ts';
import { runCommand } from './command.ts';
import { explainFailure } from './failure.ts';
import { type ImportCall, readCall, usage } from './import/call.ts';
import { prepareTable } from './import/table/import-table.ts';
import { openTerminal } from './import/table/terminal.ts';
import { showProgress } from './progress.ts';

process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, run);

/** Gives the exit code: 0 when the package is in, 1 when it was refused, its checks found errors or something failed. */
async function run(call: ImportCall): Promise<number> {
  const progress = showProgress(process.stderr);
  try {
    const { db, close } = await openDatabase(readConfig().database, (step) => progress.show({ step }));
    try {
      if ('postcodes' in call) {
        const ask = createProgressAsker(call.postcodes.base, progress);
        const told = await importPostcodes(db, call.postcodes, ask, call);
        progress.end();
        console.log(told);
        return 0;
      }
      const { folder, notes } = await findFolder(db, call, progress);
      await requireRoomForImport(readConfig().database, folder);
      const report = await importPackage(db, folder, {
        dryRun: call.dryRun,
        stageOnly: call.stageOnly,
        importedBy: userInfo().username,
        onProgress: progress.show,
      });
      progress.end();
      console.log([formatReport(report), ...notes].join('\n'));
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

/** The folder to import: the one that was named, what a source answered, or what a table or targets were read into. */
async function findFolder(
  db: Database,
  call: Exclude<ImportCall, { readonly postcodes: unknown }>,
  progress: ReturnType<typeof showProgress>,
): Promise<{ folder: string; notes: readonly string[] }> {
  if ('folder' in call) return { folder: call.folder, notes: [] };
  const { dataDirectory } = readConfig();
  if ('table' in call) {
    progress.end();
    return readOwnTable(db, call.table, join(dataDirectory, 'sources'));
  }
  if ('targets' in call) return collectTargets(db, call.targets, join(dataDirectory, 'sources'));
  const ask = createProgressAsker(call.live.base, progress);
  return collectSource(db, call.live, ask, join(dataDirectory, 'sources'));
}

/** Asks the network, telling how far it is. */
function createProgressAsker(base: string | null, progress: ReturnType<typeof showProgress>): Ask {
  const settings = defaultDownloadSettings(join(readConfig().dataDirectory, 'downloads'), base);
  return createAsker(settings, ({ what, done, total }) =>
    progress.show({ step: `fetching ${what}`, done, ...(total === null ? {} : { total }) }),
  );
}

/** Asks on the terminal what the table's mapping does not say, where there is somebody to ask. */
async function readOwnTable(
  db: Database,
  call: TableCall,
  directory: string,
): Promise<{ folder: string; notes: readonly string[] }> {
  const terminal = process.stdin.isTTY ? openTerminal(process.stdin, process.stderr) : null;
  try {
    return await prepareTable(db, call, directory, terminal);
  } finally {
    terminal?.close();
  }
}
