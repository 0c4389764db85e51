import { comparePeriods } from '../period.ts';
import { findRound, type Survey, type SurveyRound } from '../survey.ts';

/** Rounds that were held in one way: whoever has the same letter can be compared. */
export interface RoundGroup {
  /** A, B … in order of time. */
  readonly letter: string;
  /** One of its rounds, for the facts that all of them share. */
  readonly round: SurveyRound;
}

/** Who held which round of a survey in which way. */
export interface ComparabilityMatrix {
  /** In order of time. */
  readonly periods: readonly string[];
  readonly groups: readonly RoundGroup[];
  /** A row a municipality, in the given order; in it a place a period, null where no round is known. */
  readonly rows: readonly {
    readonly municipality: string;
    readonly groups: readonly (RoundGroup | null)[];
  }[];
}

/**
 * Lays out a survey by municipality and period. Two rounds are of one group where age limit, mode, sampling, questionnaire
 * and whether they kept to the common format are the same; a fact that is not known is only the same as another unknown.
 */
export function layOutRounds(
  survey: Pick<Survey, 'rounds'>,
  municipalities: readonly string[],
): ComparabilityMatrix {
  const periods = [...new Set(survey.rounds.map(({ period }) => period))].sort(comparePeriods);
  const groups = new Map<string, RoundGroup>();
  const groupOf = (round: SurveyRound | undefined): RoundGroup | null => {
    if (!round) return null;
    const facts = describeFacts(round);
    const group = groups.get(facts) ?? { letter: writeLetter(groups.size), round };
    groups.set(facts, group);
    return group;
  };
  // By period first, so that letters follow time.
  const columns = periods.map((period) =>
    municipalities.map((municipality) => groupOf(findRound(survey, period, municipality))),
  );
  const rows = municipalities.map((municipality, row) => ({
    municipality,
    groups: columns.map((column) => column[row] ?? null),
  }));
  return { periods, groups: [...groups.values()], rows };
}

function describeFacts({ ageFrom, mode, sampling, questionnaire, followsFormat }: SurveyRound): string {
  return JSON.stringify([ageFrom, mode, sampling, questionnaire, followsFormat]);
}

/** A to Z, then A1 to Z1 and on. */
function writeLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`;
}
