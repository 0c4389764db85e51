import type { Division } from '../../../api/release/division.ts';
import { readDivisions } from '../divisions.ts';
import type { Result } from '../measurement.ts';
import type { Progress, RegionKey, Regions } from '../region.ts';
import { writeAreas } from './geojson.ts';
import { buildPeer, describeScene, type Site, servePeer } from './peer-site.ts';
import type { Canvas } from './picture.ts';
import { openProduct } from './product-page.ts';
import { measureRegions, type Setting } from './setting.ts';

/** The pages of nothing but the same map, as large as the product's, that Leaflet and MapLibre draw by themselves. */
export interface LibraryPeers {
  /** Links that open the subject's later year. */
  readonly leaflet: string;
  readonly maplibre: string;
  /** Of the product's map, on its page. */
  readonly canvas: Canvas;
}

/** Measures in every region beside those pages. */
export async function measureBesideLibraries(
  regions: Regions,
  progress: Progress,
  measure: (setting: Setting, peers: LibraryPeers) => Promise<Result[]>,
): Promise<Result[]> {
  const folder = await regions.makeFolder();
  await buildPeer(folder);
  const divisions = new Map<RegionKey, readonly Division[]>();
  // No product may have the database open meanwhile.
  for (const key of regions.keys) divisions.set(key, await readDivisions(await regions.prepare(key)));
  return measureRegions(regions, progress, async (setting) => {
    const canvas = await findCanvas(setting);
    const files = describeFiles(setting, canvas, divisions.get(setting.region.key) ?? []);
    const site = await servePeer(folder, setting.address, files);
    try {
      return await measure(setting, linksOf(site, canvas));
    } finally {
      await site.stop();
    }
  });
}

function linksOf({ address }: Site, canvas: Canvas): LibraryPeers {
  return { leaflet: `${address}/leaflet?open`, maplibre: `${address}/?open`, canvas };
}

async function findCanvas(setting: Setting): Promise<Canvas> {
  const { canvas, close } = await openProduct(setting.chromium, setting);
  await close();
  return canvas;
}

function describeFiles(
  { subject, camera }: Setting,
  { width, height }: Canvas,
  divisions: readonly Division[],
): ReadonlyMap<string, unknown> {
  const division = divisions.find(({ year }) => year === subject.boundaryYear);
  if (!division) throw new Error(`there are no areas of ${subject.boundaryYear}`);
  const size = { width, height };
  return new Map<string, unknown>([
    ['/scene.json', describeScene(subject, { way: 'setFeatureState', camera, size, year: 1 })],
    ['/areas.json', writeAreas(division, Math.floor(camera.zoom), subject.areas)],
  ]);
}
