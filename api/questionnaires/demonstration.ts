import { addDays, dayAfter, daysBetween } from '../../geodata/day.ts';
import { daysAnswered, daysOpen } from '../../geodata/demo/coming-days.ts';
import { formatCode } from '../../geodata/sampling/code.ts';
import type { Database } from '../../sql/database.ts';
import {
  type AnswerableDemonstration,
  findAnswerableDemonstration,
  planDemonstrationDays,
} from '../../sql/questionnaires/demonstration.ts';
import { insertCodes } from '../../sql/questionnaires/invitations.ts';
import { bindKey } from '../../sql/questionnaires/known-key.ts';
import { beginAnswering } from '../../sql/questionnaires/laying.ts';
import type { SurveyKey } from '../../sql/questionnaires/sealing.ts';
import type { SurveyKeyHome } from './survey-key.ts';

/** Codes that a start gives away. */
const codesGiven = 3;

/**
 * Opens the coming round of the demonstration where it is not open yet, and gives some codes to answer it with, as they
 * stand on letters: new ones at every start, as only their hashes are kept. None where no round can be answered.
 */
export async function openDemonstrationRound(db: Database, survey: SurveyKeyHome): Promise<string[]> {
  const found = await findAnswerableDemonstration(db);
  if (!found) return [];
  const key = await survey.make();
  // Cut off in the middle it would be planned still, with codes that nobody knows.
  return db.transaction().execute(async (within) => {
    // Locks the round: of two servers that start at once, the second finds it open.
    await bindKey(within, key, found.key);
    return openWithin(within, key, (await findAnswerableDemonstration(within)) ?? found);
  });
}

async function openWithin(
  within: Database,
  key: SurveyKey,
  found: AnswerableDemonstration,
): Promise<string[]> {
  // All that its plan asks for at first, so that answers are held against who was invited; of the other strata nobody has a code.
  const count = found.state === 'planned' ? Math.max(codesGiven, found.planned) : codesGiven;
  const codes = await insertCodes(within, key, found.key, found.stratum, count);
  if (found.state === 'planned') {
    const opensOn = dayAfter(new Date(), -daysAnswered);
    const moved = daysBetween(found.opensOn, opensOn);
    await planDemonstrationDays(within, found.key, {
      opensOn,
      closesOn: addDays(opensOn, daysOpen - 1),
      move: (day) => addDays(day, moved),
    });
    await beginAnswering(within, key, found.key);
  }
  return codes.slice(0, codesGiven).map(formatCode);
}

/** What the terminal says of them. */
export function describeDemonstrationCodes(codes: readonly string[], address: string): string {
  return [
    'DEMONSTRATION: codes to answer its questionnaire with, each once.',
    ...codes.map((code) => `  ${code}`),
    `Answer at ${address}/vragenlijst`,
  ].join('\n');
}
