import { codeAtLevel, levelOfCode, municipalityOfCode } from '../area.ts';
import type { ColumnData, ColumnPeriod } from '../columns/column.ts';
import type { Indicator } from '../indicator.ts';
import { isMapLevel } from '../level.ts';
import type { Clustering } from '../statistics/clustering.ts';
import { findTarget, type Target } from '../target.ts';
import type { HeldAgainst } from './reference-choice.ts';
import { type References, referToGroups } from './references.ts';
import { findGroupRule } from './sides.ts';

/** A place that areas are held against: its key in the link, and its code. */
export type ReferencePlace = Pick<HeldAgainst, 'key' | 'code'>;

/**
 * The place that an area is held against: the one for all, or the municipality that it lies in. null where its reference
 * is no place, and for a municipality that would be held against itself as its own.
 */
export function placeFor(code: string, chosen: HeldAgainst): ReferencePlace | null {
  if (chosen.kind === 'place') return chosen;
  const own = municipalityOfCode(code);
  return chosen.kind === 'municipality' && own !== code ? { key: own, code: own } : null;
}

/** Whether an area is a place or a part of it: of the region and the country all are. */
export function isPartOf(code: string, { key }: Pick<HeldAgainst, 'key'>): boolean {
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
  { key }: Pick<Indicator, 'key'>,
  period: string,
): (code: string) => Target | undefined {
  const all = targets.filter(({ indicator }) => indicator === key);
  const codes = new Set(all.map(({ municipality }) => municipality));
  const targetOf = new Map([...codes].map((code) => [code, findTarget(all, code, period)]));
  return (code) => targetOf.get(municipalityOfCode(code));
}

/** The references of an indicator's figures at a moment, by area index. */
export type ReferTo = (
  indicator: Pick<Indicator, 'key' | 'kind' | 'derive' | 'aggregate'>,
  moment: ColumnPeriod,
) => References;

/**
 * Each area of a level against all of its type; of a moment they are made once. `columns` are those of the indicators, of
 * what they are derived from and of what they are weighted by.
 */
export function referToPeers(
  { clustering: { types, sizes } }: { readonly clustering: Pick<Clustering, 'types' | 'sizes'> },
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
