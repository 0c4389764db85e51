import { codeAtLevel, levelOfCode, municipalityOfCode } from '../../../geodata/area.ts';
import type { ColumnData, ColumnPeriod } from '../../../geodata/columns/column.ts';
import { type References, referToGroups } from '../../../geodata/comparing/references.ts';
import { isMapLevel } from '../../../geodata/level.ts';
import { findTarget, type Target } from '../../../geodata/target.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { findGroupRule } from '../area/sides.ts';
import type { ReferenceChoice } from './choice.ts';
import type { AreaTypes } from './types.ts';

/** A place that areas are held against: its key in the link, and its code. */
export type ReferencePlace = Pick<ReferenceChoice, 'key' | 'code'>;

/**
 * The place that an area is held against: the one for all, or the municipality that it lies in. null where its reference
 * is no place, and for a municipality that would be held against itself as its own.
 */
export function placeFor(
  code: string,
  chosen: Pick<ReferenceChoice, 'kind' | 'key' | 'code'>,
): ReferencePlace | null {
  if (chosen.kind === 'place') return chosen;
  const own = municipalityOfCode(code);
  return chosen.kind === 'municipality' && own !== code ? { key: own, code: own } : null;
}

/** Whether an area is a place or a part of it: of the region and the country all are. */
export function isPartOf(code: string, { key }: Pick<ReferenceChoice, 'key'>): boolean {
  if (holdsAll(key)) return true;
  const level = levelOfCode(key);
  return level !== null && isMapLevel(level) && codeAtLevel(code, level) === key;
}

/** Whether every area is part of the reference of a key, whichever areas there are. */
export function holdsAll(key: string | undefined): boolean {
  return key === 'region' || key === 'country';
}

/** The target of an indicator that an area is held against in a period: that of its municipality; undefined where that has none. */
export function assignTargets(
  targets: readonly Target[],
  { key }: Pick<CatalogIndicator, 'key'>,
  period: string,
): (code: string) => Target | undefined {
  const all = targets.filter(({ indicator }) => indicator === key);
  const codes = new Set(all.map(({ municipality }) => municipality));
  const targetOf = new Map([...codes].map((code) => [code, findTarget(all, code, period)]));
  return (code) => targetOf.get(municipalityOfCode(code));
}

/** The references of an indicator's figures at a moment, by area index. */
export type ReferTo = (
  indicator: Pick<CatalogIndicator, 'key' | 'kind' | 'derive' | 'aggregate'>,
  moment: ColumnPeriod,
) => References;

/**
 * Each area of a level against all of its type; of a moment they are made once. `columns` are those of the indicators, of
 * what they are derived from and of what they are weighted by.
 */
export function referToPeers(
  { clustering: { types, sizes } }: Pick<AreaTypes, 'clustering'>,
  columns: ReadonlyMap<string, ColumnData>,
): ReferTo {
  const known = new WeakMap<ColumnPeriod, References>();
  return (indicator, moment) => {
    const found =
      known.get(moment) ??
      referToGroups(moment, findGroupRule(indicator, columns, moment), types, sizes.length);
    known.set(moment, found);
    return found;
  };
}
