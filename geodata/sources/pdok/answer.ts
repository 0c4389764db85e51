import type { InputError } from '../../problem.ts';
import { AbsentError, type Ask, type SourceRequest } from '../live/source.ts';
import type { SentFeature } from '../protocols/feature-page.ts';
import { group } from '../protocols/groups.ts';
import { listCollections, readCollection } from '../protocols/ogc-features.ts';
import { readFeatures, writeFilter } from '../protocols/wfs.ts';
import { readValues } from './fields.ts';
import { isBoundaryFile, readBoundaryFile } from './file.ts';
import { type BoundaryAnswer, type BoundaryWay, findApi, findWfs, listFiles } from './services.ts';

/** Municipalities in one question of the WFS: an address may not grow without end. */
const mostInFilter = 10;

/** Gets the boundaries of a year, of the region where the service can tell. Throws InputError. */
export async function askBoundaries(
  year: number,
  way: BoundaryWay,
  request: SourceRequest,
  ask: Ask,
): Promise<BoundaryAnswer> {
  if (way === 'ogc') return askApi(year, request, ask);
  if (way === 'wfs') return askWfs(year, request, ask);
  return askFile(listFiles(way, year, request.base), ask);
}

async function askApi(year: number, { base, region }: SourceRequest, ask: Ask): Promise<BoundaryAnswer> {
  const { service, isHistorical } = findApi(year, base);
  const ids = isHistorical ? await listCollections(service, ask) : [];
  const collection = (name: string) =>
    `${service}/collections/${ids.find((id) => id.includes(name) && id.includes(String(year))) ?? name}`;
  const conditions: Record<string, string>[] = region.municipalities?.map((gemeentecode) => ({
    gemeentecode,
  })) ?? [{}];
  let [done, others] = [0, 0];
  const read = async (name: string, condition: Record<string, string>) => {
    const features = await readCollection(collection(name), condition, ask);
    const { gemeentecode } = condition;
    ask.report({ what: `boundaries ${year}`, done: ++done, total: conditions.length * 2 });
    const kept = gemeentecode === undefined ? features : keepAsked(features, [gemeentecode]);
    if (name === 'buurten') others += features.length - kept.length;
    return kept;
  };
  const [neighbourhoods, districts] = await Promise.all(
    ['buurten', 'wijken'].map(async (name) =>
      (await Promise.all(conditions.map((one) => read(name, one)))).flat(),
    ),
  );
  return answer(others, neighbourhoods, districts);
}

async function askWfs(year: number, { base, region }: SourceRequest, ask: Ask): Promise<BoundaryAnswer> {
  const service = findWfs(year, base);
  const codes = region.municipalities;
  const groups = codes ? group(codes, mostInFilter) : [null];
  let [done, others] = [0, 0];
  const read = async (name: string, some: readonly string[] | null) => {
    const parameters = {
      outputFormat: 'json',
      srsName: 'EPSG:4326',
      ...(some ? { filter: writeFilter('gemeentecode', some) } : {}),
    };
    const features = await readFeatures(service, { typeName: `wijkenbuurten:${name}`, parameters }, ask);
    ask.report({ what: `boundaries ${year}`, done: ++done, total: groups.length * 2 });
    const kept = some ? keepAsked(features, some) : features;
    if (name === 'buurten') others += features.length - kept.length;
    return kept;
  };
  const [neighbourhoods, districts] = await Promise.all(
    ['buurten', 'wijken'].map(async (name) =>
      (await Promise.all(groups.map((one) => read(name, one)))).flat(),
    ),
  );
  return answer(others, neighbourhoods, districts);
}

/** Where a filter is not heeded, every question is answered with everything: each keeps only what it asked for. */
function keepAsked(features: readonly SentFeature[], municipalities: readonly string[]): SentFeature[] {
  return features.filter(({ properties }) => {
    const municipality =
      readValues(properties, 'buurt').municipality ?? readValues(properties, 'wijk').municipality;
    return municipality !== null && municipalities.includes(municipality);
  });
}

/** The first of some files that the service has. */
async function askFile(addresses: readonly string[], ask: Ask): Promise<BoundaryAnswer> {
  let absent: InputError | null = null;
  for (const address of addresses)
    try {
      return await readBoundaryFile(await ask.bytes(address, isBoundaryFile), address);
    } catch (error) {
      if (!(error instanceof AbsentError)) throw error;
      absent ??= error;
    }
  throw absent ?? new Error('No address of a file was given');
}

function answer(
  others: number,
  neighbourhoods: readonly SentFeature[] = [],
  districts: readonly SentFeature[] = [],
): BoundaryAnswer {
  return {
    neighbourhoods,
    districts: districts.map(({ properties }) => properties),
    projection: 'wgs84',
    notes: [],
    others,
  };
}
