import { interleave, median, type Result, type Row } from '../measurement.ts';
import { openProduct, type ProductPage } from './product-page.ts';
import { measureRegions, type Setting } from './setting.ts';
import { type Timing, timeAct, timeTasks } from './stopwatch.ts';
import type { Subject } from './subject.ts';

const runs = 21;
const taskRuns = 9;
/** A frame of a screen that draws 60 a second, in milliseconds. */
const frameMilliseconds = 1000 / 60;

/** Time from another year to its finished frame. */
export const switchRow: Row = {
  id: 1,
  title: 'year switch, time to the finished frame',
  against: 'plain redraw of the same scene',
  better: 'lower',
  measure: (regions, progress) =>
    measureRegions(regions, progress, async (setting) => [
      describeFrame(setting, await measureSwitch(setting)),
    ]),
};

/** What another year costs the page's main thread; a request while the years change is an error. */
export const mainThreadRow: Row = {
  id: 2,
  title: 'year switch, main thread',
  against: 'one frame of 60 a second',
  better: 'lower',
  measure: (regions, progress) =>
    measureRegions(regions, progress, async (setting) => describeWork(setting, await measureSwitch(setting))),
};

interface Measured {
  readonly switches: readonly Timing[];
  readonly redraws: readonly Timing[];
  /** Everything the main thread did for a switch beyond what it did for a redraw, medians in milliseconds. */
  readonly everything: number;
}

async function measureSwitch({ chromium, address, subject, camera }: Setting): Promise<Measured> {
  const product = await openProduct(chromium, { address, subject, camera });
  try {
    await checkYears(product, subject);
    const before = product.requests.length;
    const change = createSwitch(product, subject);
    const switches: Timing[] = [];
    const redraws: Timing[] = [];
    await interleave(
      () => keepTiming(switches, change),
      () => keepTiming(redraws, () => timeAct(product.page, 'redraw')),
      runs,
    );
    const tasks = await compareTasks(product, subject);
    const requests = product.requests.slice(before);
    if (requests.length > 0)
      throw new Error(`another year makes requests: ${[...new Set(requests)].join(' ')}`);
    await checkYears(product, subject);
    // The first of each warmed up.
    return { switches: switches.slice(1), redraws: redraws.slice(1), everything: tasks };
  } finally {
    await product.close();
  }
}

async function compareTasks({ page }: ProductPage, { years }: Subject): Promise<number> {
  let next: 0 | 1 = 0;
  const { first, second } = await interleave(
    () => {
      next = next === 0 ? 1 : 0;
      return timeTasks(page, { period: years[next] });
    },
    () => timeTasks(page, 'redraw'),
    taskRuns,
  );
  return first - second;
}

/** Switches between the two years in turn. */
export function createSwitch({ page }: ProductPage, { years }: Subject): () => Promise<Timing> {
  let next: 0 | 1 = 0;
  return async () => {
    const timing = await timeAct(page, { period: years[next] });
    next = next === 0 ? 1 : 0;
    return timing;
  };
}

/** Throws unless the page shows the one and the other year after a switch to it; leaves it at the later one. */
export async function checkYears({ page, picture }: ProductPage, { years }: Subject): Promise<void> {
  for (const year of [0, 1] as const) {
    await timeAct(page, { period: years[year] });
    await picture.check(year);
  }
}

/** Notes what an act took; gives its time to the finished frame. */
export async function keepTiming(timings: Timing[], act: () => Promise<Timing>): Promise<number> {
  const timing = await act();
  timings.push(timing);
  return timing.frame;
}

export function medianOf(timings: readonly Timing[], of: keyof Timing): number {
  return median(timings.map((timing) => timing[of]));
}

function describeFrame({ region, scene }: Setting, { switches, redraws }: Measured): Result {
  const [change, plain] = [medianOf(switches, 'frame'), medianOf(redraws, 'frame')];
  return {
    id: 1,
    name: `year switch, finished frame: ${region.title}`,
    ratio: change / plain,
    goal: 1.05,
    unit: '×',
    runs,
    note: `${change.toFixed(1)} ms against ${plain.toFixed(1)} ms; ${scene}`,
  };
}

function describeWork({ region }: Setting, { switches, redraws, everything }: Measured): Result[] {
  const [change, plain] = [medianOf(switches, 'work'), medianOf(redraws, 'work')];
  const added = Math.max(0, change - plain);
  const shared = { id: 2, goal: 0.1, unit: '×' } as const;
  return [
    {
      ...shared,
      name: `year switch, main thread until the frame is finished: ${region.title}`,
      ratio: added / frameMilliseconds,
      runs,
      note: `${added.toFixed(2)} ms beyond the ${plain.toFixed(2)} ms of a plain redraw; no request`,
    },
    {
      ...shared,
      name: `year switch, main thread with the words that follow: ${region.title}`,
      ratio: everything / frameMilliseconds,
      runs: taskRuns,
      note: `${everything.toFixed(2)} ms of tasks beyond those of a plain redraw: title, legend, chart and table, their layout and painting`,
    },
  ];
}
