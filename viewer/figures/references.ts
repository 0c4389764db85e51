import { levelOfCode } from '../../geodata/area.ts';
import { assignTargets, isPartOf, type ReferTo, referToPeers } from '../../geodata/comparing/held-against.ts';
import { referenceSide } from '../../geodata/comparing/references.ts';
import { sideOfRows } from '../../geodata/comparing/sides.ts';
import { readSeries, readTargets } from '../data/client.ts';
import type { ObservationRow } from '../data/contract.ts';
import type { LevelFigures } from '../state/area/level-figures.ts';
import { indicators } from '../state/catalog.ts';
import type { ReferenceChoice } from '../state/reference/choice.ts';
import { reference, referenceFor } from '../state/reference/reference.ts';
import { readAreaTypes } from '../state/reference/types.ts';
import type { AreaReferences } from './area-references.ts';
import { lineOfRows, lineOfSides } from './lines.ts';

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
  if (kind === 'target') return againstTargets(await readTargets(null, abort));
  if (kind === 'peers') return againstPeers(await readTypes(await figures, carry, abort));
  const places = new Map(codes.flatMap(pairWithPlace));
  return againstPlaces(places, await readPlaceFigures([...places.values()], carry, abort));
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
function againstPlaces(
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

function againstTargets(targets: Targets): AreaReferences {
  const sideOf: AreaReferences['sideOf'] = ({ code }, indicator, { period }) => {
    const target = assignTargets(targets, indicator, period)(code);
    return target ? { ...unknownSide, value: target.value, status: 'final' } : null;
  };
  return { sideOf, lineOf: lineOfSides(sideOf), isPart: () => false };
}

const unknownSide = {
  lower: Number.NaN,
  upper: Number.NaN,
  count: Number.NaN,
  exposure: Number.NaN,
} as const;

/** How areas of each level are held against those of their type. */
async function readTypes(figures: readonly LevelFigures[], carry: number | null, abort: AbortSignal) {
  const byLevel = new Map<string, ReferTo>();
  const read = async ({ level, columns }: LevelFigures) => {
    const types = await readAreaTypes(level, carry, abort);
    if (types) byLevel.set(level, referToPeers(types, columns));
  };
  await Promise.all(figures.map(read));
  return byLevel;
}

function againstPeers(byLevel: ReadonlyMap<string, ReferTo>): AreaReferences {
  const sideOf: AreaReferences['sideOf'] = ({ code, index }, indicator, moment) => {
    const referTo = byLevel.get(levelOfCode(code) ?? '');
    const side = referTo && referenceSide(referTo(indicator, moment), index);
    return side && !Number.isNaN(side.value) ? side : null;
  };
  return { sideOf, lineOf: lineOfSides(sideOf), isPart: () => true };
}
