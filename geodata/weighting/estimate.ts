import { normalQuantile95 } from '../statistics/normal.ts';
import { estimateShare } from '../statistics/share.ts';
import type { Project } from './projection.ts';

/** Weighted respondents, in one order everywhere. */
export interface WeightedSample {
  readonly weights: Float64Array;
  /** The stratum of each respondent, from 0. */
  readonly stratumOf: Int32Array;
  /** Takes out of a value what the weighting explains of it, see projection.ts. */
  readonly project: Project;
}

/** An estimate of a mean or a share with what it rests on. */
export interface WeightedEstimate {
  readonly value: number;
  readonly standardError: number;
  /** Of the 95% interval. */
  readonly lower: number;
  readonly upper: number;
  /** Respondents who answered. */
  readonly count: number;
  /** Kish's effective number of them: what their weights leave of it. */
  readonly effectiveCount: number;
  /** Variance by that of a simple random sample as large; null where all answered the same. */
  readonly designEffect: number | null;
}

/** L. Kish, "Survey Sampling" (1965), 11.7: (Σw)² ÷ Σw², at most the number of weights. 0 without any. */
export function countEffective(weights: Iterable<number>): number {
  let [sum, squares] = [0, 0];
  for (const weight of weights) [sum, squares] = [sum + weight, squares + weight * weight];
  return squares > 0 ? (sum * sum) / squares : 0;
}

/**
 * The weighted mean of a value among the respondents that have one, NaN standing for none: R's
 * `svymean(~value, subset(design, …), na.rm = TRUE, deff = "replace")`. The variance is that of the mean made linear
 * (K.M. Wolter, "Introduction to Variance Estimation", 2007, chapter 6), with replacement within strata, after what the
 * weighting explains is taken out; a stratum of one respondent counts his distance from zero
 * (`survey.lonely.psu = "adjust"`). The interval is the value ± 1.96 standard errors. Null where nobody has a value.
 */
export function estimateMean(sample: WeightedSample, values: Float64Array): WeightedEstimate | null {
  const { weights } = sample;
  let [total, sum, count] = [0, 0, 0];
  for (let respondent = 0; respondent < values.length; respondent += 1) {
    const value = values[respondent] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const weight = weights[respondent] ?? 0;
    [total, sum, count] = [total + weight, sum + weight * value, count + 1];
  }
  if (!count || total <= 0) return null;
  const mean = sum / total;
  const linear = values.map((value) => (Number.isNaN(value) ? 0 : (value - mean) / total));
  const variance = sumVariance(sample, sample.project(linear));
  const simple = count > 1 ? sumSpread(values, weights, mean) / total / (count - 1) : 0;
  const standardError = Math.sqrt(variance);
  return {
    value: mean,
    standardError,
    lower: mean - normalQuantile95 * standardError,
    upper: mean + normalQuantile95 * standardError,
    count,
    effectiveCount: countEffective(weights.filter((_, respondent) => !Number.isNaN(values[respondent]))),
    designEffect: simple > 0 ? variance / simple : null,
  };
}

/**
 * A share (0 to 1) of values that are 0 or 1, as `estimateMean`, with Wilson's interval on the number of a simple random
 * sample with the same variance, p(1 − p) ÷ variance, at most those who answered (E.L. Korn and B.I. Graubard,
 * "Confidence intervals for proportions with small expected number of positive counts estimated from survey data",
 * Survey Methodology 24 (1998), 193–201); where all answered the same, on Kish's effective number.
 */
export function estimateWeightedShare(sample: WeightedSample, values: Float64Array): WeightedEstimate | null {
  const mean = estimateMean(sample, values);
  if (!mean) return null;
  const { value, standardError, count, effectiveCount } = mean;
  const isAlike = value <= 0 || value >= 1 || standardError === 0;
  const trials = isAlike ? effectiveCount : Math.min(count, (value * (1 - value)) / standardError ** 2);
  const share = Math.min(1, Math.max(0, value));
  const { lower, upper } = estimateShare(share * trials, trials);
  return { ...mean, lower, upper };
}

/** Σ over strata of n ÷ (n − 1) × Σ (u − mean u)², where u is weight × residual. */
function sumVariance({ weights, stratumOf }: WeightedSample, residuals: Float64Array): number {
  const size = stratumOf.reduce((most, stratum) => Math.max(most, stratum + 1), 0);
  const [counts, sums, squares] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (let respondent = 0; respondent < stratumOf.length; respondent += 1) {
    const stratum = stratumOf[respondent] ?? 0;
    const influence = (weights[respondent] ?? 0) * (residuals[respondent] ?? 0);
    counts[stratum] = (counts[stratum] ?? 0) + 1;
    sums[stratum] = (sums[stratum] ?? 0) + influence;
    squares[stratum] = (squares[stratum] ?? 0) + influence * influence;
  }
  let variance = 0;
  for (const [stratum, count] of counts.entries()) {
    const [sum, square] = [sums[stratum] ?? 0, squares[stratum] ?? 0];
    variance += count > 1 ? (count / (count - 1)) * Math.max(0, square - (sum * sum) / count) : square;
  }
  return variance;
}

/** Σ weight × (value − mean)². */
function sumSpread(values: Float64Array, weights: Float64Array, mean: number): number {
  let sum = 0;
  for (let respondent = 0; respondent < values.length; respondent += 1) {
    const value = values[respondent] ?? Number.NaN;
    if (!Number.isNaN(value)) sum += (weights[respondent] ?? 0) * (value - mean) ** 2;
  }
  return sum;
}
