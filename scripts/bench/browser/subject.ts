import { classOf } from '../../../geodata/classes/classed.ts';
import type { Colour } from '../../../geodata/classes/colour.ts';
import { schemeColours } from '../../../geodata/classes/scheme.ts';
import { type ColumnData, type ColumnPeriod, decodeColumn } from '../../../geodata/columns/column.ts';
import { quantile } from '../measurement.ts';

export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** An area as it can be looked for on a map. */
export interface SubjectArea {
  readonly code: string;
  /** Index in `ranks`. */
  readonly index: number;
  readonly bbox: Bounds;
  /** A point inside: longitude and latitude. */
  readonly centroid: readonly [number, number];
}

/** What is drawn in every measurement of a region: one indicator on the finest level, in two years of the same boundaries. */
export interface Subject {
  readonly indicator: string;
  readonly years: readonly [string, string];
  readonly boundaryYear: number;
  /** Inner limits of the classes. */
  readonly limits: readonly number[];
  readonly scheme: 'warm';
  /** Of the classes, lowest first. */
  readonly colours: readonly Colour[];
  /** Class of every area in either year by its index; -1 where it has no value. */
  readonly ranks: readonly [readonly number[], readonly number[]];
  readonly areas: readonly SubjectArea[];
  readonly bounds: Bounds;
}

interface Indicator {
  readonly key: string;
  readonly kind: string;
  readonly decimals: number;
  readonly periods: readonly { readonly period: string; readonly boundaryYear: number }[];
  readonly columns: { readonly neighbourhood?: { readonly hash: string } };
}

interface Catalog {
  readonly indicators: readonly Indicator[];
  readonly boundaryYears: readonly { readonly year: number; readonly bbox: Bounds }[];
}

const classes = 5;

/** Chooses what to draw from what a running product has, and what colour every area must then have. */
export async function chooseSubject(address: string): Promise<Subject> {
  const { indicators, boundaryYears } = await readJson<Catalog>(`${address}/api/catalog`);
  const [chosen] = indicators.flatMap(findYears).sort((one, two) => two.weight - one.weight);
  if (!chosen) throw new Error('no indicator has two years in the same boundaries');
  const { indicator, years, boundaryYear } = chosen;
  const column = await readColumn(address, indicator);
  const [first, second] = years.map((year) => findPeriod(column, year, boundaryYear));
  const { rows } = await readJson<{ rows: SubjectArea[] }>(
    `${address}/api/areas?level=neighbourhood&boundaryYear=${boundaryYear}`,
  );
  const bounds = boundaryYears.find(({ year }) => year === boundaryYear)?.bbox;
  if (!first || !second || !bounds) throw new Error('the catalog and the column do not agree');
  const limits = divide([...first.values, ...second.values], indicator.decimals);
  const rank = ({ values }: ColumnPeriod) => [...values].map((value) => classOf(value, limits));
  return {
    indicator: indicator.key,
    years,
    boundaryYear,
    limits,
    scheme: 'warm',
    colours: schemeColours('warm', limits.length + 1, 'light'),
    ranks: [rank(first), rank(second)],
    areas: rows,
    bounds,
  };
}

interface Years {
  readonly indicator: Indicator;
  readonly years: readonly [string, string];
  readonly boundaryYear: number;
  readonly weight: number;
}

/** The last two years whose newest boundaries are the same; relative figures and long series weigh most. */
function findYears(indicator: Indicator): Years[] {
  if (!indicator.columns.neighbourhood) return [];
  const newest = new Map<string, number>();
  for (const { period, boundaryYear } of indicator.periods)
    if (/^\d{4}$/.test(period)) newest.set(period, Math.max(boundaryYear, newest.get(period) ?? 0));
  const ordered = [...newest].sort(([one], [two]) => (one < two ? 1 : -1));
  for (const [index, [later, boundaryYear]] of ordered.entries()) {
    const earlier = ordered.slice(index + 1).find(([, year]) => year === boundaryYear);
    const weight = newest.size + (indicator.kind === 'rate' ? 100 : 0);
    if (earlier) return [{ indicator, years: [earlier[0], later], boundaryYear, weight }];
  }
  return [];
}

function findPeriod(column: ColumnData, year: string, boundaryYear: number): ColumnPeriod | undefined {
  return column.periods.find((each) => each.period === year && each.boundaryYear === boundaryYear);
}

async function readColumn(address: string, { key, columns }: Indicator): Promise<ColumnData> {
  const answer = await fetch(
    `${address}/api/columns/${key}/neighbourhood?hash=${columns.neighbourhood?.hash}`,
  );
  if (!answer.ok) throw new Error(`no column of ${key}: ${answer.status}`);
  return decodeColumn(new Uint8Array(await answer.arrayBuffer()));
}

async function readJson<Body>(address: string): Promise<Body> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return (await answer.json()) as Body;
}

/** Limits of classes that hold about as many values each, to the indicator's decimals. */
function divide(values: readonly number[], decimals: number): number[] {
  const finite = values.filter(Number.isFinite);
  const limits = Array.from({ length: classes - 1 }, (_, index) =>
    Number(quantile(finite, (index + 1) / classes).toFixed(decimals)),
  );
  return [...new Set(limits)];
}
