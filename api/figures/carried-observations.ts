import {
  type CarriedFigure,
  type CarryPlan,
  carryFigures,
  carryRuleOf,
  nearestBoundaryYear,
  planCarry,
} from '../../geodata/boundary/carrying/carry.ts';
import { findEntry } from '../../geodata/catalog.ts';
import { formatCsvRow } from '../../geodata/csv-row.ts';
import { readAddress, writeAddress } from '../../geodata/dimension.ts';
import { isMapLevel, type Level, levels } from '../../geodata/level.ts';
import { nearestPeriod } from '../../geodata/nearest-period.ts';
import { type AreaOfYear, listAreasOfYear } from '../../sql/areas-of-year.ts';
import type { Database } from '../../sql/database.ts';
import {
  type Cursor,
  type ObservationRow as HeldRow,
  listObservations,
  type ObservationFilter,
} from '../../sql/observations.ts';
import type { Reader } from '../../sql/reader.ts';
import type { Source } from '../../sql/sources.ts';
import type { Catalog, CatalogIndicator } from '../schemas/catalog.ts';
import type { ObservationRow, Observations } from '../schemas/observation.ts';
import { streamTexts } from '../sending/text-stream.ts';
import { readChainedLineage } from './lineage.ts';
import { csvColumns, describeProtection } from './observations.ts';
import { readOneRelease, writePageCursor } from './one-release.ts';

/** Figures on the boundaries of one year; of the filters `area` and `within` mean areas of that year. */
export interface CarriedRequest {
  readonly db: Database;
  readonly reader: Reader;
  readonly catalog: Catalog;
  readonly filter: Omit<ObservationFilter, 'limit'> & { readonly carriedTo: number };
}

/** Figures of one indicator, level and period. */
interface Batch {
  readonly rows: readonly ObservationRow[];
  readonly sources: readonly Source[];
}

/** A page of carried figures as JSON, from a database that stays as it is meanwhile. */
export async function carryObservations(request: CarriedRequest, limit: number): Promise<Observations> {
  const rows: ObservationRow[] = [];
  const sources = new Map<string, Source>();
  for await (const batch of listBatches(request)) {
    rows.push(...batch.rows);
    for (const source of batch.sources) sources.set(source.key, source);
    if (rows.length > limit) break;
  }
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next =
    rows.length > limit && last
      ? await writePageCursor(request.db, request.reader, { ...last, indicator: writeAddress(last) })
      : null;
  return { rows: page, sources: [...sources.values()], next };
}

/** The columns of the CSV of carried figures. */
export const carriedColumns = [...csvColumns, 'measuredShare', 'carriedFrom'] as const;

/** Carried figures as CSV, a period at a time; up to `limit` rows, or all of them. */
export async function streamCarried(
  request: CarriedRequest,
  limit = Number.POSITIVE_INFINITY,
): Promise<ReadableStream<Uint8Array>> {
  return streamTexts(writeBatches(readOneRelease(request.db, listBatches(request)), limit));
}

async function* writeBatches(
  batches: AsyncIterable<Batch>,
  limit: number,
): AsyncGenerator<string, undefined> {
  let head = formatCsvRow(carriedColumns);
  let left = limit;
  for await (const batch of batches) {
    const rows = batch.rows.slice(0, left);
    left -= rows.length;
    const lines = rows.map((row) => formatCsvRow(carriedColumns.map((column) => row[column] ?? null)));
    yield head + lines.join('');
    head = '';
    if (left <= 0) return;
  }
  if (head) yield head;
}

/** Ordered by indicator, level, period and area; batches before the cursor are not computed. */
async function* listBatches(request: CarriedRequest): AsyncGenerator<Batch, undefined> {
  const { catalog, filter } = request;
  const work = await prepare(request);
  for (const key of [...new Set(filter.indicator)].sort()) {
    const indicator = findEntry(catalog, key);
    if (!indicator) continue;
    for (const level of [...levels].sort()) {
      if (filter.level && !filter.level.includes(level)) continue;
      for (const [period, year] of listPeriods(indicator, level, filter)) {
        const cell = { indicator, level, period, year };
        if (comesBefore(filter.after, cell)) continue;
        const batch = await readCell(work, cell);
        const rows = batch.rows.filter(({ area }) => !isPassed(filter.after, cell, area));
        if (rows.length > 0) yield { rows, sources: batch.sources };
      }
    }
  }
}

interface Cell {
  readonly indicator: CatalogIndicator;
  readonly level: Level;
  readonly period: string;
  /** The boundary year that its figures are published on. */
  readonly year: number;
}

function comesBefore(after: Cursor | undefined, { indicator, level, period }: Cell): boolean {
  if (!after) return false;
  const [own, end] = [
    [indicator.key, level, period],
    [after.indicator, after.level, after.period],
  ];
  const index = own.findIndex((part, at) => part !== end[at]);
  return index >= 0 && (own[index] ?? '') < (end[index] ?? '');
}

function isPassed(after: Cursor | undefined, { indicator, level, period }: Cell, area: string): boolean {
  const isSame = after?.indicator === indicator.key && after.level === level && after.period === period;
  return isSame && area <= after.area;
}

/** The periods that a level has figures for, in order, with the boundary year to take them from. */
function listPeriods(
  indicator: CatalogIndicator,
  level: Level,
  { period: wanted, boundaryYear, carriedTo }: CarriedRequest['filter'],
): [string, number][] {
  const years = new Map<string, number[]>();
  for (const entry of indicator.periods) {
    if (!entry.levels.includes(level) || (wanted && !wanted.includes(entry.period))) continue;
    if (boundaryYear && !boundaryYear.includes(entry.boundaryYear)) continue;
    years.set(entry.period, [...(years.get(entry.period) ?? []), entry.boundaryYear]);
  }
  return [...years]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([period, own]) => [period, nearestBoundaryYear(own, carriedTo) ?? carriedTo]);
}

/** What one answer reads once. */
interface Work extends CarriedRequest {
  readonly areas: ReadonlyMap<string, AreaOfYear>;
  /** The areas to answer for; null: all. */
  readonly wanted: ReadonlySet<string> | null;
  readonly planOf: (year: number) => Promise<CarryPlan>;
  readonly sources: Map<string, Source>;
}

async function prepare(request: CarriedRequest): Promise<Work> {
  const { db, reader, catalog, filter } = request;
  const list = await listAreasOfYear(db, reader, filter.carriedTo);
  const areas = new Map(list.map((area) => [area.code, area]));
  const plans = new Map<number, Promise<CarryPlan>>();
  const readPlan = async (year: number) => {
    const lineage = await readChainedLineage(db, reader, catalog, year, filter.carriedTo);
    return planCarry(lineage?.links ?? []);
  };
  const planOf = (year: number) => {
    const plan = plans.get(year) ?? readPlan(year);
    plans.set(year, plan);
    return plan;
  };
  return { ...request, areas, wanted: chooseAreas(areas, filter), planOf, sources: new Map() };
}

function chooseAreas(
  areas: ReadonlyMap<string, AreaOfYear>,
  { area, within }: CarriedRequest['filter'],
): Set<string> | null {
  if (!area && !within) return null;
  const liesWithin = (code: string | null | undefined): boolean =>
    code != null && (within?.includes(code) || liesWithin(areas.get(code)?.parent));
  const codes = [...areas.values()].filter(
    ({ code, parent }) => (!area || area.includes(code)) && (!within || liesWithin(parent)),
  );
  return new Set(codes.map(({ code }) => code));
}

async function readCell(work: Work, cell: Cell): Promise<Batch> {
  const { filter, areas, wanted } = work;
  const codes = [...areas.values()].flatMap(({ code, level }) =>
    level === cell.level && (!wanted || wanted.has(code)) ? [code] : [],
  );
  if (codes.length === 0) return { rows: [], sources: [] };
  // Region and country are one area whatever is redrawn inside.
  const isOwn = cell.year === filter.carriedTo || !isMapLevel(cell.level);
  const chosen = wanted && (isOwn ? codes : await listParts(work, cell, codes));
  if (chosen?.length === 0) return { rows: [], sources: [] };
  const own = await readFigures(work, cell.indicator.key, cell, chosen);
  const titles = new Map([...work.sources.values()].map(({ key, title }) => [key, title]));
  const title = (key: string) => titles.get(key) ?? key;
  const rows = isOwn
    ? [...own.values()].map((row) => takeOver(row, cell, filter.carriedTo, title))
    : await carryCell(work, cell, own, { codes, title });
  const named = new Set([...own.values()].map(({ source }) => source));
  return { rows, sources: [...work.sources.values()].filter(({ key }) => named.has(key)) };
}

/** Codes of the other year that the areas are made of. */
async function listParts(work: Work, { year }: Cell, codes: readonly string[]): Promise<string[]> {
  const plan = await work.planOf(year);
  return [...new Set(codes.flatMap((code) => plan.areas.get(code)?.parts.map((part) => part.code) ?? []))];
}

function takeOver(
  row: HeldRow,
  { year }: Cell,
  boundaryYear: number,
  title: (key: string) => string,
): ObservationRow {
  const { note, source, ...rest } = row;
  const measuredShare = row.value === null ? null : 1;
  const carriedFrom = year === boundaryYear ? null : year;
  const item = readAddress(row.indicator);
  const protection = describeProtection(note);
  return { ...rest, ...item, ...protection, boundaryYear, source: title(source), measuredShare, carriedFrom };
}

async function carryCell(
  work: Work,
  cell: Cell,
  own: ReadonlyMap<string, HeldRow>,
  { codes, title }: { readonly codes: readonly string[]; readonly title: (key: string) => string },
): Promise<ObservationRow[]> {
  const { indicator, period, year } = cell;
  const plan = await work.planOf(year);
  const rule = carryRuleOf(indicator);
  const chosen = work.wanted && [...own.keys()];
  const read = (key: string | null, at: string | undefined) =>
    key === null || at === undefined
      ? new Map<string, HeldRow>()
      : readFigures(work, key, { ...cell, period: at }, chosen);
  const [numerator, denominator, weight] = [
    rule.by === 'ratio' ? rule.numerator : null,
    rule.by === 'ratio' ? rule.denominator : null,
    rule.by === 'mean' ? rule.weight : null,
  ];
  const figures = carryFigures(plan, {
    rule,
    own,
    numerators: await read(numerator, period),
    denominators: await read(denominator, findNearest(work.catalog, denominator, cell)),
    weights: await read(weight, findNearest(work.catalog, weight, cell)),
  });
  const [first] = own.values();
  return codes.flatMap((code) => {
    const [figure, area] = [figures.get(code) ?? absent, work.areas.get(code)];
    const original = own.get(figure.copyOf ?? plan.areas.get(code)?.parts[0]?.code ?? '') ?? first;
    const isCopy = figure.copyOf !== null;
    // Where nothing was published of an area that kept its shape, there is nothing to carry.
    if (!area || !original || (isCopy && original.area !== figure.copyOf)) return [];
    return [
      {
        ...readAddress(indicator.key),
        area: code,
        areaName: area.name,
        level: cell.level,
        boundaryYear: work.filter.carriedTo,
        period,
        value: figure.value,
        lower: isCopy ? original.lower : null,
        upper: isCopy ? original.upper : null,
        sampleSize: isCopy ? original.sampleSize : null,
        status: figure.status,
        origin: isCopy
          ? original.origin
          : rule.by === 'ratio'
            ? ('derived' as const)
            : ('aggregated' as const),
        source: title(original.source),
        ...describeProtection(isCopy ? original.note : null),
        measuredShare: figure.measuredShare,
        carriedFrom: year,
      },
    ];
  });
}

const absent: CarriedFigure = { value: null, status: 'missing', measuredShare: null, copyOf: null };

/** The period of another indicator that goes with a cell's, as in derive.ts. */
function findNearest(
  catalog: Catalog,
  key: string | null,
  { level, period, year }: Cell,
): string | undefined {
  const entries = (key === null ? undefined : findEntry(catalog, key))?.periods ?? [];
  const held = entries.filter((entry) => entry.boundaryYear === year && entry.levels.includes(level));
  return nearestPeriod(
    period,
    held.map((entry) => entry.period),
  );
}

/** More than the largest level of the country has areas. */
const allAreas = 100_000;

async function readFigures(
  { db, reader, sources }: Work,
  key: string,
  { level, period, year }: Pick<Cell, 'level' | 'period' | 'year'>,
  codes: readonly string[] | null,
): Promise<Map<string, HeldRow>> {
  const page = await listObservations(db, reader, {
    indicator: [key],
    level: [level],
    period: [period],
    boundaryYear: [year],
    ...(codes && { area: codes }),
    limit: allAreas,
  });
  for (const source of page.sources) sources.set(source.key, source);
  return new Map(page.rows.map((row) => [row.area, row]));
}
