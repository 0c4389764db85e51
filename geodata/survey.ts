import type { Text } from './text.ts';

/** How people were asked. */
export const surveyModes = ['online', 'paper', 'telephone', 'face-to-face', 'mixed'] as const;
export type SurveyMode = (typeof surveyModes)[number];

/** How the people who were asked were found: by lot, from a standing panel, or whoever came. */
export const samplings = ['random', 'panel', 'open'] as const;
export type Sampling = (typeof samplings)[number];

/** One time that a survey was held; null where it is not known. */
export interface SurveyRound {
  readonly period: string;
  /** Code of the municipality that held it its own way; null: everywhere else. */
  readonly municipality: string | null;
  /** Years; people younger were not asked. */
  readonly ageFrom: number | null;
  readonly mode: SurveyMode | null;
  readonly sampling: Sampling | null;
  /** People who answered. */
  readonly respondents: number | null;
  /** Version of the questionnaire: rounds with the same word asked the same. */
  readonly questionnaire: string | null;
  /** Whether it kept to what was agreed on for all who hold it. */
  readonly followsFormat: boolean | null;
  /** Figures of fewer answers than this are called indicative; absent or null: none. */
  readonly indicativeBelow?: number | null | undefined;
  /** What else whoever compares should know. */
  readonly remark: Text | null;
}

/** A survey that is held again and again. */
export interface Survey {
  readonly key: string;
  readonly name: Text;
  readonly rounds: readonly SurveyRound[];
}

/** Whether a figure of a round is of so few answers that it is called indicative. */
export function isIndicative(
  round: Pick<SurveyRound, 'indicativeBelow'> | undefined,
  sampleSize: number | null,
): boolean {
  return sampleSize !== null && sampleSize < (round?.indicativeBelow ?? 0);
}

/** The round that a figure is from: the municipality's own, or else the one held everywhere. */
export function findRound(
  { rounds }: Pick<Survey, 'rounds'>,
  period: string,
  municipality: string | null,
): SurveyRound | undefined {
  const ofPeriod = rounds.filter((round) => round.period === period);
  return (
    ofPeriod.find((round) => round.municipality !== null && round.municipality === municipality) ??
    ofPeriod.find((round) => round.municipality === null)
  );
}
