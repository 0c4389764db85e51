import type { Indicator, SeriesBreak } from '../indicator.ts';
import { comparePeriods } from '../period.ts';
import { findRound, type Sampling, type Survey, type SurveyMode, type SurveyRound } from '../survey.ts';
import type { Text } from '../text.ts';
import type { ChangeKind } from './change.ts';

/** Why nothing can be said of any area beside a reference. */
export type Obstacle = 'count' | 'no-method' | 'no-reference' | 'itself';

/**
 * Whether figures of an indicator grow with their area, as a count does: those of areas of unlike size, or of an area and a
 * larger one, say nothing beside each other. What is not there grows with nothing.
 */
export function growsWithArea(indicator: Pick<Indicator, 'kind'> | null | undefined): boolean {
  return indicator?.kind === 'count';
}

/**
 * Whether what is shown of an indicator can be held against that of areas of any size: `change` null is the figure itself.
 * The change of what grows with its area does so too; in per cents it does not.
 */
export function ignoresSize({
  kind,
  change,
}: Pick<Indicator, 'kind'> & { readonly change: ChangeKind | null }): boolean {
  return !growsWithArea({ kind }) || change === 'relative';
}

/** One side of a comparison. */
export interface ComparedFigure {
  readonly period: string;
  /** Code of the municipality that it lies in; null for a larger area. */
  readonly municipality: string | null;
}

/** Why two figures do not compare as they stand; of a pair, the side that was given first comes first. */
export type Caveat =
  | { readonly kind: 'break'; readonly period: string; readonly reason: Text }
  | { readonly kind: 'age'; readonly ages: readonly [number, number] }
  | { readonly kind: 'mode'; readonly modes: readonly [SurveyMode, SurveyMode] }
  | { readonly kind: 'sampling'; readonly samplings: readonly [Sampling, Sampling] }
  | { readonly kind: 'questionnaire'; readonly versions: readonly [string, string] }
  | { readonly kind: 'format'; readonly rounds: readonly SurveyRound[] };

/**
 * What to say where two figures of one indicator are compared, the gravest first: breaks in the series between their
 * periods, and in what their survey rounds differ as far as that is known. Figures of one round have nothing to say.
 */
export function findCaveats(
  one: ComparedFigure,
  other: ComparedFigure,
  {
    breaks,
    survey,
  }: { readonly breaks: Indicator['breaks']; readonly survey: Pick<Survey, 'rounds'> | null },
): Caveat[] {
  const between = findBreaks(breaks, one.period, other.period);
  return [
    ...between.map(({ period, reason }): Caveat => ({ kind: 'break', period, reason })),
    ...(survey ? compareRounds(survey, one, other) : []),
  ];
}

/** The breaks that lie between two periods, whichever comes first. Throws RangeError where a text is no period. */
export function findBreaks<Of extends Pick<SeriesBreak, 'period'>>(
  breaks: readonly Of[],
  one: string,
  other: string,
): Of[] {
  const [first, last] = comparePeriods(one, other) <= 0 ? [one, other] : [other, one];
  return breaks.filter(
    ({ period }) => comparePeriods(first, period) < 0 && comparePeriods(period, last) <= 0,
  );
}

function compareRounds(survey: Pick<Survey, 'rounds'>, one: ComparedFigure, other: ComparedFigure): Caveat[] {
  const a = findRound(survey, one.period, one.municipality);
  const b = findRound(survey, other.period, other.municipality);
  if (!a || !b || a === b) return [];
  const [ages, modes, samplings, versions] = [
    differ(a.ageFrom, b.ageFrom),
    differ(a.mode, b.mode),
    differ(a.sampling, b.sampling),
    differ(a.questionnaire, b.questionnaire),
  ];
  const deviating = [a, b].filter(({ followsFormat }) => followsFormat === false);
  return [
    ...(ages ? [{ kind: 'age', ages } as const] : []),
    ...(versions ? [{ kind: 'questionnaire', versions } as const] : []),
    ...(modes ? [{ kind: 'mode', modes } as const] : []),
    ...(samplings ? [{ kind: 'sampling', samplings } as const] : []),
    ...(deviating.length > 0 ? [{ kind: 'format', rounds: deviating } as const] : []),
  ];
}

/** Both, where both are known and not the same. */
function differ<Of>(one: Of | null, other: Of | null): readonly [Of, Of] | null {
  return one === null || other === null || one === other ? null : [one, other];
}
