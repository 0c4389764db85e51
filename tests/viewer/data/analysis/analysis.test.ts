import { afterEach, describe, expect, test, vi } from 'vitest';
import { unpackAreas } from '../../../../geodata/area-list.ts';
import { type ColumnData, encodeColumn } from '../../../../geodata/columns/column.ts';
import { type ChangeInput, computeChange } from '../../../../geodata/comparing/change.ts';
import { absentArea } from '../../../../geodata/observation.ts';
import { createContiguity } from '../../../../geodata/statistics/contiguity.ts';
import { findClusters } from '../../../../geodata/statistics/local-moran.ts';
import {
  type Analysis,
  type AnalysisWorker,
  createAnalysis,
  sharedAnalysis,
} from '../../../../viewer/data/analysis/client.ts';
import type { Request } from '../../../../viewer/data/analysis/message.ts';
import { createService } from '../../../../viewer/data/analysis/service.ts';
import { runToEnd } from '../../../geodata/run.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Client and worker on both ends of a channel, which copies and hands over as a worker's does. */
function connect(): { analysis: Analysis; requests: Request[]; transferred: number[] } {
  const { port1, port2 } = new MessageChannel();
  const [requests, transferred]: [Request[], number[]] = [[], []];
  const serve = createService((reply, transfer) => {
    transferred.push(transfer.length);
    port2.postMessage(reply, transfer);
  });
  port2.onmessage = ({ data }: MessageEvent<Request>) => {
    requests.push(data);
    void serve(data);
  };
  const worker: AnalysisWorker = {
    postMessage: (request, transfer = []) => port1.postMessage(request, transfer),
    onmessage: null,
    onerror: null,
    terminate: () => port1.close(),
  };
  port1.onmessage = (event) => worker.onmessage?.(event);
  const analysis = createAnalysis(worker);
  closing.push(() => port1.close());
  return { analysis, requests, transferred };
}

const size = 400;
const values = Float64Array.from({ length: size }, (_, i) => Math.sin(i / 9) + ((i * 7) % 5) / 10);
const contiguity = createContiguity(
  size,
  Array.from({ length: size - 1 }, (_, i) => [i, i + 1] as const),
);
const input = { values, contiguity, permutations: 99, seed: 3 };
/** Takes so many slices that it can be stopped in between. */
const slow = { ...input, permutations: 30_000 };

describe('an analysis', () => {
  test('gives what is computed without a worker, and leaves the page its columns', async () => {
    const { analysis, transferred } = connect();
    const found = await analysis.run('clusters', input);
    expect(found).toEqual(runToEnd(findClusters(input)).result);
    expect(values).toHaveLength(size);
    expect(transferred.at(-1)).toBe(7);
  });

  test('decodes a column, and hands over its arrays', async () => {
    const { analysis, transferred } = connect();
    const statuses = new Uint8Array(size);
    const column: ColumnData = {
      indicator: 'aandeel',
      level: 'neighbourhood',
      unit: '%',
      scale: 1,
      size,
      periods: [2023, 2024].map((year) => ({
        period: String(year),
        boundaryYear: 2024,
        values: values.map((value) => Math.round(value * year)),
        statuses,
      })),
    };
    const bytes = Uint8Array.from(encodeColumn(column));
    expect(await analysis.run('column', bytes, { transfer: [bytes.buffer] })).toEqual(column);
    expect(transferred.at(-1)).toBe(4);
  });

  test('opens what came from the server in a blob', async () => {
    const { analysis } = connect();
    const row = {
      code: 'BU1',
      name: 'Eerste',
      index: 4,
      neighbours: [],
      bbox: [0, 1, 2, 3],
      centroid: [1, 2],
    };
    const answer = JSON.stringify({ boundaryYear: 2024, level: 'neighbourhood', rows: [row] });
    const packed = await analysis.run('areas', new Blob([answer]));
    expect(unpackAreas(packed).rows).toEqual([expect.objectContaining({ code: 'BU1', index: 4 })]);
    await expect(analysis.run('areas', new Blob(['<html>']))).rejects.toThrow('not valid JSON');
  });

  test('tests a change of areas that have other codes since', async () => {
    const { analysis } = connect();
    const period = (year: number, codes: number[]) => ({
      period: String(year),
      boundaryYear: year,
      values: Float64Array.of(10 + year, 20 + year, 30 + year),
      statuses: Uint8Array.from(codes),
    });
    const [from, to] = [period(2021, [0, 0, absentArea]), period(2024, [0, absentArea, 0])];
    const input: ChangeInput = { from, to, kind: 'absolute', recoded: new Map([[2, 1]]), test: null };
    const found = await analysis.run('change', input);
    expect(found).toEqual(computeChange(input));
    expect(Array.from(found.values)).toEqual([3, Number.NaN, 13]);
  });

  test('takes over the memory that it is given, and no other', async () => {
    const { analysis } = connect();
    const own = values.slice();
    const { starts, neighbours } = contiguity;
    await analysis.run('clusters', { ...input, values: own }, { transfer: [own.buffer] });
    expect(own).toHaveLength(0);
    expect([starts.length, neighbours.length]).toEqual([size + 1, 2 * (size - 1)]);
  });

  test('tells how far it is, and lets others have their turn', async () => {
    const { analysis } = connect();
    const done: number[] = [];
    const long = analysis.run(
      'clusters',
      { ...input, permutations: 20_000 },
      { onProgress: (share) => done.push(share) },
    );
    const short = await analysis.run('types', { columns: [values], count: 2, seed: 1 });
    expect(short.sizes).toHaveLength(2);
    await long;
    expect(done.length).toBeGreaterThan(1);
    expect(done).toEqual([...done].sort((one, other) => one - other));
  });

  test('stops where it is cancelled, and serves the next', async () => {
    const { analysis, requests } = connect();
    const controller = new AbortController();
    const run = analysis.run('clusters', slow, {
      abort: controller.signal,
      onProgress: () => controller.abort(new Error('not needed any more')),
    });
    await expect(run).rejects.toThrow('not needed any more');
    expect(await analysis.run('types', { columns: [values], count: 2, seed: 1 })).toBeDefined();
    expect(requests.map(({ kind }) => kind)).toEqual(['start', 'cancel', 'start']);
  });

  test('that was cancelled before it began is never sent', async () => {
    const { analysis, requests } = connect();
    const run = analysis.run('clusters', slow, { abort: AbortSignal.abort(new Error('too late')) });
    await expect(run).rejects.toThrow('too late');
    await analysis.run('types', { columns: [values], count: 2, seed: 1 });
    expect(requests).toHaveLength(1);
  });

  test('that fails says why', async () => {
    const { analysis } = connect();
    const run = analysis.run('types', { columns: [Float64Array.of(1)], count: 5, seed: 1 });
    await expect(run).rejects.toThrow('1 areas cannot be put into 5 types');
  });

  test('that still runs is rejected when the page ends it', async () => {
    const { analysis } = connect();
    const run = analysis.run('clusters', { ...input, permutations: 20_000 });
    analysis.close();
    await expect(run).rejects.toThrow('ended');
  });
});

/** A worker that breaks down at the first request. */
class BrokenWorker extends EventTarget {
  onmessage = null;
  onerror: ((event: Event) => void) | null = null;

  postMessage(): void {
    queueMicrotask(() => {
      const event = new Event('error');
      this.onerror?.(event);
      this.dispatchEvent(event);
    });
  }

  terminate(): void {}
}

test('the analysis of the page is one, until its worker breaks down', async () => {
  vi.stubGlobal('Worker', BrokenWorker);
  try {
    const first = sharedAnalysis();
    expect(sharedAnalysis()).toBe(first);
    const run = first.run('types', { columns: [values], count: 2, seed: 1 });
    await expect(run).rejects.toThrow('The analysis cannot be run');
    expect(sharedAnalysis()).not.toBe(first);
  } finally {
    vi.unstubAllGlobals();
  }
});
