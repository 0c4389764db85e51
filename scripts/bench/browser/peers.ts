import type { Page } from 'playwright-core';
import { interleave, type Result, type Row } from '../measurement.ts';
import type { Regions } from '../region.ts';
import type { PeerWay } from './peer/scene.ts';
import { buildPeer, describeScene, servePeer } from './peer-site.ts';
import { aimAt, type Canvas, type Picture } from './picture.ts';
import { openProduct, type ProductPage } from './product-page.ts';
import { measureRegions, type Setting } from './setting.ts';
import { type Timing, timeAct } from './stopwatch.ts';
import { checkYears, createSwitch, keepTiming, medianOf } from './year-switch.ts';

const runs = 11;

/** The same change of the same areas by what MapLibre offers for it. */
export const peersRow: Row = {
  id: 3,
  title: 'year switch beside MapLibre',
  against: 'setFeatureState and setData of MapLibre on the same areas',
  better: 'lower',
  async measure(regions: Regions, progress) {
    const folder = await regions.makeFolder();
    await buildPeer(folder);
    return measureRegions(regions, progress, async (setting) => {
      const site = await servePeer(folder, setting.address);
      try {
        return await measurePeers(setting, site.address);
      } finally {
        await site.stop();
      }
    });
  },
};

async function measurePeers(setting: Setting, peerAddress: string): Promise<Result[]> {
  const { chromium, address, subject, camera } = setting;
  const product = await openProduct(chromium, { address, subject, camera });
  try {
    await checkYears(product, subject);
    const results: Result[] = [];
    for (const way of ['setFeatureState', 'setData'] as const) {
      const peer = await openPeer(setting, peerAddress, way, product.canvas);
      results.push(...describe(setting, way, await measureBeside(setting, product, peer)));
      await peer.close();
    }
    return results;
  } finally {
    await product.close();
  }
}

interface PeerPage {
  readonly page: Page;
  readonly picture: Picture;
  close(): Promise<void>;
}

/** Opens the peer with a map of the product's size, looking at the same place. */
async function openPeer(
  { chromium, subject, camera }: Setting,
  address: string,
  way: PeerWay,
  { width, height }: Canvas,
): Promise<PeerPage> {
  const context = await chromium.openContext();
  const page = await context.newPage();
  await page.goto(address);
  const scene = describeScene(subject, { way, camera, size: { width, height }, year: 0 });
  await page.evaluate((given) => window.__peer?.start(given), scene);
  const picture = await aimAt({ page, chromium, subject, camera }, { x: 0, y: 0, width, height });
  return { page, picture, close: () => context.close() };
}

interface Sides {
  readonly ours: readonly Timing[];
  readonly theirs: readonly Timing[];
  readonly ourRedraws: readonly Timing[];
  readonly theirRedraws: readonly Timing[];
}

async function measureBeside({ subject }: Setting, product: ProductPage, peer: PeerPage): Promise<Sides> {
  const change = createSwitch(product, subject);
  let next: 0 | 1 = 1;
  const changePeer = async (): Promise<Timing> => {
    const timing = await timeAct(peer.page, { year: next });
    next = next === 0 ? 1 : 0;
    return timing;
  };
  await changePeer();
  await peer.picture.check(1);
  await changePeer();
  await peer.picture.check(0);
  const sides = { ours: [], theirs: [], ourRedraws: [], theirRedraws: [] };
  const redraw = ({ page }: { readonly page: Page }) => timeAct(page, 'redraw');
  await interleave(
    () => keepTiming(sides.ours, change),
    () => keepTiming(sides.theirs, changePeer),
    runs,
  );
  await interleave(
    () => keepTiming(sides.ourRedraws, () => redraw(product)),
    () => keepTiming(sides.theirRedraws, () => redraw(peer)),
    runs,
  );
  return sides;
}

function describe({ region, scene }: Setting, way: PeerWay, sides: Sides): Result[] {
  const [ours, theirs] = [medianOf(sides.ours, 'frame'), medianOf(sides.theirs, 'frame')];
  const added = {
    ours: addedWork(sides.ours, sides.ourRedraws),
    theirs: addedWork(sides.theirs, sides.theirRedraws),
  };
  return [
    {
      id: 3,
      name: `year switch beside ${way}, finished frame: ${region.title}`,
      ratio: ours / theirs,
      goal: 1,
      unit: '×',
      runs,
      note: `${ours.toFixed(1)} ms against ${theirs.toFixed(1)} ms; plain redraws ${medianOf(sides.ourRedraws, 'frame').toFixed(1)} and ${medianOf(sides.theirRedraws, 'frame').toFixed(1)} ms; ${scene}`,
    },
    {
      id: 3,
      name: `year switch beside ${way}, main thread: ${region.title}`,
      ratio: added.ours / added.theirs,
      goal: 0.1,
      unit: '×',
      runs,
      note: `${added.ours.toFixed(2)} ms against ${added.theirs.toFixed(2)} ms beyond a plain redraw`,
    },
  ];
}

/** Main-thread work of a change beyond that of drawing the same once more. */
function addedWork(changes: readonly Timing[], redraws: readonly Timing[]): number {
  return Math.max(0, medianOf(changes, 'work') - medianOf(redraws, 'work'));
}
