import type { Absence } from '../../geodata/classes/absence-pattern.ts';
import { denominatorOf } from '../../geodata/denominator.ts';
import type { FigureReason } from '../../geodata/disclosure/rule.ts';
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
    readonly reason?: FigureReason | null | undefined;
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
> &
  Partial<Pick<CatalogIndicator, 'survey'>>;

/** Whether a figure is not simply final: something is to be said beside it. */
export function isRemarked({
  status,
  reason,
}: {
  readonly status: ShownStatus;
  readonly reason?: FigureReason | null | undefined;
}): boolean {
  return status !== 'final' || reason === 'indicative';
}

/**
 * A status in words: of too few people also which people, as the indicator is divided by; of what is suppressed here also
 * why, where that is given; of what is hidden for few answers that it is, and of what is indicative that.
 */
export function nameStatus(
  status: ShownStatus,
  indicator: Divided | null | undefined,
  reason?: FigureReason | null,
): string {
  const { statuses, suppression, tooFew, area } = words.value;
  if (reason === 'indicative')
    return status === 'final' ? area.indicative : `${statuses[status]}, ${area.indicative}`;
  if (status === 'suppressed' && reason) {
    const isOfAnswers = reason === 'few-answers' || (reason === 'secondary' && indicator?.survey != null);
    const hidden = isOfAnswers ? suppression.hidden : statuses.suppressed;
    return `${hidden}: ${suppression.short[reason]}`;
  }
  return status === 'too-few' && indicator ? tooFew.status(nameCounted(indicator)) : statuses[status];
}

/** Why areas of a map have no figure, in a legend: hidden, where that is for few answers to a survey. */
export function nameAbsence(
  absence: Absence,
  indicator: Divided | null | undefined,
  reasons: ReadonlyMap<FigureReason, number> | undefined,
): string {
  const isHidden = absence === 'suppressed' && reasons?.has('few-answers');
  return isHidden ? words.value.suppression.hidden : nameStatus(absence, indicator);
}

/** What a status means, as a sentence. */
export function explainStatus(
  status: ShownStatus,
  indicator: Divided | null | undefined,
  isOfFewAnswers = false,
): string {
  const { statusHints, suppression, tooFew } = words.value;
  if (status === 'suppressed' && isOfFewAnswers) return suppression.hiddenHint;
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
