import { type Margin, sumByCategory } from './margin.ts';

/** How far weights may go from the design weights, as factors: 0.2 to 5 keeps each between a fifth and five times it. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

export interface Raking {
  readonly weights: Float64Array;
  /** Whether every margin is met to `tolerance`. */
  readonly hasConverged: boolean;
  readonly rounds: number;
  /** The largest relative distance that is left between a margin and the register. */
  readonly distance: number;
  /** Respondents whose weight stands at a bound. */
  readonly bounded: number;
}

const tolerance = 1e-10;
const mostRounds = 5000;

/**
 * Weights that meet the totals of every margin and lie as near the design weights as can be, by the distance of raking:
 * W.E. Deming and F.F. Stephan, "On a least squares adjustment of a sampled frequency table", Annals of Mathematical
 * Statistics 11 (1940), 427–444. Within bounds the factor of a respondent is exp(sum over his categories), cut off at
 * the bounds, as in J.-C. Deville and C.-E. Särndal, "Calibration estimators in survey sampling", Journal of the American
 * Statistical Association 87 (1992), 376–382; R's `survey::calibrate(…, calfun = "raking", bounds = …)`. Goes through the
 * categories in turn until all are met, and says truly whether they were. One margin alone is post-stratification.
 */
export function rake(design: Float64Array, margins: readonly Margin[], bounds: Bounds | null): Raking {
  const exponents = new Float64Array(design.length);
  const weights = Float64Array.from(design);
  const members = margins.map(listMembers);
  let rounds = 0;
  let distance = measureDistance(margins, weights);
  while (distance > tolerance && rounds < mostRounds) {
    for (const [position, margin] of margins.entries())
      for (const [category, group] of (members[position] ?? []).entries())
        if (group.length)
          fitCategory(group, margin.totals[category] ?? 0, { design, exponents, weights, bounds });
    rounds += 1;
    const left = measureDistance(margins, weights);
    // Where the bounds leave no solution it comes to rest away from the totals.
    if (rounds % 100 === 0 && Math.abs(left - distance) < tolerance * left && left > tolerance) {
      distance = left;
      break;
    }
    distance = left;
  }
  return {
    weights,
    hasConverged: distance <= tolerance,
    rounds,
    distance,
    bounded: countBounded(design, weights, bounds),
  };
}

interface Fit {
  readonly design: Float64Array;
  readonly exponents: Float64Array;
  readonly weights: Float64Array;
  readonly bounds: Bounds | null;
}

/** Shifts the exponents of a category so that its weights add up to `total`. */
function fitCategory(group: Int32Array, total: number, { design, exponents, weights, bounds }: Fit): void {
  const shift = bounds
    ? findShift(group, total, design, exponents, bounds)
    : Math.log(total / sumOf(group, weights));
  for (const respondent of group) {
    const exponent = (exponents[respondent] ?? 0) + shift;
    exponents[respondent] = exponent;
    weights[respondent] = (design[respondent] ?? 0) * cutOff(Math.exp(exponent), bounds);
  }
}

function sumOf(group: Int32Array, weights: Float64Array): number {
  let sum = 0;
  for (const respondent of group) sum += weights[respondent] ?? 0;
  return sum;
}

/** The sum grows with the shift, so Newton's step is kept within what is known to hold the answer. */
function findShift(
  group: Int32Array,
  total: number,
  design: Float64Array,
  exponents: Float64Array,
  bounds: Bounds,
): number {
  let [low, high, shift] = [-60, 60, 0];
  for (let step = 0; step < 200; step += 1) {
    let [sum, slope] = [0, 0];
    for (const respondent of group) {
      const factor = Math.exp((exponents[respondent] ?? 0) + shift);
      const weight = design[respondent] ?? 0;
      sum += weight * cutOff(factor, bounds);
      if (factor > bounds.lower && factor < bounds.upper) slope += weight * factor;
    }
    if (Math.abs(sum - total) <= 1e-14 * total) return shift;
    if (sum < total) low = shift;
    else high = shift;
    const newton = slope > 0 ? shift + (total - sum) / slope : Number.NaN;
    shift = newton > low && newton < high ? newton : (low + high) / 2;
    if (high - low < 1e-15) break;
  }
  // All at a bound: no shift reaches the total, and a far one would only be undone again.
  return Math.abs(shift) > 20 ? 0 : shift;
}

function cutOff(factor: number, bounds: Bounds | null): number {
  return bounds ? Math.min(bounds.upper, Math.max(bounds.lower, factor)) : factor;
}

function listMembers({ categoryOf, totals }: Margin): Int32Array[] {
  const groups: number[][] = totals.map(() => []);
  for (const [respondent, category] of categoryOf.entries()) groups[category]?.push(respondent);
  return groups.map((group) => Int32Array.from(group));
}

function measureDistance(margins: readonly Margin[], weights: Float64Array): number {
  let most = 0;
  for (const margin of margins) {
    const sums = sumByCategory(margin, (respondent) => weights[respondent] ?? 0);
    for (const [category, total] of margin.totals.entries())
      if (total > 0) most = Math.max(most, Math.abs((sums[category] ?? 0) / total - 1));
  }
  return most;
}

function countBounded(design: Float64Array, weights: Float64Array, bounds: Bounds | null): number {
  if (!bounds) return 0;
  let count = 0;
  for (const [respondent, weight] of weights.entries()) {
    const factor = weight / (design[respondent] ?? 1);
    if (factor <= bounds.lower * (1 + 1e-12) || factor >= bounds.upper * (1 - 1e-12)) count += 1;
  }
  return count;
}
