import type { ColumnData, ColumnPeriod } from '../../geodata/columns/column.ts';
import { chooseIntervalMethod, type IntervalMethod } from '../../geodata/comparing/chance/method.ts';
import { comparePairs, intervalOf, type PairFinding } from '../../geodata/comparing/chance/pairs.ts';
import type { Side } from '../../geodata/comparing/chance/side.ts';
import { growsWithArea } from '../../geodata/comparing/comparability.ts';
import { findCounts, sideAt } from '../../geodata/comparing/sides.ts';
import type { Estimate } from '../../geodata/statistics/interval.ts';
import type { CatalogIndicator } from '../data/contract.ts';
import { findNewest, listMoments } from '../state/area/moment.ts';
import { spreadAt } from './spread.ts';

/** The newest figure of one indicator of an area, beside that of its reference. */
export interface FigureRow {
  readonly indicator: CatalogIndicator;
  readonly moment: ColumnPeriod;
  /** All periods that have the area, in order of time. */
  readonly moments: readonly ColumnPeriod[];
  readonly side: Side;
  /** How sure its figures are; null where that is not known. */
  readonly method: IntervalMethod | null;
  /** Its 95% interval; null where that is not known. */
  readonly interval: Estimate | null;
  /** null where the reference has no figure of the period. */
  readonly reference: Side | null;
  /** Against the reference; null for counts, which grow with their area, and without a reference. */
  readonly finding: PairFinding | null;
  /** Difference from the reference in robust standard deviations of all areas of the level; null where that is unknown. */
  readonly deviation: number | null;
}

export interface FigureRowsInput {
  readonly index: number;
  /** In the order in which rows are wanted. */
  readonly indicators: readonly CatalogIndicator[];
  readonly columns: ReadonlyMap<string, ColumnData>;
  /** The figure of the reference in a period; null where it has none. */
  readonly referTo: (indicator: CatalogIndicator, moment: ColumnPeriod) => Side | null;
  /** Whether the area is a part of its reference. */
  readonly isPart: boolean;
}

/** Every indicator that the area has a figure of, held against the reference, corrected for testing all of them. */
export function listFigureRows(input: FigureRowsInput): FigureRow[] {
  const rows = input.indicators.flatMap((indicator) => describeFigure(indicator, input) ?? []);
  const compared = rows.filter(canCompare);
  const findings = comparePairs(
    compared.map(({ method, side, reference }) => ({
      interval: method,
      one: side,
      other: reference,
      isPart: input.isPart,
    })),
  );
  const findingOf = new Map(compared.map(({ indicator }, index) => [indicator, findings[index] ?? null]));
  return rows.map((row) => {
    const finding = findingOf.get(row.indicator) ?? null;
    return { ...row, finding, deviation: finding && deviate(finding, row.moment) };
  });
}

type Described = Omit<FigureRow, 'finding' | 'deviation'>;

function canCompare(row: Described): row is Described & { readonly reference: Side } {
  return !growsWithArea(row.indicator) && row.reference !== null && !Number.isNaN(row.reference.value);
}

function describeFigure(
  indicator: CatalogIndicator,
  { index, indicators, columns, referTo }: FigureRowsInput,
): Described | null {
  const column = columns.get(indicator.key);
  const moments = column ? listMoments(column, index) : [];
  const moment = findNewest(moments, index);
  if (!moment) return null;
  const side = sideAt(moment, index, findCounts(indicator, columns, moment));
  const hasBounds = !Number.isNaN(side.lower) && !Number.isNaN(side.upper);
  const method = chooseIntervalMethod(indicator, indicators, hasBounds);
  const reference = referTo(indicator, moment);
  return { indicator, moment, moments, side, interval: intervalOf(side, method), reference, method };
}

function deviate({ difference }: PairFinding, moment: ColumnPeriod): number | null {
  const spread = spreadAt(moment);
  return spread > 0 && Number.isFinite(difference) ? difference / spread : null;
}

/** The rows that differ from the reference by more than chance, the largest deviation first. */
export function listOutstanding(rows: readonly FigureRow[]): FigureRow[] {
  return rows
    .filter(({ finding }) => finding?.verdict === 'higher' || finding?.verdict === 'lower')
    .sort((one, other) => Math.abs(other.deviation ?? 0) - Math.abs(one.deviation ?? 0));
}
