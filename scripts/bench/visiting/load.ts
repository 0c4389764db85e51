import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { beginSession, follow } from '../following.ts';
import { quantile } from '../measurement.ts';
import { readProcess } from '../process-reading.ts';
import type { Product } from '../product.ts';
import { createTally, type Tally } from './tally.ts';
import { createVisitors, type Visitors } from './visitors.ts';
import { listPlaces } from './visits.ts';

/** How many ask at once where it is found how much can be answered. */
const pressing = 32;
const pressSeconds = 15;
const overSeconds = 20;
const followers = 200;
/** Between two slides that are shown. */
const slideMilliseconds = 3000;
/** CSVs that are asked for and not read. */
const unread = 150;
/** It has to be well within this after more than it can bear, seconds. */
const longestRecovery = 10;

interface LoadSettings {
  readonly minutes: number;
  readonly seed: number;
}

/**
 * Visits a product: at its peak, at 80% of that, at twice that, and after it. Tells each result; gives whether nothing failed,
 * every refusal said when to come back, and it was well again in time.
 */
export async function measureLoad(
  product: Product,
  { minutes, seed }: LoadSettings,
  tell: (line: string) => void,
): Promise<boolean> {
  const memory = async (when: string) =>
    tell(`memory ${when}: ${(await readProcess(product.process)).megabytes} MB`);
  await memory('at rest');
  const places = await listPlaces(product.address);
  const visitors = createVisitors(product.address, places, seed);
  await visitors.press(pressing, 5, createTally());
  const pressed = createTally();
  const peak = await visitors.press(pressing, pressSeconds, pressed);
  tell(
    `\npeak: ${peak.toFixed(0)} requests a second, ${pressing} at once, ${pressSeconds} s\n${sum(pressed)}`,
  );
  await memory('after the peak');
  const held = createTally();
  const isFollowed = await whileFollowed(product.address, tell, async () => {
    const each = Math.max(1, Math.round(minutes));
    for (let minute = 0; minute < each; minute++) {
      await visitors.come(peak * 0.8, (minutes * 60) / each, held);
      await memory(`after ${(((minute + 1) * minutes) / each).toFixed(1)} minutes at 80%`);
    }
  });
  tell(
    `80% of it, ${minutes} minutes, ${(peak * 0.8).toFixed(0)} a second:\n${held.describe()}\n${sum(held)}`,
  );
  const over = createTally();
  await visitors.come(peak * 2, overSeconds, over);
  tell(`\ntwice the peak, ${overSeconds} s:\n${sum(over)}`);
  const recovery = await waitUntilWell(visitors, held.at(0.99));
  tell(`well again after ${recovery === null ? `more than ${longestRecovery}` : recovery.toFixed(1)} s`);
  await wait(20_000);
  await memory('20 s after it all');
  visitors.leave();
  const forget = await holdUnread(product.address, places.csv);
  await memory(`while ${unread} files are not read`);
  forget();
  await wait(5000);
  await memory('5 s after they were given up');
  const isPolite = [pressed, held, over].every(
    (one) => one.count('failed') + one.count('refused without a time') === 0,
  );
  return isFollowed && isPolite && recovery !== null;
}

function sum(tally: Tally): string {
  const failures = [...tally.failures].slice(0, 10).map(([why, count]) => `\n  ${count} × ${why}`);
  return `${tally.count('answered')} answered (median ${tally.at(0.5).toFixed(1)} ms, 99th percentile ${tally.at(0.99).toFixed(0)} ms), ${tally.count('refused')} refused with Retry-After, ${tally.count('refused without a time')} without, ${tally.count('failed')} failed${failures.join('')}`;
}

/** Lets people follow a presentation while something else goes on; gives whether all of them heard all. */
async function whileFollowed(
  address: string,
  tell: (line: string) => void,
  act: () => Promise<void>,
): Promise<boolean> {
  const first = { address: '', slide: null, pointer: null };
  const session = await beginSession(address, first);
  const shownAt = new Map<string, number>();
  const delays: number[] = [];
  const onState = (id: string) => {
    const at = shownAt.get(id);
    if (at !== undefined) delays.push(performance.now() - at);
  };
  const streams = await Promise.all(
    Array.from({ length: followers }, (_, number) => follow(session.events, onState, `203.0.113.${number}`)),
  );
  let number = 2;
  const timer = setInterval(() => {
    // The first version is the one with which it began.
    shownAt.set(String(number), performance.now());
    number += 1;
    void session.show({
      ...first,
      slide: null,
      pointer: { panel: 0, longitude: 6 + number / 1000, latitude: 52 },
    });
  }, slideMilliseconds);
  try {
    await act();
  } finally {
    clearInterval(timer);
    await wait(1000);
    for (const end of streams) end();
  }
  const wanted = shownAt.size * followers;
  tell(
    `${followers} followers: ${delays.length} of ${wanted} states heard, median ${quantile(delays, 0.5).toFixed(1)} ms, 99th percentile ${quantile(delays, 0.99).toFixed(0)} ms`,
  );
  return delays.length === wanted;
}

/** Asks for files from clients of their own and takes nothing of them but the beginning; gives what gives them up. */
async function holdUnread(address: string, paths: readonly string[]): Promise<() => void> {
  const { hostname, port, host } = new URL(address);
  const sockets = Array.from({ length: unread }, (_, number) => {
    const socket = connect(Number(port), hostname);
    const client = `203.0.113.${number}`;
    socket.on('error', () => undefined);
    socket.write(
      `GET ${paths[number % paths.length]} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-For: ${client}\r\n\r\n`,
    );
    socket.once('data', () => socket.pause());
    return socket;
  });
  await wait(20_000);
  return () => {
    for (const socket of sockets) socket.destroy();
  };
}

/**
 * Seconds until a second of few requests is answered as before: nothing refused, and the 99th percentile at most three times
 * what it was; null where that takes too long.
 */
async function waitUntilWell(visitors: Visitors, before: number): Promise<number | null> {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  while (seconds() < longestRecovery) {
    const since = seconds();
    const tally = createTally();
    await visitors.come(25, 1, tally);
    const isWell = tally.count() === tally.count('answered') && tally.at(0.99) <= before * 3;
    if (isWell) return since;
  }
  return null;
}
