import { dayAfter } from '../../geodata/day.ts';
import { formatCode } from '../../geodata/sampling/code.ts';
import type { Database } from '../../sql/database.ts';
import {
  findAnswerableDemonstration,
  planDemonstrationDays,
} from '../../sql/questionnaires/demonstration.ts';
import { makeCodes } from '../../sql/questionnaires/invitations.ts';
import { openAnswering } from '../../sql/questionnaires/laying.ts';
import type { SurveyKeyHome } from './survey-key.ts';

/** Codes that a start gives away. */
const codesGiven = 3;
const daysOpen = 60;

/**
 * Opens the coming round of the demonstration where it is not open yet, and gives some codes to answer it with, as they
 * stand on letters: new ones at every start, as only their hashes are kept. None where no round can be answered.
 */
export async function openDemonstrationRound(db: Database, survey: SurveyKeyHome): Promise<string[]> {
  const found = await findAnswerableDemonstration(db);
  if (!found) return [];
  const key = await survey.make();
  const codes = await makeCodes(db, key, found.key, found.stratum, codesGiven);
  if (found.state === 'planned') {
    const now = new Date();
    await planDemonstrationDays(db, found.key, {
      opensOn: dayAfter(now, 0),
      closesOn: dayAfter(now, daysOpen),
    });
    await openAnswering(db, key, found.key);
  }
  return codes.map(formatCode);
}

/** What the terminal says of them. */
export function describeDemonstrationCodes(codes: readonly string[], address: string): string {
  return [
    'DEMONSTRATION: codes to answer its questionnaire with, each once.',
    ...codes.map((code) => `  ${code}`),
    `Answer at ${address}/vragenlijst`,
  ].join('\n');
}
