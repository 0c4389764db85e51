import { levelOfCode, municipalityOfCode } from '../../geodata/area.ts';
import type { ColumnData, ColumnPeriod } from '../../geodata/columns/column.ts';
import type { Side } from '../../geodata/comparing/chance/side.ts';
import { type References, referenceSide, referToGroups } from '../../geodata/comparing/references.ts';
import { findTarget } from '../../geodata/target.ts';
import { readSeries, readTargets } from '../data/client.ts';
import type { CatalogIndicator, ObservationRow } from '../data/contract.ts';
import type { LevelFigures } from '../state/area/level-figures.ts';
import type { ChartLine } from '../state/area/line.ts';
import { indicators } from '../state/catalog.ts';
import { isPartOf, type ReferenceChoice, reference } from '../state/reference/reference.ts';
import { type AreaTypes, readAreaTypes } from '../state/reference/types.ts';
import { referenceFor } from './against.ts';
import { lineOfRows, lineOfSides } from './lines.ts';
import { findGroupRule, sideOfRows } from './sides.ts';

interface Area {
  readonly code: string;
  readonly index: number;
}

/** What the areas of a page are held against. */
export interface AreaReferences {
  /** null where the reference has no figure of the period. */
  sideOf(area: Area, indicator: CatalogIndicator, moment: ColumnPeriod): Side | null;
  /** The same through time; null where it is no line. */
  lineOf(area: Area, indicator: CatalogIndicator, moments: readonly ColumnPeriod[]): ChartLine | null;
  /** Whether the events of an area are among those of its reference. */
  isPart(code: string): boolean;
}

/**
 * What areas are held against, by the reference of the link, as published or carried to the boundaries of a year.
 * `figures` are those of their levels: of areas that are alike the figures are made of them. Throws RequestFailure.
 */
export async function readReferences(
  codes: readonly string[],
  carry: number | null,
  figures: Promise<readonly LevelFigures[]>,
  abort: AbortSignal,
): Promise<AreaReferences> {
  const kind = reference.peek()?.kind;
  if (kind === 'target') return referToAims(await readTargets(null, abort));
  if (kind === 'peers') return referToPeers(await readTypes(await figures, carry, abort));
  const places = new Map(codes.flatMap(pairWithPlace));
  return referToPlaces(places, await readPlaceFigures([...places.values()], carry, abort));
}

function pairWithPlace(code: string): [string, ReferenceChoice][] {
  const place = referenceFor(code);
  return place ? [[code, place]] : [];
}

/** Every figure of larger areas, of every indicator, period and boundary year. */
async function readPlaceFigures(
  places: readonly ReferenceChoice[],
  carry: number | null,
  abort: AbortSignal,
): Promise<readonly ObservationRow[]> {
  const indicator = indicators.peek().map(({ key }) => key);
  const areas = [...new Set(places.flatMap(({ code }) => code ?? []))];
  if (indicator.length === 0 || areas.length === 0) return [];
  return (await readSeries({ indicator, areas, carry }, abort)).rows;
}

/** An area that was not read for is held against what the first is. */
function referToPlaces(
  places: ReadonlyMap<string, ReferenceChoice>,
  rows: readonly ObservationRow[],
): AreaReferences {
  const [first] = places.values();
  const rowsOf = new Map<string, ObservationRow[]>();
  for (const row of rows) {
    const own = rowsOf.get(row.area);
    if (own) own.push(row);
    else rowsOf.set(row.area, [row]);
  }
  const find = (code: string) => {
    const place = places.get(code) ?? first;
    return place?.code ? { place, code: place.code, rows: rowsOf.get(place.code) ?? [] } : null;
  };
  return {
    sideOf: ({ code }, indicator, moment) => sideOfRows(find(code)?.rows ?? [], indicator, moment),
    lineOf({ code }, indicator) {
      const found = find(code);
      return found && lineOfRows({ code: found.code, name: found.place.name, indicator, rows: found.rows });
    },
    isPart(code) {
      const found = find(code);
      return found !== null && isPartOf(code, found.place);
    },
  };
}

type Targets = Awaited<ReturnType<typeof readTargets>>;

function referToAims(targets: Targets): AreaReferences {
  const aimOf = ({ code }: Area, { key }: CatalogIndicator, { period }: ColumnPeriod) =>
    findTarget(
      targets.filter(({ indicator }) => indicator === key),
      municipalityOfCode(code),
      period,
    );
  const sideOf: AreaReferences['sideOf'] = (area, indicator, moment) => {
    const aim = aimOf(area, indicator, moment);
    return aim ? { ...unknownSide, value: aim.value, status: 'final' } : null;
  };
  return { sideOf, lineOf: lineOfSides(sideOf), isPart: () => false };
}

const unknownSide = {
  lower: Number.NaN,
  upper: Number.NaN,
  count: Number.NaN,
  exposure: Number.NaN,
} as const;

interface TypedFigures {
  readonly columns: ReadonlyMap<string, ColumnData>;
  readonly types: AreaTypes;
}

async function readTypes(figures: readonly LevelFigures[], carry: number | null, abort: AbortSignal) {
  const typed = await Promise.all(
    figures.map(async ({ level, columns }) => ({
      level,
      columns,
      types: await readAreaTypes(level, carry, abort),
    })),
  );
  return new Map(
    typed.flatMap(({ level, columns, types }) =>
      types ? [[level as string, { columns, types }] as const] : [],
    ),
  );
}

function referToPeers(byLevel: ReadonlyMap<string, TypedFigures>): AreaReferences {
  const known = new WeakMap<ColumnPeriod, References>();
  const refer = ({ columns, types }: TypedFigures, indicator: CatalogIndicator, moment: ColumnPeriod) => {
    const found = known.get(moment);
    if (found) return found;
    const { types: typeOf, sizes } = types.clustering;
    const made = referToGroups(moment, findGroupRule(indicator, columns, moment), typeOf, sizes.length);
    known.set(moment, made);
    return made;
  };
  const sideOf: AreaReferences['sideOf'] = ({ code, index }, indicator, moment) => {
    const typed = byLevel.get(levelOfCode(code) ?? '');
    const side = typed && referenceSide(refer(typed, indicator, moment), index);
    return side && !Number.isNaN(side.value) ? side : null;
  };
  return { sideOf, lineOf: lineOfSides(sideOf), isPart: () => true };
}
