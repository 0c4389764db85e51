import { normalQuantile95 } from '../statistics/normal.ts';

/** What is wanted of a stratum; shares from 0 to 1. */
export interface SamplePlan {
  /** People of the age that is asked, in the register. */
  readonly population: number;
  /** Half the width of the 95% interval of a share: 0.05 is five percentage points either way. */
  readonly precision: number;
  /** The share that is expected; 0.5 asks for the most. */
  readonly expectedShare: number;
  readonly expectedResponse: number;
  /** By how much weighting is expected to widen the variance; 1: not at all. */
  readonly designEffect: number;
}

export interface SampleSize {
  /** Answers that are needed. */
  readonly answers: number;
  /** People to invite, so that as many answer; never more than there are. */
  readonly invited: number;
  /** Whether so many people are there; if not, everybody is invited and `precision` is not reached. */
  readonly isReached: boolean;
  /** What the answers of those who are invited give, half the width of the interval. */
  readonly precision: number;
}

/**
 * How many to ask: n₀ = z² p (1 − p) D ÷ e², for a finite population n = n₀ ÷ (1 + (n₀ − 1) ÷ N) (W.G. Cochran,
 * "Sampling Techniques", 3rd ed. 1977, 4.4), and n ÷ response to invite. Throws a RangeError for what is no plan.
 */
export function planSample(plan: SamplePlan): SampleSize {
  const { population, precision, expectedShare, expectedResponse, designEffect } = plan;
  const isShare = (share: number) => share > 0 && share < 1;
  if (!Number.isInteger(population) || population < 0)
    throw new RangeError('the population is no number of people');
  if (!isShare(precision) || !isShare(expectedShare))
    throw new RangeError('precision and expected share lie between 0 and 1');
  if (!(expectedResponse > 0 && expectedResponse <= 1))
    throw new RangeError('the expected response lies above 0, up to 1');
  if (!(designEffect > 0 && designEffect <= 10))
    throw new RangeError('the design effect lies above 0, up to 10');
  if (population === 0) return { answers: 0, invited: 0, isReached: true, precision: 0 };
  const infinite =
    (normalQuantile95 ** 2 * expectedShare * (1 - expectedShare) * designEffect) / precision ** 2;
  const answers = Math.min(population, roundUp(infinite / (1 + (infinite - 1) / population)));
  const wanted = roundUp(answers / expectedResponse);
  const invited = Math.min(population, wanted);
  return { answers, invited, isReached: wanted <= population, precision: precisionOf(plan, invited) };
}

/** Half the width of the 95% interval of a share that inviting so many people gives, for a finite population. */
export function precisionOf(plan: Omit<SamplePlan, 'precision'>, invited: number): number {
  const { population, expectedShare, expectedResponse, designEffect } = plan;
  const answers = invited * expectedResponse;
  if (answers <= 0 || population <= 1) return answers >= population ? 0 : 1;
  const left = Math.max(0, (population - answers) / (population - 1));
  return Math.min(
    1,
    normalQuantile95 * Math.sqrt((expectedShare * (1 - expectedShare) * designEffect * left) / answers),
  );
}

/** Without asking one more for the last digit of a division. */
function roundUp(number: number): number {
  return Math.ceil(number - 1e-9);
}
