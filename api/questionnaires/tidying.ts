import type { Logger } from 'pino';
import { addDays, dayOf } from '../../geodata/day.ts';
import type { Database } from '../../sql/database.ts';
import { closeAnswering, laySheets, listOpen, listOverdue } from '../../sql/questionnaires/laying.ts';
import { recordAct } from '../../sql/trail.ts';
import { repeatHourly } from '../hourly.ts';
import type { SurveyKeyHome } from './survey-key.ts';

/**
 * At once and every hour: lays among the others what was sent, as a process may have ended before it did, and closes the
 * rounds whose last day is over. Whoever had begun on it has the day after to send.
 */
export function tidyRounds(db: Database, survey: SurveyKeyHome, logger: Logger): () => Promise<void> {
  return repeatHourly(() =>
    tidyOnce(db, survey, logger).catch((error: unknown) => {
      logger.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'rounds were not tidied');
    }),
  );
}

export async function tidyOnce(
  db: Database,
  survey: SurveyKeyHome,
  logger: Logger,
  today: string = dayOf(),
): Promise<void> {
  const key = await survey.find();
  if (!key) return;
  for (const round of await listOverdue(db, addDays(today, -1))) {
    await closeAnswering(db, key, round, (within) =>
      recordAct(within, { act: 'round-close', actor: 'server', subject: `round:${round}` }),
    );
    logger.info({ round }, 'round closed, as its last day is over');
  }
  for (const round of await listOpen(db)) await laySheets(db, key, round);
}
