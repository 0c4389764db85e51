import { readAddress } from '../../geodata/dimension.ts';
import type { MapLevel } from '../../geodata/level.ts';
import { daysOfPeriod } from '../../geodata/period.ts';
import type { Database } from '../../sql/database.ts';
import { type FeatureFilter, type FeatureRow, listFeatures } from '../../sql/features.ts';
import type { Reader } from '../../sql/reader.ts';
import { listSourcesByKey } from '../../sql/sources.ts';
import { describeProtection } from '../figures/observations.ts';
import { type Crs, projectGeometry } from './crs.ts';

/** A property of an area, and of its figure where one is asked for: named as `/api/observations` names it. */
export type Properties = Readonly<Record<string, string | number | boolean | null>>;

export interface Item {
  readonly id: string;
  readonly properties: Properties;
  /** Text of GeoJSON in the system that was asked for. */
  readonly geometry: string;
}

/** A page of areas with their figures, in the system that was asked for. */
export async function readItems(
  db: Database,
  reader: Reader,
  filter: FeatureFilter,
  { crs, ...page }: { readonly crs: Crs; readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly items: Item[]; readonly next: string | null }> {
  const { rows, next } = await listFeatures(db, reader, filter, page);
  const keys = rows.flatMap(({ source }) => source ?? []);
  const sources = new Map((await listSourcesByKey(db, keys)).map(({ key, title }) => [key, title]));
  const items = rows.map((row) => ({
    id: row.code,
    properties: { ...describeArea(row, filter), ...describeFigure(row, filter, sources) },
    geometry: projectGeometry(row.geometry, crs),
  }));
  return { items, next };
}

/** Names of the properties that every area has. */
export const areaProperties = [
  'code',
  'name',
  'level',
  'boundaryYear',
  'district',
  'municipality',
  'municipalityName',
  'water',
  'areaM2',
] as const;

function describeArea(row: FeatureRow, { level, boundaryYear }: { level: MapLevel; boundaryYear: number }) {
  const { code, name, district, municipality, municipalityName, water, areaM2 } = row;
  return {
    code,
    name,
    level,
    boundaryYear,
    district,
    municipality,
    municipalityName,
    water,
    areaM2: areaM2 === null ? null : Math.round(areaM2),
  } satisfies Record<(typeof areaProperties)[number], unknown>;
}

/** Where the reader may see no figure it is `missing`, as in the columns. */
function describeFigure(
  row: FeatureRow,
  { figure }: FeatureFilter,
  sources: ReadonlyMap<string, string>,
): Properties {
  if (!figure) return {};
  const { value, lower, upper, sampleSize, status, origin, source, note } = row;
  const { first, last } = daysOfPeriod(figure.period);
  return {
    ...readAddress(figure.indicator),
    period: figure.period,
    periodStart: first,
    periodEnd: last,
    value,
    lower,
    upper,
    sampleSize,
    status: status ?? 'missing',
    origin,
    source: source === null ? null : (sources.get(source) ?? source),
    ...describeProtection(note),
  };
}

/** GeoJSON of an item; `more` are members beside those of a feature. */
export function writeItem({ id, properties, geometry }: Item, more: object = {}): string {
  const members = { type: 'Feature', id, properties, ...more };
  return `${JSON.stringify(members).slice(0, -1)},"geometry":${geometry}}`;
}
