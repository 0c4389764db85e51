import type { FigureReason } from './disclosure/rule.ts';
import { type Observation, reasonGiven, type Status } from './observation.ts';
import type { Language } from './text.ts';

/** What is said of a figure's status in place of a number, or beside it. */
export const statusWords: Readonly<Record<Language, Readonly<Record<Status, string>>>> = {
  nl: {
    final: 'definitief',
    provisional: 'voorlopig',
    estimated: 'geschat',
    suppressed: 'geheim',
    missing: 'geen gegevens',
    'not-asked': 'niet gevraagd',
    'too-few': 'te klein aantal',
  },
  en: {
    final: 'final',
    provisional: 'provisional',
    estimated: 'estimated',
    suppressed: 'suppressed',
    missing: 'no data',
    'not-asked': 'not asked',
    'too-few': 'too small a number',
  },
};

/** Of a survey: figures that are hidden, one that is for few answers, one that is hidden as such a figure would follow from it, and one that is shown and may be far off. */
const answersWords: Readonly<
  Record<Language, Record<'hidden' | 'fewAnswers' | 'protecting' | 'indicative', string>>
> = {
  nl: {
    hidden: 'verborgen',
    fewAnswers: 'verborgen: te weinig antwoorden',
    protecting: 'verborgen: beschermt een ander cijfer',
    indicative: 'indicatief',
  },
  en: {
    hidden: 'hidden',
    fewAnswers: 'hidden: too few answers',
    protecting: 'hidden: protects another figure',
    indicative: 'indicative',
  },
};

/** Why areas of a map have no figure, in a legend: hidden, where that is for few answers to a survey. */
export function describeAbsence(
  status: Status,
  reasons: ReadonlySet<FigureReason | null>,
  language: Language,
): string {
  const isHidden = status === 'suppressed' && reasons.has('few-answers');
  return isHidden ? answersWords[language].hidden : statusWords[language][status];
}

/** What is known of how a figure stands. */
export interface Standing {
  readonly status: Status;
  readonly note?: Observation['note'] | undefined;
  /** Where it is known without the note. */
  readonly reason?: FigureReason | null | undefined;
  /** Figures of a survey are hidden for few answers, not secret. */
  readonly isOfSurvey?: boolean | undefined;
}

/** How a figure stands, in words; null where it is final and nothing more is to be said. */
export function describeStanding(
  { status, note = null, reason: known, isOfSurvey = false }: Standing,
  language: Language,
): string | null {
  const reason = known ?? reasonGiven(note);
  const { fewAnswers, protecting, indicative } = answersWords[language];
  if (reason === 'few-answers') return fewAnswers;
  if (reason === 'secondary' && isOfSurvey) return protecting;
  const words = [
    ...(status === 'final' ? [] : [statusWords[language][status]]),
    ...(reason === 'indicative' ? [indicative] : []),
  ];
  return words.join(', ') || null;
}
