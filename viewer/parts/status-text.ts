import { denominatorOf } from '../../geodata/denominator.ts';
import type { SuppressionReason } from '../../geodata/disclosure/rule.ts';
import { formatNumber, formatUnit } from '../../geodata/number.ts';
import type { CatalogIndicator } from '../data/contract.ts';
import type { ShownStatus } from '../state/area/selection.ts';
import { indicatorOf } from '../state/catalog.ts';
import { language } from '../state/link/view.ts';
import { words } from '../state/screen/words.ts';

/** How a figure stands, in words; of an estimate that was carried from other boundaries also how much was measured. */
export function writeStatus(
  {
    status,
    reason,
    measuredShare,
  }: {
    readonly status: ShownStatus;
    readonly reason?: SuppressionReason | null | undefined;
    readonly measuredShare?: number | null | undefined;
  },
  indicator: Divided | null | undefined,
): string {
  const { statuses, area } = words.value;
  if (status !== 'estimated' || measuredShare == null) return nameStatus(status, indicator, reason);
  // Short of all is not all.
  const percent = Math.min(99, Math.round(measuredShare * 100));
  return `${statuses.estimated}, ${area.measured(formatNumber(percent, 0, language.value))}`;
}

/** What of an indicator tells why it is not given for few people. */
export type Divided = Pick<
  CatalogIndicator,
  'kind' | 'unit' | 'aggregate' | 'derive' | 'smallestDenominator' | 'disclosure'
>;

/**
 * A status in words: of too few people also which people, as the indicator is divided by; of what is suppressed here also
 * why, where that is given.
 */
export function nameStatus(
  status: ShownStatus,
  indicator: Divided | null | undefined,
  reason?: SuppressionReason | null,
): string {
  const { statuses, suppression, tooFew } = words.value;
  if (status === 'suppressed' && reason) return `${statuses.suppressed}: ${suppression.short[reason]}`;
  return status === 'too-few' && indicator ? tooFew.status(nameCounted(indicator)) : statuses[status];
}

/** What a status means, as a sentence. */
export function explainStatus(status: ShownStatus, indicator: Divided | null | undefined): string {
  const { statusHints, suppression, tooFew } = words.value;
  if (status === 'suppressed' && indicator?.disclosure) return suppression.hint;
  const least = status === 'too-few' ? indicator?.smallestDenominator : null;
  return indicator && least != null
    ? tooFew.hint(writeLeast(least), nameCounted(indicator))
    : statusHints[status];
}

/** `niet gegeven bij minder dan 100 inwoners`; null for an indicator without such a limit. */
export function nameSmallestDenominator(indicator: Divided): string | null {
  const { smallestDenominator } = indicator;
  if (smallestDenominator === null || denominatorOf(indicator) === null) return null;
  return words.value.tooFew.rule(writeLeast(smallestDenominator), nameCounted(indicator));
}

function writeLeast(least: number): string {
  return formatNumber(least, Number.isInteger(least) ? 0 : 1, language.value);
}

/** Inhabitants, households or homes by their own name; all else by the unit that it is counted in. */
function nameCounted(indicator: Divided): string {
  const key = denominatorOf(indicator) ?? people[0];
  const noun = people.find((each) => each === key) ?? indicatorOf(key)?.unit ?? people[0];
  return formatUnit(noun === 'personen' ? people[0] : noun, language.value);
}

const people = ['inwoners', 'huishoudens', 'woningen'] as const;
