import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '../free-port.ts';
import { listTiles } from './artefacts.ts';
import { startChild } from './child.ts';
import { interleave, quantile, type Result, type Row } from './measurement.ts';
import { waitUntilReady } from './product.ts';
import type { Region } from './region.ts';

const runs = 5;
const queryMilliseconds = 2000;
/** Between two tiles, so that asking does not itself keep the machine busy. */
const pauseMilliseconds = 1;

/** Tiles while the embedded database has something else to do. */
export const busyRow: Row = {
  id: 9,
  title: 'p99 of a tile while a 2 s query runs in the embedded database',
  against: 'the same when idle',
  better: 'lower',
  async measure(regions) {
    const results: Result[] = [];
    for (const key of regions.keys) results.push(await measureRegion(await regions.prepare(key)));
    return results;
  },
};

async function measureRegion(region: Region): Promise<Result> {
  const { address, keepBusy, stop } = await startBusyProduct(region);
  try {
    const tiles = await listTiles(address, 3);
    const rows = await calibrate(keepBusy);
    let longest = 0;
    const idle = () => askWhile(address, tiles, wait(queryMilliseconds));
    const busy = async () => {
      const query = keepBusy(rows);
      const time = await askWhile(address, tiles, query);
      longest = Math.max(longest, await query);
      return time;
    };
    const { ratio, first, second } = await interleave(busy, idle, runs);
    const note = `${first.toFixed(2)} ms against ${second.toFixed(2)} ms; ${tiles.length} tiles, queries of ${(longest / 1000).toFixed(1)} s at most`;
    return { id: 9, name: `p99 of a tile: ${region.title}`, ratio, goal: 1.5, unit: '×', runs, note };
  } finally {
    await stop();
  }
}

/** The 99th percentile of the milliseconds that a tile takes, of tiles asked for until the other work is done. */
async function askWhile(address: string, tiles: readonly string[], work: Promise<unknown>): Promise<number> {
  let isOver = false;
  void work.finally(() => {
    isOver = true;
  });
  const times: number[] = [];
  for (let turn = 0; !isOver; turn++) {
    const start = performance.now();
    const answer = await fetch(address + tiles[turn % tiles.length]);
    const { byteLength } = await answer.arrayBuffer();
    if (answer.status !== 200 || byteLength === 0) throw new Error(`a tile answered ${answer.status}`);
    times.push(performance.now() - start);
    await wait(pauseMilliseconds);
  }
  if (times.length < 50) throw new Error(`only ${times.length} tiles in the time of the query`);
  return quantile(times, 0.99);
}

/** How many rows a query must count to take the time that is wanted. */
async function calibrate(keepBusy: (rows: number) => Promise<number>): Promise<number> {
  const rows = 1_000_000;
  await keepBusy(rows);
  return Math.round((rows * queryMilliseconds) / (await keepBusy(rows)));
}

async function startBusyProduct({ dataDirectory }: Region) {
  const [port, busyPort] = [await findFreePort(), await findFreePort()];
  const words = [String(port), String(busyPort), dataDirectory];
  const { child, stop } = startChild('scripts/bench/busy-product.ts', words);
  const address = `http://127.0.0.1:${port}`;
  await waitUntilReady(address, child, stop);
  const keepBusy = async (rows: number) =>
    Number(await (await fetch(`http://127.0.0.1:${busyPort}/busy?rows=${rows}`)).text());
  return { address, keepBusy, stop };
}
