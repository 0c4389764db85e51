import { municipalityOfCode } from '../../geodata/area.ts';
import type { IndicatorComparability } from '../../geodata/questionnaire/comparison/version-change.ts';
import { compareQuestionnaires } from '../../geodata/questionnaire/comparison.ts';
import { compareRounds, type RoundDifference } from '../../geodata/weighting/round-comparison.ts';
import type { Database } from '../../sql/database.ts';
import {
  type Asker,
  listOwnMunicipalities,
  maySeeQuestionnaires,
} from '../../sql/questionnaires/permission.ts';
import {
  listWeightedRounds,
  readRoundToWeigh,
  type WeightedRound,
} from '../../sql/questionnaires/results.ts';

/** What makes two rounds differ beside their questions. */
export type RoundCaveat = 'mode' | 'age' | 'sampling' | 'boundaries';

/** A round held against the one before it. */
export interface ComparedRounds {
  /** Key and period of the one before. */
  readonly round: string;
  readonly period: string;
  readonly caveats: readonly RoundCaveat[];
  readonly indicators: readonly IndicatorComparability[];
  readonly differences: readonly RoundDifference[];
}

/**
 * Holds a weighted round against the latest one before it of the same questionnaire, for who asks. Indicators whose
 * questions changed, and districts of other boundaries, are not compared and say so. Null where there is none before it.
 */
export async function compareWithBefore(
  db: Database,
  asker: Asker,
  key: string,
): Promise<ComparedRounds | null> {
  if (!maySeeQuestionnaires(asker)) return null;
  const found = await readRoundToWeigh(db, key);
  if (!found) return null;
  const rounds = await listWeightedRounds(db, found.round.questionnaire);
  const now = rounds.find(({ round }) => round.key === key);
  const before = rounds.filter(({ round }) => round.period < found.round.period).at(-1);
  if (!now || !before) return null;
  const { indicators } = compareQuestionnaires(before.questionnaire, now.questionnaire);
  const comparable = new Set(
    indicators.filter(({ isComparable }) => isComparable).map(({ indicator }) => indicator),
  );
  const own = listOwnMunicipalities(asker);
  const isSameYear = before.round.boundaryYear === now.round.boundaryYear;
  const after = now.result.estimates.filter(
    ({ level, area }) =>
      (own === null || level === 'region' || own.includes(municipalityOfCode(area))) &&
      (isSameYear || level === 'region' || level === 'municipality'),
  );
  return {
    round: before.round.key,
    period: before.round.period,
    caveats: listCaveats(before, now),
    indicators,
    differences: compareRounds(before.result.estimates, after, (indicator) => comparable.has(indicator)),
  };
}

function listCaveats(before: WeightedRound, now: WeightedRound): RoundCaveat[] {
  return [
    ...(before.round.mode === now.round.mode ? [] : ['mode' as const]),
    ...(before.round.ageFrom === now.round.ageFrom ? [] : ['age' as const]),
    ...(before.result.report.way === now.result.report.way ? [] : ['sampling' as const]),
    ...(before.round.boundaryYear === now.round.boundaryYear ? [] : ['boundaries' as const]),
  ];
}
