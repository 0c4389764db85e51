import { municipalityOfCode } from '../../area.ts';
import { InputError } from '../../problem.ts';
import { listCodes } from '../code-forms.ts';
import {
  ccBy,
  composePackage,
  describeOrigin,
  describeYears,
  nameYears,
  type Part,
} from '../live/composition.ts';
import type { Ask, Collected, LiveSource, SourceRequest } from '../live/source.ts';
import type { SentFeature } from '../protocols/feature-page.ts';
import { askBoundaries } from './answer.ts';
import { type BoundaryValues, readValues } from './fields.ts';
import { readBoundaryFile } from './file.ts';
import {
  type BoundaryAnswer,
  boundaryWays,
  chooseWay,
  firstBoundaryYear,
  newestBoundaryYear,
} from './services.ts';

/** The boundaries of CBS and Kadaster: neighbourhoods, with the names of the districts and municipalities they lie in. */
export const pdok: LiveSource = {
  key: 'pdok',
  hosts: ['api.pdok.nl', 'service.pdok.nl', 'geodata.cbs.nl'],
  datasets: ['boundaries'],
  years: { boundaries: { first: firstBoundaryYear, last: newestBoundaryYear } },
  monthly: [],
  ways: { boundaries: boundaryWays },
  boundaries: ['boundaries'],
  collect: (_dataset, request, ask) => collectBoundaries(request, ask),
};

async function collectBoundaries(request: SourceRequest, ask: Ask): Promise<Collected> {
  const { years, file, from, region } = request;
  const notes: string[] = [];
  const parts: Part[] = [];
  for (const year of years) {
    ask.report({ what: `boundaries ${year}`, done: 0, total: null });
    const answer = file
      ? await readBoundaryFile(file.bytes, file.path)
      : await askBoundaries(year, chooseWay(year, from), request, ask);
    notes.push(...answer.notes);
    parts.push(makePart(year, keepNeighbourhoods(year, answer, request, notes), answer));
  }
  return composePackage({
    name: `pdok-boundaries-${nameYears(years)}`,
    title: `Wijk- en buurtgrenzen ${describeYears(years)}`,
    region,
    indicators: [],
    parts,
    notes,
  });
}

interface Neighbourhood extends BoundaryValues {
  readonly code: string;
  readonly municipality: string;
  readonly geometry: unknown;
}

/**
 * The neighbourhoods of the year and region that were asked for, whatever came: a service may leave a filter aside, or
 * hold other years. Ground abroad belongs to no municipality. Throws InputError where nothing is left.
 */
function keepNeighbourhoods(
  year: number,
  { neighbourhoods, others }: BoundaryAnswer,
  { region, file }: SourceRequest,
  notes: string[],
): Neighbourhood[] {
  const asked = region.municipalities && new Set(region.municipalities);
  const all = neighbourhoods.flatMap(readNeighbourhood);
  const inRegion = all.filter(({ municipality, water }) =>
    asked ? asked.has(municipality) : water !== 'B' && !/^GM099[89]$/.test(municipality),
  );
  const kept = inRegion.filter((one) => one.year === null || one.year === year);
  if (!kept.length)
    throw new InputError({
      file: file?.path ?? `pdok boundaries ${year}`,
      message: inRegion.length
        ? `it holds the boundaries of ${[...new Set(inRegion.map((one) => one.year))].join(', ')}, not of ${year}`
        : all.length
          ? 'it holds no neighbourhoods of the region that is asked for'
          : 'it holds no neighbourhoods with codes',
      remedy: inRegion.length ? 'correct "--year"' : 'check "--region" and "--year"',
    });
  notes.push(
    `${year}: ${neighbourhoods.length + others} features = ${kept.length} kept + ${others + all.length - inRegion.length} outside of the region + ${inRegion.length - kept.length} of other years + ${neighbourhoods.length - all.length} without a code of a neighbourhood.`,
  );
  const found = new Set(kept.map(({ municipality }) => municipality));
  const without = [...(asked ?? [])].filter((code) => !found.has(code));
  if (without.length) notes.push(`${year}: ${without.join(', ')} left out: the map of that year lacks them.`);
  const redrawn = new Set(kept.filter(({ change }) => change === '3').map(({ code }) => code)).size;
  if (redrawn)
    notes.push(
      `${year}: CBS says of ${redrawn} neighbourhoods that their border moved by 5 m or more since the year before.`,
    );
  return kept;
}

function readNeighbourhood({ properties, geometry }: SentFeature): Neighbourhood[] {
  const { code: text, municipality: _, ...values } = readValues(properties, 'buurt');
  const [code, second] = text === null ? [] : listCodes(text, 'neighbourhood').codes;
  if (code === undefined || second !== undefined) return [];
  return [{ ...values, code, municipality: municipalityOfCode(code), geometry }];
}

/** One GeoJSON with the coordinates as they came; the older `crs` member tells of Dutch ones. */
function makePart(
  year: number,
  neighbourhoods: readonly Neighbourhood[],
  { districts, projection }: BoundaryAnswer,
): Part {
  const names = new Map<string, string>();
  for (const district of districts) {
    const { code, name } = readValues(district, 'wijk');
    if (code && name && !names.has(code)) names.set(code, name);
  }
  const crs =
    projection === 'rd' ? `"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},` : '';
  const path = `boundaries/buurten-${year}.geojson`;
  return {
    path,
    bytes: encodeLines(
      `{"type":"FeatureCollection",${crs}"features":[`,
      neighbourhoods.map((one) => JSON.stringify(writeFeature(one, names))),
    ),
    municipalities: [...new Set(neighbourhoods.map(({ municipality }) => municipality))],
    resource: {
      name: `buurten-${year}`,
      title: `Buurten ${year}`,
      path,
      format: 'geojson',
      mediatype: 'application/geo+json',
      ...describeOrigin({
        title: 'CBS en Kadaster',
        path: 'https://www.cbs.nl/nl-nl/dossier/nederland-regionaal/geografische-data',
        licence: ccBy,
      }),
      wijkinformatie: {
        role: 'boundaries',
        level: 'neighbourhood',
        boundaryYear: year,
        code: 'buurtcode',
        nameField: 'buurtnaam',
        districtName: 'wijknaam',
        municipalityName: 'gemeentenaam',
        water: 'water',
      },
    },
  };
}

function writeFeature(
  { code, name, municipalityName, water, geometry }: Neighbourhood,
  districtNames: ReadonlyMap<string, string>,
): object {
  const properties = {
    buurtcode: code,
    buurtnaam: name,
    wijknaam: districtNames.get(`WK${code.slice(2, 8)}`) ?? null,
    gemeentenaam: municipalityName,
    water: water === 'JA' || water === 'B' ? water : 'NEE',
  };
  return { type: 'Feature', properties, geometry };
}

/** Feature by feature: no single text can hold the whole country. */
function encodeLines(head: string, lines: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const pieces = lines.map((line, index) => encoder.encode(index ? `,\n${line}` : line));
  const all = [encoder.encode(head), ...pieces, encoder.encode(']}\n')];
  const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of all) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}
