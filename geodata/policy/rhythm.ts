import { yearOfPeriod } from '../period.ts';
import type { Survey, SurveyRound } from '../survey.ts';
import { findRound } from '../survey.ts';
import { findStep, type PolicyCycle } from './cycle.ts';
import type { PolicyTemplate } from './template.ts';

/** Half a year, as `2027-1` or `2027-2`; texts of it sort by time. */
export type HalfYear = `${number}-${1 | 2}`;

/** The half year that a day (`2027-03-31`) lies in. */
export function halfYearOf(day: string): HalfYear {
  return `${Number(day.slice(0, 4))}-${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;
}

/** Municipalities that mean to take the same step in the same half year. */
export interface InStep {
  readonly half: HalfYear;
  /** GM codes, in the order of the cycles. */
  readonly municipalities: readonly string[];
}

/** By step, who takes it when: for each half year those whose step is due in it, in order of time; `not-applicable` left out. */
export function listInStep(
  { steps }: Pick<PolicyTemplate, 'steps'>,
  cycles: readonly PolicyCycle[],
): ReadonlyMap<string, readonly InStep[]> {
  return new Map(
    steps.map(({ key }) => {
      const halves = new Map<HalfYear, string[]>();
      for (const cycle of cycles) {
        const { due, state } = findStep(cycle, key);
        if (due === null || state === 'not-applicable') continue;
        const half = halfYearOf(due);
        halves.set(half, [...(halves.get(half) ?? []), cycle.municipality]);
      }
      const groups = [...halves].sort(([one], [other]) => (one < other ? -1 : 1));
      return [key, groups.map(([half, municipalities]) => ({ half, municipalities }))] as const;
    }),
  );
}

/** The most that are in step, if two or more are; of as many the earliest. */
export function findLargest(groups: readonly InStep[]): InStep | null {
  const [largest] = groups.toSorted((one, other) => other.municipalities.length - one.municipalities.length);
  return largest && largest.municipalities.length > 1 ? largest : null;
}

/**
 * The years of the rounds that fit a step that stands on a survey: the last even year that ends before the day, as all
 * municipalities agreed to hold it in even years.
 */
export function roundYearFor(day: string): number {
  const year = Number(day.slice(0, 4)) - 1;
  return year - (year % 2);
}

/** Whether a round is one that all can compare, by what was agreed; null where it is not known. */
export interface RoundJudgement {
  readonly isEvenYear: boolean;
  /** Whether those who were asked are 18 and older, and nobody younger. */
  readonly isAdult: boolean | null;
  readonly followsFormat: boolean | null;
}

/** Holds a round against what the municipalities agreed on: even years, 18 and older, one format. */
export function judgeRound({ period, ageFrom, followsFormat }: SurveyRound): RoundJudgement {
  return {
    isEvenYear: yearOfPeriod(period) % 2 === 0,
    isAdult: ageFrom === null ? null : ageFrom === 18,
    followsFormat,
  };
}

/** The rounds of a survey as a municipality held them, in the order of `periods`; undefined where it held none. */
export function listRounds(
  survey: Pick<Survey, 'rounds'>,
  municipality: string,
  periods: readonly string[],
): (SurveyRound | undefined)[] {
  return periods.map((period) => findRound(survey, period, municipality));
}
