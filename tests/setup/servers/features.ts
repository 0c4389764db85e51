import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A feature of OGC API Features as it is sent. */
export interface SentFeature {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: number[][][][] };
}

/** All features of an address, page after page by its `next` links. `ask` gives the JSON of an address. */
export async function followPages(
  address: string,
  ask: (address: string) => Promise<unknown>,
): Promise<{ features: SentFeature[]; pages: number; matched: number }> {
  const features: SentFeature[] = [];
  let pages = 0;
  let matched = 0;
  for (let next: string | undefined = address; next !== undefined; pages++) {
    const page = (await ask(next)) as {
      numberMatched: number;
      features: SentFeature[];
      links: { rel: string; href: string }[];
    };
    matched = page.numberMatched;
    features.push(...page.features);
    next = page.links.find(({ rel }) => rel === 'next')?.href;
  }
  return { features, pages, matched };
}

const run = promisify(execFile);

/** What GDAL's ogr2ogr reads of a service of OGC API Features, as GeoJSON. Throws where gdal-bin is not installed. */
export async function readWithOgr(service: string, ...words: string[]): Promise<SentFeature[]> {
  const { stdout } = await run('ogr2ogr', ['-f', 'GeoJSON', '/vsistdout/', `OAPIF:${service}`, ...words], {
    maxBuffer: 1e9,
  });
  return (JSON.parse(stdout) as { features: SentFeature[] }).features;
}
