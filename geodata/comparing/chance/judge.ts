import type { ColumnPeriod } from '../../columns/column.ts';
import { type Estimate, subtractEstimates } from '../../statistics/interval.ts';
import { type EventCount, testEqualRates } from '../../statistics/poisson.ts';
import { estimateRate } from '../../statistics/poisson-interval.ts';
import { type Counts, wholeCountAt } from './counts.ts';
import { significanceLevel } from './method.ts';

/**
 * `bounds`: the 95% interval of the difference, from the bounds of both figures, which are taken to be 95% bounds of
 * separate samples. `poisson`: the exact test of two Poisson rates, of the counts behind the figures.
 */
export type ChanceTest =
  | { readonly kind: 'bounds' }
  | { readonly kind: 'poisson'; readonly from: Counts; readonly to: Counts };

export interface Judgement {
  readonly withinChance: boolean;
  /** 95% interval of the difference, in the indicator's unit. */
  readonly lower: number;
  readonly upper: number;
}

/** Judges the change of the area at index `to`, which has index `from` in the earlier period; null: cannot be judged. */
export type Judge = (from: number, to: number) => Judgement | null;

/**
 * How a test judges the change from one period to another. By bounds a change is within chance where the interval of the
 * difference holds 0. By counts the exact test decides; the interval beside it (from the exact intervals of both
 * counts) is an approximation, and may on the edge just hold 0 where the test does not.
 */
export function createJudge(test: ChanceTest, from: ColumnPeriod, to: ColumnPeriod): Judge {
  return test.kind === 'bounds' ? judgeBounds(from, to) : judgeCounts(test.from, test.to);
}

function judgeBounds(from: ColumnPeriod, to: ColumnPeriod): Judge {
  return (fromIndex, toIndex) => {
    const { lower, upper } = subtractEstimates(readEstimate(to, toIndex), readEstimate(from, fromIndex));
    if (Number.isNaN(lower + upper)) return null;
    return { withinChance: lower <= 0 && upper >= 0, lower, upper };
  };
}

function readEstimate({ values, lower, upper }: ColumnPeriod, index: number): Estimate {
  return {
    value: values[index] ?? Number.NaN,
    lower: lower?.[index] ?? Number.NaN,
    upper: upper?.[index] ?? Number.NaN,
  };
}

function judgeCounts(from: Counts, to: Counts): Judge {
  return (fromIndex, toIndex) => {
    const before = readCount(from, fromIndex);
    const after = readCount(to, toIndex);
    if (!before || !after) return null;
    const { lower, upper } = subtractEstimates(
      estimateRate(after.count, after.exposure),
      estimateRate(before.count, before.exposure),
    );
    const withinChance = testEqualRates(before, after, significanceLevel) > significanceLevel;
    return { withinChance, lower, upper };
  };
}

function readCount(counts: Counts, index: number): EventCount | null {
  const count = wholeCountAt(counts, index);
  return Number.isNaN(count) ? null : { count, exposure: counts.exposures[index] ?? Number.NaN };
}
