import { median, type Result, type Row, takeTurns } from '../measurement.ts';
import type { Chromium } from './chromium.ts';
import { type LibraryPeers, measureBesideLibraries } from './library-peers.ts';
import { timeOpening } from './opened-page.ts';
import { compareTimes, type Part, readProcessorTime } from './processor-time.ts';
import { linkTo } from './product-page.ts';
import type { Setting } from './setting.ts';

const runs = 5;

/** What opening a link takes of the processors, which other programs change less than the time that it takes. */
export const processorRow: Row = {
  id: 17,
  title: 'opening the map, processor time',
  against: 'MapLibre with feature state on the same areas, on a page of nothing else',
  better: 'lower',
  measure: (regions, progress) => measureBesideLibraries(regions, progress, measureProcessor),
};

async function measureProcessor(setting: Setting, { maplibre }: LibraryPeers): Promise<Result[]> {
  const { address, subject, camera, region, chromium } = setting;
  const acts = [`${address}${linkTo(subject, camera)}`, maplibre].map(
    (link) => () => timeParts(chromium, link),
  );
  const [ours, theirs] = (await takeTurns(acts, runs)).map(mediansOf);
  if (!ours || !theirs) throw new Error('a side of the comparison is missing');
  return [
    {
      id: 17,
      name: `processor time until the finished map: ${region.title}`,
      ratio: ours.whole / theirs.whole,
      goal: 1,
      unit: '×',
      runs,
      note: `${describe(ours)} against ${describe(theirs)}; all threads of the browser`,
    },
  ];
}

type Times = Record<Part | 'whole', number>;

/** Milliseconds that the browser's threads take until a link is drawn. */
async function timeParts(chromium: Chromium, link: string): Promise<Times> {
  const before = readProcessorTime();
  let after = before;
  await timeOpening(chromium, link, () => {
    after = readProcessorTime();
  });
  const parts = compareTimes(before, after);
  return { ...parts, whole: Object.values(parts).reduce((sum, each) => sum + each, 0) };
}

function mediansOf(all: readonly Times[]): Times {
  const of = (name: keyof Times) => median(all.map((each) => each[name]));
  return {
    page: of('page'),
    drawing: of('drawing'),
    workers: of('workers'),
    other: of('other'),
    whole: of('whole'),
  };
}

function describe({ whole, page, drawing, workers, other }: Times): string {
  const [all, ...parts] = [whole, page, drawing, workers, other].map(Math.round);
  const [main, drawn, aside, rest] = parts;
  return `${all} ms (page ${main}, drawing ${drawn}, workers ${aside}, other ${rest})`;
}
