import type { ColumnData, ColumnPeriod } from '../../geodata/columns/column.ts';
import type { Since } from '../../geodata/comparing/area-change.ts';
import { chooseIntervalMethod } from '../../geodata/comparing/chance/method.ts';
import { comparePairs, type PairFinding } from '../../geodata/comparing/chance/pairs.ts';
import { findBreaks } from '../../geodata/comparing/comparability.ts';
import { findCounts, sideAt } from '../../geodata/comparing/sides.ts';
import type { CatalogIndicator } from '../data/contract.ts';
import { hasFigure } from '../state/area/moment.ts';
import type { FigureRow } from './figure-rows.ts';
import { spreadAt } from './spread.ts';

/** How the newest figure of an area differs from an earlier one. */
export interface ChangeRow {
  readonly indicator: CatalogIndicator;
  readonly from: ColumnPeriod;
  readonly to: ColumnPeriod;
  readonly before: number;
  readonly after: number;
  readonly finding: PairFinding;
  /** The change in robust standard deviations of all areas; null where that is unknown. */
  readonly deviation: number | null;
}

interface ChangeInput {
  readonly index: number;
  readonly indicators: readonly CatalogIndicator[];
  readonly columns: ReadonlyMap<string, ColumnData>;
  readonly rows: readonly FigureRow[];
  readonly since: Since;
}

/**
 * The change of every indicator of an area, corrected for testing all of them. An area that was redrawn has another index
 * before, and a break in the series lies between: neither is compared.
 */
export function listChangeRows({ index, indicators, columns, rows, since }: ChangeInput): ChangeRow[] {
  const changes = rows.flatMap((row) => {
    const from = findEarlier(row, index, since);
    if (!from || !hasFigure(row.moment, index)) return [];
    const { indicator, moment } = row;
    const one = row.side;
    const other = sideAt(from, index, findCounts(indicator, columns, from));
    const hasBounds = [one, other].every(({ lower, upper }) => !Number.isNaN(lower + upper));
    const interval = chooseIntervalMethod(indicator, indicators, hasBounds);
    return [{ indicator, from, to: moment, pair: { interval, one, other, isPart: false } }];
  });
  const findings = comparePairs(changes.map(({ pair }) => pair));
  return changes.flatMap(({ pair, ...change }, index) => {
    const finding = findings[index];
    if (!finding) return [];
    const spread = spreadAt(change.to);
    const deviation = spread > 0 ? finding.difference / spread : null;
    return [{ ...change, before: pair.other.value, after: pair.one.value, finding, deviation }];
  });
}

function findEarlier({ indicator, moment, moments }: FigureRow, index: number, since: Since) {
  const earlier = moments
    .slice(0, moments.indexOf(moment))
    .filter(
      (each) =>
        hasFigure(each, index) && findBreaks(indicator.breaks, each.period, moment.period).length === 0,
    );
  return (since === 'before' ? earlier.at(-1) : earlier[0]) ?? null;
}

/** The changes that are more than chance, the largest first. */
export function listRealChanges(rows: readonly ChangeRow[]): ChangeRow[] {
  return rows
    .filter(({ finding }) => finding.verdict === 'higher' || finding.verdict === 'lower')
    .sort((one, other) => Math.abs(other.deviation ?? 0) - Math.abs(one.deviation ?? 0));
}
