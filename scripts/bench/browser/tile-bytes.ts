import { buildViewer } from '../../test/run.ts';
import { readDivisions } from '../divisions.ts';
import type { Result, Row } from '../measurement.ts';
import { startProduct } from '../product.ts';
import type { Region } from '../region.ts';
import { compressedSize, encodeTopojson } from '../topojson.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { listTransfers } from './first-view.ts';

/** The tiles that the default view asks for. */
export const tileBytesRow: Row = {
  id: 7,
  title: 'all tile bytes a first view needs',
  against: 'quantised TopoJSON, brotli, of the same areas and tolerance',
  better: 'lower',
  async measure(regions, progress) {
    buildViewer();
    const chromium = await startChromium();
    if (!chromium) {
      progress('left out: no Chromium, set CHROME_PATH to its executable');
      return [];
    }
    const results: Result[] = [];
    try {
      for (const key of regions.keys) results.push(await measureRegion(await regions.prepare(key), chromium));
    } finally {
      await chromium.stop();
    }
    return results;
  },
};

/** `/tiles/2024/0a1b…/9/265/168.mvt` → boundary year, zoom. */
const tilePath = /\/tiles\/(\d{4})\/\w+\/(\d+)\/\d+\/\d+\.mvt$/;

async function measureRegion(region: Region, chromium: Chromium): Promise<Result> {
  const divisions = await readDivisions(region);
  const product = await startProduct(region);
  try {
    const asked = await listTransfers(chromium, product.address);
    const tiles = asked.flatMap(({ path }) => {
      const [, year, zoom] = tilePath.exec(path) ?? [];
      return year && zoom ? [{ path, year: Number(year), zoom: Number(zoom) }] : [];
    });
    const [first] = tiles;
    const division = divisions.find(({ year }) => year === first?.year);
    if (!first || !division) throw new Error('the first view asks for no tile');
    if (tiles.some(({ year, zoom }) => year !== first.year || zoom !== first.zoom))
      throw new Error('the first view asks for tiles of several zooms or years');
    let bytes = 0;
    for (const { path } of tiles) bytes += await readSize(product.address + path);
    const peer = compressedSize(encodeTopojson(division, first.zoom));
    const note = `${bytes} bytes in ${tiles.length} tiles of zoom ${first.zoom} against ${peer}; both hold three levels with code, name and number, and the labels; the tiles also hold every border as a line`;
    return {
      id: 7,
      name: `tile bytes of a first view: ${region.title}`,
      ratio: bytes / peer,
      goal: 1,
      unit: '×',
      runs: 1,
      note,
    };
  } finally {
    await product.stop();
  }
}

/** Bytes of a tile's body as it is sent to a browser. */
async function readSize(address: string): Promise<number> {
  const answer = await fetch(address, { headers: { 'Accept-Encoding': 'br' } });
  await answer.arrayBuffer();
  const size = Number(answer.headers.get('Content-Length'));
  // Over a tile without areas there is nothing.
  if (answer.status === 204) return 0;
  if (answer.status !== 200 || !(size > 0))
    throw new Error(`${address} answered ${answer.status}, ${size} bytes`);
  return size;
}
