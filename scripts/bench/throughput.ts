import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '../free-port.ts';
import { listColumns, listTiles } from './artefacts.ts';
import { startChild } from './child.ts';
import { measureThroughput } from './load.ts';
import { interleave, type Result, type Row } from './measurement.ts';
import { startProduct } from './product.ts';
import type { Region } from './region.ts';

const runs = 11;
const milliseconds = 700;
const startMilliseconds = 20_000;

/** Warm tiles and columns, as many as a server can send. */
export const throughputRow: Row = {
  id: 5,
  title: 'warm tiles and columns, requests a second',
  against: 'bare node:http sending the same bytes',
  better: 'higher',
  async measure(regions) {
    const results: Result[] = [];
    for (const key of regions.keys) results.push(await measureRegion(await regions.prepare(key)));
    return results;
  },
};

async function measureRegion(region: Region): Promise<Result> {
  const product = await startProduct(region);
  try {
    const tiles = (await listTiles(product.address)).slice(0, 100);
    const columns = (await listColumns(product.address)).slice(0, 100);
    const paths = [...tiles, ...columns];
    const lengths = new Map<string, number>();
    for (const path of paths) lengths.set(path, await readLength(product.address + path));
    const bare = await startBare(product.address, paths);
    try {
      const { ratio, first, second } = await interleave(
        () => measureThroughput(product.address, lengths, milliseconds),
        () => measureThroughput(bare.address, lengths, milliseconds),
        runs,
      );
      const note = `${Math.round(first)} against ${Math.round(second)} a second; ${tiles.length} tiles and ${columns.length} columns in turn over 8 connections`;
      return { id: 5, name: `requests a second: ${region.title}`, ratio, goal: 0.95, unit: '×', runs, note };
    } finally {
      await bare.stop();
    }
  } finally {
    await product.stop();
  }
}

async function startBare(origin: string, paths: readonly string[]) {
  const port = await findFreePort();
  const { child, stop } = startChild('scripts/bench/bare-server.ts', [String(port), origin, ...paths]);
  const address = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + startMilliseconds;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(address + paths[0]).catch(() => null);
    if (answer?.status === 200) return { address, stop };
    await wait(50);
  }
  await stop();
  throw new Error('the bare server did not start');
}

/** Bytes of an answer as it is sent. */
function readLength(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers: { 'Accept-Encoding': 'gzip, br' } }, (response) => {
      let length = 0;
      response.on('data', (part: Buffer) => {
        length += part.length;
      });
      response.on('end', () => resolve(length));
      response.on('error', reject);
    });
    asked.on('error', reject).end();
  });
}
