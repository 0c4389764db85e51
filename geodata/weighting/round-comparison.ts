import { type Estimate, subtractEstimates, testDifference } from '../statistics/interval.ts';
import type { AreaEstimate } from './area-estimates.ts';

/** An estimate beside that of the round before, of two samples that were drawn apart. */
export interface RoundDifference {
  readonly indicator: string;
  readonly area: string;
  /** `incomparable`: the questions changed; `absent`: not shown in one of the two. */
  readonly status: 'compared' | 'incomparable' | 'absent';
  /** Later − earlier, in the unit of the indicator, with its 95% interval (MOVER). */
  readonly difference: Estimate | null;
  /** Two-sided, not corrected for how many are looked at; null where nothing is compared. */
  readonly p: number | null;
}

/** Holds the estimates of a round against those of the one before. `isComparable`: whether an indicator asks the same in both. */
export function compareRounds(
  before: readonly AreaEstimate[],
  after: readonly AreaEstimate[],
  isComparable: (indicator: string) => boolean,
): RoundDifference[] {
  const earlier = new Map(before.map((one) => [`${one.indicator} ${one.area}`, one.estimate]));
  return after.map(({ indicator, area, estimate }) => {
    const own = earlier.get(`${indicator} ${area}`) ?? null;
    const none = { indicator, area, difference: null, p: null };
    if (!isComparable(indicator)) return { ...none, status: 'incomparable' };
    if (!estimate || !own) return { ...none, status: 'absent' };
    const difference = subtractEstimates(estimate, own);
    return { indicator, area, status: 'compared', difference, p: testDifference(difference) };
  });
}
