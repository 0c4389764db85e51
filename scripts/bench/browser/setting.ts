import { buildViewer } from '../../test/run.ts';
import type { Result } from '../measurement.ts';
import { startProduct } from '../product.ts';
import type { Progress, Region, Regions } from '../region.ts';
import type { Camera } from './camera.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { chooseCamera } from './product-page.ts';
import { chooseSubject, type Subject } from './subject.ts';

/** A region in a running product, and a browser to open it in. */
export interface Setting {
  readonly region: Region;
  readonly address: string;
  readonly chromium: Chromium;
  readonly subject: Subject;
  /** Shows the whole region. */
  readonly camera: Camera;
  /** For the note of a result: how much is drawn, and by what. */
  readonly scene: string;
}

/** Measures in every region in turn; gives nothing where there is no browser. */
export async function measureRegions(
  regions: Regions,
  progress: Progress,
  measure: (setting: Setting) => Promise<Result[]>,
): Promise<Result[]> {
  buildViewer();
  const chromium = await startChromium();
  if (!chromium) {
    progress('left out: no Chromium, set CHROME_PATH to its executable');
    return [];
  }
  const results: Result[] = [];
  try {
    for (const key of regions.keys) {
      const region = await regions.prepare(key);
      progress(`in the browser: ${region.title}`);
      results.push(...(await measureRegion(region, chromium, measure)));
    }
  } finally {
    await chromium.stop();
  }
  return results;
}

async function measureRegion(
  region: Region,
  chromium: Chromium,
  measure: (setting: Setting) => Promise<Result[]>,
): Promise<Result[]> {
  const { address, stop } = await startProduct(region);
  try {
    const subject = await chooseSubject(address);
    const { camera, renderer } = await chooseCamera(chromium, address, subject);
    const scene = `${subject.areas.length} areas, ${subject.years.join(' and ')}, ${renderer}`;
    return await measure({ region, address, chromium, subject, camera, scene });
  } finally {
    await stop();
  }
}
