import { levelOfCode } from '../../area.ts';
import { InputError } from '../../problem.ts';
import {
  type Cell,
  composePackage,
  describeYears,
  nameYears,
  type Origin,
  type Part,
} from '../live/composition.ts';
import { chooseBoundaryYear, keepHeldAreas } from '../live/held-areas.ts';
import { makeTablesByLevel } from '../live/levels.ts';
import {
  AbsentError,
  type Ask,
  type Collected,
  type LiveSource,
  type SourceRequest,
} from '../live/source.ts';
import type { SentFeature } from '../protocols/feature-page.ts';
import { group } from '../protocols/groups.ts';
import { readFeatures } from '../protocols/wfs.ts';
import { type LiveabilityScore, liveabilityScores } from './scores.ts';

const origin: Origin = {
  title: 'Leefbaarometer 3.0, Ministerie van BZK',
  path: 'https://www.leefbaarometer.nl',
  licence: { name: 'other-open', title: 'Open data, bronvermelding' },
};

/** The names of the types by level, and how codes of that level begin. */
const types = { buurtscore: 'BU', wijkscore: 'WK', gemeentescore: 'GM' } as const;

/** Liveability as the ministry models it, every other year; published on one recent division. */
export const leefbaarometer: LiveSource = {
  key: 'leefbaarometer',
  hosts: ['geo.leefbaarometer.nl'],
  datasets: ['leefbaarometer'],
  years: { leefbaarometer: { first: 2002, last: 2024 } },
  monthly: [],
  collect: (_dataset, request, ask) => collectScores(request, ask),
};

async function collectScores(request: SourceRequest, ask: Ask): Promise<Collected> {
  const { years, region } = request;
  const notes: string[] = [];
  const parts: Part[] = [];
  const absent: number[] = [];
  const found: number[] = [];
  const used = new Set<LiveabilityScore>();
  for (const [done, year] of years.entries()) {
    ask.report({ what: `leefbaarometer ${year}`, done, total: years.length });
    const features = await readYear(year, request, ask);
    if (!features) {
      absent.push(year);
      continue;
    }
    const filled = liveabilityScores.filter(({ field }) =>
      features.some(([, { properties }]) => isScore(properties[field])),
    );
    for (const one of filled) used.add(one);
    found.push(year);
    parts.push(...makeParts(year, features, filled, request, notes));
  }
  if (!found.length)
    throw new InputError({
      file: 'leefbaarometer',
      message: `it has no scores of ${describeYears(years)}`,
      remedy: 'ask for 2002, 2008, 2012 or an even year after that',
    });
  if (absent.length) notes.push(`${absent.join(', ')} left out: the Leefbaarometer has no scores of it.`);
  return composePackage({
    name: `leefbaarometer-${nameYears(found)}`,
    title: `Leefbaarometer ${describeYears(found)}`,
    region,
    indicators: liveabilityScores.filter((one) => used.has(one)).map(({ definition }) => definition),
    parts,
    notes,
  });
}

type Scored = readonly [code: string, feature: SentFeature];

/** The scores of a year on its three levels, each area once; null where the service does not have that year. */
async function readYear(year: number, { base, region }: SourceRequest, ask: Ask): Promise<Scored[] | null> {
  const service = `${base ?? 'https://geo.leefbaarometer.nl'}/lbm3/ows`;
  const asked = region.municipalities && new Set(region.municipalities.map((code) => code.slice(2)));
  const scores = new Map<string, SentFeature>();
  for (const [type, prefix] of Object.entries(types)) {
    const typeName = `lbm3:${type}${String(year % 100).padStart(2, '0')}`;
    const groups = asked ? group([...asked], mostConditions) : [null];
    const answers = await Promise.all(
      groups.map((codes) => {
        const parameters = {
          outputFormat: 'application/json',
          srsName: 'EPSG:4326',
          sortBy: 'id',
          ...(codes ? { cql_filter: writeCondition(prefix, codes) } : {}),
        };
        return readFeatures(service, { typeName, parameters }, ask);
      }),
    ).catch((error: unknown) => {
      if (error instanceof AbsentError) return null;
      throw error;
    });
    if (!answers && prefix === 'BU') return null;
    // A filter may not be heeded, so that what was not asked for is left out; so are scores of another year.
    for (const feature of answers?.flat() ?? []) {
      const code = String(feature.properties.id ?? '').trim();
      const stated = Number(feature.properties.year ?? year);
      const isYear = stated === year || stated === year % 100;
      const isAsked = code.startsWith(prefix) && levelOfCode(code) && (asked?.has(code.slice(2, 6)) ?? true);
      if (isYear && isAsked) scores.set(code, feature);
    }
  }
  return [...scores];
}

/** Conditions joined by `or` in one filter, which is part of an address. */
const mostConditions = 20;

/** CQL, which GeoServer understands: codes that begin with those of the municipalities. */
function writeCondition(prefix: string, codes: readonly string[]): string {
  return codes.map((code) => `id LIKE '${prefix}${code}%'`).join(' OR ');
}

/** A year's tables, on the held boundaries whose neighbourhoods fit its codes best. */
function makeParts(
  year: number,
  scored: readonly Scored[],
  filled: readonly LiveabilityScore[],
  request: SourceRequest,
  notes: string[],
): Part[] {
  const codes = scored.map(([code]) => code);
  const boundaryYear = chooseBoundaryYear(codes, request, `leefbaarometer ${year}`);
  const rows = scored.map(([code, { properties }]): [string, ...Cell[]] => [
    code,
    ...filled.map((one) => readScore(properties[one.field], one)),
  ]);
  return makeTablesByLevel({
    name: `leefbaarometer-${year}`,
    title: `Leefbaarometer ${year}`,
    boundaryYear,
    period: String(year),
    origin,
    fields: [
      { name: 'code', as: 'area' },
      ...filled.map(({ definition: { key } }) => ({ name: key, as: 'value' as const, indicator: key })),
    ],
    rows: keepHeldAreas(rows, boundaryYear, request, notes),
  });
}

/** Neighbourhoods with few inhabitants have no score, or a class of zero: classes run from 1 to 9. */
function readScore(value: unknown, { definition }: LiveabilityScore): Cell {
  if (!isScore(value)) return null;
  const score = Number(value);
  return definition.unit === 'klasse' && score === 0 ? null : score;
}

function isScore(value: unknown): boolean {
  if (typeof value !== 'number' && typeof value !== 'string') return false;
  return String(value).trim() !== '' && Number.isFinite(Number(value));
}
