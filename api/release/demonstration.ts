import { Worker } from 'node:worker_threads';
import { findRegion } from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import { lockPublication } from '../../sql/publication.ts';
import { composeRelease } from './composition.ts';
import type { DemonstrationMessage } from './demonstration-worker.ts';
import { importer } from './holding.ts';
import { startStopwatch, type Timing } from './progress.ts';
import { stageRelease } from './stage.ts';
import type { Staged } from './staging.ts';

/** Who publishes it, as the audit trail says. */
const by = 'wijkinformatie';

/**
 * Publishes the demonstration region in one transaction, unless the database holds a region by then. The computing runs in a worker, so that
 * a server that is starting still answers.
 */
export async function publishDemonstration(
  db: Database,
  onProgress: (step: string) => void = () => undefined,
): Promise<void> {
  const stopwatch = startStopwatch(({ step }) => onProgress(step));
  stopwatch.report({ step: 'making the demonstration region' });
  const { staged, timings } = await stageInWorker(onProgress);
  await db.transaction().execute(async (transaction) => {
    await lockPublication(transaction);
    // Somebody else may have filled the database while this one was computing.
    if (await findRegion(transaction, importer)) return;
    const { package: dataPackage } = staged;
    const release = await stageRelease(transaction, { dataPackage, files: [], by });
    const publishing = { release, by, staged, reading: { rows: [], notes: [], accounts: [] }, files: [] };
    await composeRelease(transaction, publishing, 'publish despite errors', {
      ...stopwatch,
      stop: () => [...timings, ...stopwatch.stop()],
    });
  });
}

/** Node 20 does not hand the loader of TypeScript on to a worker, so the worker begins by registering it. */
function bootstrap(): string {
  const loader = import.meta.resolve('tsx/esm/api');
  const entry = new URL('./demonstration-worker.ts', import.meta.url).href;
  return `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
}

function stageInWorker(
  onProgress: (step: string) => void,
): Promise<{ staged: Staged; timings: readonly Timing[] }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(bootstrap(), { eval: true, execArgv: [] });
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
