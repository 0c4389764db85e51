import type { SeriesBreak } from '../indicator.ts';
import { compareQuestionnaires } from './comparison.ts';
import type { Questionnaire } from './questionnaire.ts';

/**
 * What to call each version so that versions with the same word asked the same of all that they measure: the number of the
 * first of them. `versions` in order.
 */
export function nameAsked(versions: readonly Questionnaire[]): Map<number, string> {
  const names = new Map<number, string>();
  let before: Questionnaire | null = null;
  for (const version of versions) {
    const isAlike =
      before !== null && compareQuestionnaires(before, version).indicators.every((one) => one.isComparable);
    const name = isAlike && before ? names.get(before.version) : undefined;
    names.set(version.version, name ?? String(version.version));
    before = version;
  }
  return names;
}

/** A period with the questionnaire that was asked in it. */
export interface AskedPeriod {
  readonly period: string;
  readonly questionnaire: Questionnaire;
}

/** By indicator: the periods from which on it was asked in another way than in the period before. `asked` in order of time. */
export function listBreaks(asked: readonly AskedPeriod[]): Map<string, SeriesBreak[]> {
  const breaks = new Map<string, SeriesBreak[]>();
  for (const [position, { period, questionnaire }] of asked.entries()) {
    const before = asked[position - 1];
    if (!before || before.questionnaire.version === questionnaire.version) continue;
    for (const { indicator, isComparable } of compareQuestionnaires(before.questionnaire, questionnaire)
      .indicators) {
      if (isComparable) continue;
      const reason = { nl: 'anders gevraagd of geteld', en: 'asked or counted otherwise' };
      breaks.set(indicator, [...(breaks.get(indicator) ?? []), { period, reason, categories: null }]);
    }
  }
  return breaks;
}
