import { hasValue, type Observation } from '../observation.ts';
import type { DisclosureRule, SuppressionReason } from './rule.ts';

/** What a rule looks at beside the figure itself; null where it is not known. */
export interface Circumstances {
  /** How many there are of what the rule counts. */
  readonly denominator: number | null;
  /** Share of the largest contributors, in per cent. */
  readonly share: number | null;
}

/** Why a figure must be suppressed for itself; null where it need not be, or has no value. */
export function findReason(
  { value, status }: Pick<Observation, 'value' | 'status'>,
  { smallestCount, smallestDenominator, dominance }: DisclosureRule,
  { denominator, share }: Circumstances,
): SuppressionReason | null {
  if (value === null || !hasValue(status)) return null;
  if (smallestDenominator !== null && denominator !== null && denominator < smallestDenominator)
    return 'few-people';
  if (dominance && share !== null && share > dominance.share) return 'dominance';
  if (smallestCount !== null && value > 0 && value < smallestCount) return 'small-count';
  return null;
}
