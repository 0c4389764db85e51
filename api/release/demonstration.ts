import { Worker } from 'node:worker_threads';
import { levelOfCode } from '../../geodata/area.ts';
import { demonstrationContributions, demonstrationListStories } from '../../geodata/demo/contributions.ts';
import { makePostcodes } from '../../geodata/demo/postcodes.ts';
import { demonstrationPractices } from '../../geodata/demo/practices.ts';
import { demonstrationRules } from '../../geodata/demo/visibility.ts';
import { listAreas } from '../../sql/areas.ts';
import { findRegion, listBoundaryYears } from '../../sql/catalog.ts';
import { addRevision, createContribution, showContribution } from '../../sql/contributions/writing.ts';
import type { Database } from '../../sql/database.ts';
import { replaceDemonstrationPolicy } from '../../sql/policy/demonstration.ts';
import { replacePostcodes } from '../../sql/postcodes.ts';
import { lockPublication } from '../../sql/publication.ts';
import { writeDemonstrationSurvey } from '../../sql/questionnaires/demonstration.ts';
import { replaceDemonstrationRules } from '../../sql/visibility-rules.ts';
import { bootstrapWorker } from '../../sql/worker-entry.ts';
import { composeRelease } from './composition.ts';
import { writeDemonstrationDocuments } from './demonstration-documents.ts';
import type { DemonstrationMessage } from './demonstration-worker.ts';
import { importer } from './holding.ts';
import { startStopwatch } from './progress.ts';
import { stageRelease } from './stage.ts';
import { recordPublication } from './trail.ts';

/** Who publishes it, as the history of the release says. */
const by = 'wijkinformatie';

/** The demonstration region as it will be written, and how long the steps took. */
export type StagedDemonstration = Omit<Extract<DemonstrationMessage, { kind: 'staged' }>, 'kind'>;

/**
 * Publishes the demonstration region in one transaction, unless the database holds a region by then. Whoever begins to
 * compute it before there is a database gives `staging`.
 */
export async function publishDemonstration(
  db: Database,
  onProgress: (step: string) => void = () => undefined,
  staging: Promise<StagedDemonstration> = stageDemonstration(onProgress),
): Promise<void> {
  const stopwatch = startStopwatch(({ step }) => onProgress(step));
  const { staged, asked, timings } = await staging;
  await db.transaction().execute(async (transaction) => {
    await lockPublication(transaction);
    // Somebody else may have filled the database while this one was computing.
    if (await findRegion(transaction, importer)) return;
    const { package: dataPackage } = staged;
    await replaceDemonstrationRules(transaction, demonstrationRules);
    await replaceDemonstrationPolicy(transaction);
    const release = await stageRelease(transaction, { dataPackage, files: [], by });
    const publishing = {
      release,
      by,
      staged,
      reading: { rows: [], notes: [], doubts: [], accounts: [] },
      files: [],
    };
    const report = await composeRelease(transaction, publishing, 'publish despite errors', {
      ...stopwatch,
      stop: () => [...timings, ...stopwatch.stop()],
    });
    await writePostcodes(transaction);
    await writeContributions(transaction);
    await writeDemonstrationDocuments(transaction, demonstrationWritings.length + 1);
    await writeDemonstrationSurvey(transaction, asked);
    await recordPublication(transaction, report, 'server');
  });
}

/** Of the neighbourhoods of the latest boundaries. */
async function writePostcodes(db: Database): Promise<void> {
  const years = await listBoundaryYears(db, importer);
  const year = years.at(-1)?.year ?? 0;
  const areas = await listAreas(db, importer, year, 'neighbourhood');
  const rows = makePostcodes(areas.map(({ code }) => code));
  await replacePostcodes(db, { year, file: 'demonstration', isDemonstration: true, rows });
}

const firstPractice = demonstrationContributions.length + 1;

const demonstrationWritings = [
  ...demonstrationContributions,
  ...demonstrationPractices.map((one) =>
    one.kind === 'adoption'
      ? { ...one, adoption: { ...one.adoption, practice: firstPractice + one.adoption.practice } }
      : one,
  ),
  ...demonstrationListStories,
];

/** What people wrote in the demonstration, each under the same number everywhere. */
async function writeContributions(db: Database): Promise<void> {
  for (const [index, { day, ...one }] of demonstrationWritings.entries()) {
    const beside = { author: null, showsName: false, endsOn: null, isDemonstration: true };
    const id = await createContribution(db, { ...one, ...beside, id: index + 1 });
    const level = one.area === null ? null : levelOfCode(one.area);
    await addRevision(db, id, { ...one, level, lang: 'nl', files: [] }, null);
    await showContribution(db, id, null, new Date(`${day}T09:00:00Z`));
  }
}

/** Computes the demonstration region in a worker, so that a server that is starting still answers. */
export function stageDemonstration(onProgress: (step: string) => void): Promise<StagedDemonstration> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(bootstrapWorker(new URL('./demonstration-worker.ts', import.meta.url)), {
      eval: true,
      execArgv: [],
    });
    worker.on('message', (message: DemonstrationMessage) => {
      if (message.kind === 'progress') onProgress(message.step);
      else resolve(message);
    });
    worker.once('error', reject);
    worker.once('exit', () =>
      reject(new Error('the worker that makes the demonstration region stopped early')),
    );
  });
}
