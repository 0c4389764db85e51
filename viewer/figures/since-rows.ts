import type { ColumnData, ColumnPeriod } from '../../geodata/columns/column.ts';
import { chooseIntervalMethod } from '../../geodata/comparing/chance/method.ts';
import { comparePairs, type PairFinding } from '../../geodata/comparing/chance/pairs.ts';
import { findBreaks } from '../../geodata/comparing/comparability.ts';
import { findCounts, sideAt } from '../../geodata/comparing/sides.ts';
import { yearOfPeriod } from '../../geodata/period.ts';
import type { CatalogIndicator } from '../data/contract.ts';
import { hasFigure, listMoments } from '../state/area/moment.ts';

/** An indicator of an area, by the index that the area has in the columns of its level. */
export interface Followed {
  readonly indicator: CatalogIndicator;
  readonly index: number;
}

/** How a figure went since a year: what was known up to it, and the newest after it. */
export interface SinceRow extends Followed {
  /** The last figure up to the year; null where there is none. */
  readonly before: { readonly moment: ColumnPeriod; readonly value: number } | null;
  /** The newest figure after the year; null where there is none. */
  readonly after: { readonly moment: ColumnPeriod; readonly value: number } | null;
  /** null where a figure is missing, or a break in the series lies between. */
  readonly finding: PairFinding | null;
  readonly hasBreak: boolean;
}

/**
 * Holds the newest figure of each against the last up to a year, each by the test that fits its indicator, corrected for
 * testing all of them. An area that was redrawn since has another index, and so no figure before.
 */
export function listSinceRows(
  followed: readonly Followed[],
  columns: ReadonlyMap<string, ColumnData>,
  indicators: readonly CatalogIndicator[],
  year: number,
): SinceRow[] {
  const rows = followed.map((each) => describeRow(each, columns, year));
  const pairs = rows.flatMap(({ indicator, index, before, after, hasBreak }, place) => {
    if (!before || !after || hasBreak) return [];
    const side = ({ moment }: { readonly moment: ColumnPeriod }) =>
      sideAt(moment, index, findCounts(indicator, columns, moment));
    const [one, other] = [side(after), side(before)];
    const hasBounds = [one, other].every(({ lower, upper }) => !Number.isNaN(lower + upper));
    return [
      { place, interval: chooseIntervalMethod(indicator, indicators, hasBounds), one, other, isPart: false },
    ];
  });
  const findings = comparePairs(pairs);
  const findingOf = new Map(pairs.map(({ place }, index) => [place, findings[index] ?? null]));
  return rows.map((row, place) => ({ ...row, finding: findingOf.get(place) ?? null }));
}

function describeRow(
  { indicator, index }: Followed,
  columns: ReadonlyMap<string, ColumnData>,
  year: number,
): Omit<SinceRow, 'finding'> {
  const column = columns.get(indicator.key);
  const known = (column ? listMoments(column, index) : []).filter((moment) => hasFigure(moment, index));
  const at = (moment: ColumnPeriod | undefined) =>
    moment ? { moment, value: moment.values[index] ?? Number.NaN } : null;
  const before = at(known.findLast(({ period }) => yearOfPeriod(period) <= year));
  const after = at(known.filter(({ period }) => yearOfPeriod(period) > year).at(-1));
  const hasBreak =
    before !== null &&
    after !== null &&
    findBreaks(indicator.breaks, before.moment.period, after.moment.period).length > 0;
  return { indicator, index, before, after, hasBreak };
}

/** The columns that such rows need: each indicator's own, and those of the counts behind it. */
export function listNeededKeys(indicators: readonly Pick<CatalogIndicator, 'key' | 'derive'>[]): string[] {
  return [
    ...new Set(
      indicators.flatMap(({ key, derive }) => [
        key,
        ...(derive ? [derive.numerator, derive.denominator] : []),
      ]),
    ),
  ];
}
