import { geometricMean, interleave, type Result, type Row } from './measurement.ts';
import { openPostgresql } from './postgresql.ts';
import { startProduct } from './product.ts';
import type { Progress } from './region.ts';
import { fillDatabase, type Region } from './region.ts';

const runs = 15;

/** Every read of the API on the embedded database, against PostgreSQL with the same region. */
export const apiReadsRow: Row = {
  id: 10,
  title: 'API reads on the embedded database',
  against: 'the same on PostgreSQL',
  better: 'lower',
  async measure(regions, progress) {
    const results: Result[] = [];
    for (const key of regions.keys) {
      const result = await measureRegion(await regions.prepare(key), progress);
      if (result) results.push(result);
    }
    return results;
  },
};

async function measureRegion(region: Region, progress: Progress): Promise<Result | null> {
  const postgresql = await openPostgresql();
  if (!postgresql) {
    progress('left out: no PostgreSQL with PostGIS');
    return null;
  }
  try {
    progress(`filling PostgreSQL: ${region.title}`);
    await fillDatabase({ url: postgresql.url }, region.folder, progress);
    return await measureBoth(region, postgresql.url);
  } finally {
    await postgresql.stop();
  }
}

async function measureBoth(region: Region, databaseUrl: string): Promise<Result> {
  const embedded = await startProduct(region);
  const server = await startProduct(region, { databaseUrl });
  try {
    const ratios: { path: string; ratio: number }[] = [];
    for (const path of await listReads(embedded.address)) {
      const [one, two] = [await read(embedded.address + path), await read(server.address + path)];
      if (one.bytes !== two.bytes) throw new Error(`${path}: ${one.bytes} bytes against ${two.bytes}`);
      const of = (address: string) => async () => (await read(address + path)).milliseconds;
      const { ratio } = await interleave(of(embedded.address), of(server.address), runs);
      ratios.push({ path, ratio });
    }
    ratios.sort((one, two) => two.ratio - one.ratio);
    const worst = ratios.slice(0, 2).map(({ path, ratio }) => `${path.split('?')[0]} ${ratio.toFixed(2)}`);
    const note = `geometric mean of ${ratios.length} reads; the slowest: ${worst.join(', ')}`;
    const ratio = geometricMean(ratios.map((each) => each.ratio));
    return { id: 10, name: `API reads, ${region.title}`, ratio, goal: 1.5, unit: '×', runs, note };
  } finally {
    await embedded.stop();
    await server.stop();
  }
}

interface CatalogPart {
  readonly region: { readonly key: string };
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly boundaryYears: readonly { readonly year: number }[];
  readonly indicators: readonly {
    readonly key: string;
    readonly periods: readonly { readonly period: string; readonly boundaryYear: number }[];
  }[];
}

/** Every read route, with the questions that the page and its readers put to it. */
export async function listReads(address: string): Promise<string[]> {
  const catalog = (await (await fetch(`${address}/api/catalog`)).json()) as CatalogPart;
  const years = catalog.boundaryYears.map(({ year }) => year).sort();
  const [first, last] = [years[0], years.at(-1)];
  const { code = '', name = '' } = catalog.municipalities[0] ?? {};
  const { key = '', periods = [] } = catalog.indicators[0] ?? {};
  const { period = '', boundaryYear = last } = periods.at(-1) ?? {};
  const rows = `/api/observations?indicator=${key}`;
  const found = await (
    await fetch(`${address}${rows}&level=neighbourhood&within=${code}&boundaryYear=${boundaryYear}`)
  ).json();
  const area = (found as { rows: readonly { area: string }[] }).rows[0]?.area ?? code;
  return [
    '/api/catalog',
    `/api/areas?level=neighbourhood&boundaryYear=${last}`,
    `/api/areas?level=municipality&boundaryYear=${last}`,
    `/api/areas/${code}`,
    `/api/areas/${area}`,
    `/api/areas/${code}/profile`,
    `/api/areas/${area}/profile`,
    `${rows}&level=municipality`,
    `${rows}&level=neighbourhood&period=${period}`,
    `${rows}&within=${code}`,
    `${rows}&area=${area}`,
    `${rows}&period=${period}&format=csv`,
    `/api/columns/${key}/neighbourhood`,
    ...(first === last ? [] : [`/api/lineage?from=${first}&to=${last}`]),
    `/api/search?q=${encodeURIComponent(name.slice(0, 5))}`,
    `/api/search?q=${encodeURIComponent(`${name.slice(0, 3)}x${name.slice(3, 6)}`)}`,
    `/tiles/${last}.json`,
  ];
}

/** Asks, reads the whole answer, and gives the time and size. Throws where it is no 200. */
export async function read(url: string): Promise<{ milliseconds: number; bytes: number }> {
  const start = performance.now();
  const answer = await fetch(url);
  const bytes = (await answer.arrayBuffer()).byteLength;
  const milliseconds = performance.now() - start;
  if (answer.status !== 200 || bytes === 0)
    throw new Error(`${url} answered ${answer.status}, ${bytes} bytes`);
  return { milliseconds, bytes };
}
