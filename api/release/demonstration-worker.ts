import { parentPort } from 'node:worker_threads';
import { generateDemonstration } from '../../geodata/demo/demonstration.ts';
import type { DemonstrationSurvey } from '../../geodata/demo/round.ts';
import { packObservations } from '../../geodata/observation-table.ts';
import { emptyHolding } from './holding.ts';
import { startStopwatch, type Timing } from './progress.ts';
import { type Staged, stage } from './staging.ts';

/** What the worker says: how far it is, and at the end what it made. */
export type DemonstrationMessage =
  | { readonly kind: 'progress'; readonly step: string }
  | {
      readonly kind: 'staged';
      readonly staged: Staged;
      readonly asked: DemonstrationSurvey;
      readonly timings: readonly Timing[];
    };

const say = (message: DemonstrationMessage) => parentPort?.postMessage(message);

async function make(): Promise<void> {
  const stopwatch = startStopwatch(({ step }) => say({ kind: 'progress', step }));
  stopwatch.report({ step: 'drawing the demonstration region' });
  const { observations, asked, ...rest } = generateDemonstration();
  const packed = new Map([...observations].map(([name, figures]) => [name, packObservations(figures)]));
  // No row of a file is to be named where nothing was read of one.
  const rows = { ...rest, observations: packed, rowNumbers: new Map() };
  const staged = await stage(rows, emptyHolding, stopwatch.report);
  say({ kind: 'staged', staged, asked, timings: stopwatch.stop() });
}

void make();
