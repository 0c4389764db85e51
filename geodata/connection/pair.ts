import { parseAreaList } from '../area-list.ts';
import { decodeColumn } from '../columns/column.ts';
import { type Correlation, type CorrelationMethod, correlate, rankList } from '../statistics/correlation.ts';
import { chooseFigures, type LeftOut, matchFigures, type PeriodFigures } from './match.ts';
import { readWeights } from './search.ts';
import { drawTrend, type Trend } from './trend.ts';

export interface PairInput {
  readonly subject: PeriodFigures;
  /** Column of the other indicator, as it was sent. */
  readonly other: Uint8Array;
  /** Column of the inhabitants, where areas count by them. */
  readonly weights: Uint8Array | null;
  /** The answer of `GET /api/areas` for the level and boundary year of the subject, as it was sent. */
  readonly areas: Uint8Array;
  readonly method: CorrelationMethod;
}

/** Two indicators over the same areas. Every array has an entry for each area that has both figures, in order of `x`. */
export interface PairedFigures {
  readonly indexes: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** One line an area: a single text crosses from a worker faster than many. */
  readonly codes: string;
  readonly names: string;
  /** Of the other indicator. */
  readonly period: string;
  readonly boundaryYear: number;
  readonly correlations: Readonly<Record<CorrelationMethod, Omit<Correlation, 'leftOut'>>>;
  readonly leftOut: LeftOut;
  /** null where it would show chance. */
  readonly trend: Trend | null;
}

/**
 * Puts two indicators beside each other for a scatter, the other one in the period nearest to the subject's. null where the
 * other has no figures. Yields the share that is done.
 */
export function* pairFigures({
  subject,
  other,
  weights: weightBytes,
  areas,
  method,
}: PairInput): Generator<number, PairedFigures | null> {
  const figures = chooseFigures(decodeColumn(other).periods, subject);
  yield 0.3;
  if (!figures) return null;
  const weights = readWeights(weightBytes, subject);
  yield 0.5;
  const match = matchFigures(subject, figures, weights);
  const listed = new Map(parseAreaList(areas).rows.map((area) => [area.index, area]));
  yield 0.7;
  const known = [...match.one.keys()].filter((index) => !Number.isNaN(match.one[index]) && listed.has(index));
  const indexes = Uint32Array.from(known).sort((a, b) => (match.one[a] ?? 0) - (match.one[b] ?? 0));
  const pick = (values: Float64Array) => Float64Array.from(indexes, (index) => values[index] ?? Number.NaN);
  const [x, y, picked] = [pick(match.one), pick(match.other), weights && pick(weights.values)];
  const [ranked, otherRanked] = [rankList(x), rankList(y)];
  const correlations = {
    spearman: correlate(ranked, otherRanked, 'spearman', picked),
    pearson: correlate(ranked, otherRanked, 'pearson', picked),
  };
  yield 0.9;
  const { period, boundaryYear } = figures;
  return {
    indexes,
    x,
    y,
    codes: [...indexes].map((index) => listed.get(index)?.code ?? '').join('\n'),
    names: [...indexes].map((index) => listed.get(index)?.name ?? '').join('\n'),
    period,
    boundaryYear,
    correlations,
    leftOut: match.leftOut,
    trend: drawTrend({ x, y, ...(picked && { weights: picked }) }, method, correlations[method]),
  };
}
