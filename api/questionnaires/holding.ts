import { dayOf } from '../../geodata/day.ts';
import { mayAdminister } from '../../geodata/grant.ts';
import type { Database } from '../../sql/database.ts';
import { closeAnswering, openAnswering } from '../../sql/questionnaires/laying.ts';
import type { Asker } from '../../sql/questionnaires/permission.ts';
import { RoundRefusal } from '../../sql/questionnaires/round-refusal.ts';
import { SealError, type SurveyKey } from '../../sql/questionnaires/sealing.ts';
import { ConfigError } from '../config.ts';
import type { ApiContext } from '../context.ts';
import { RequestProblem } from '../errors.ts';
import { refuse } from './refusal.ts';
import { requireSeen, type SeenRound, tellTrail } from './rounds.ts';

/** Opens a planned round: from its first day on it can be answered. Throws a problem 409 where nobody could answer it, or somebody else changed it. */
export async function openRound(
  db: Database,
  asker: Asker,
  context: ApiContext,
  seen: SeenRound,
): Promise<void> {
  const { key } = seen;
  const round = await requireSeen(db, asker, seen);
  if (round.state === 'planned' && round.closesOn < dayOf()) throw refuse(new RoundRefusal('over'));
  const surveyKey = await requireSurveyKey(context);
  await explainRound(() =>
    openAnswering(db, surveyKey, key, (within) => tellTrail(within, asker, 'round-open', key)),
  );
}

/** Closes a round, before its last day too: the codes go, and nobody can answer any more. */
export async function closeRound(
  db: Database,
  asker: Asker,
  context: ApiContext,
  seen: SeenRound,
): Promise<void> {
  const { key } = seen;
  await requireSeen(db, asker, seen);
  const surveyKey = await requireSurveyKey(context);
  await explainRound(() =>
    closeAnswering(db, surveyKey, key, (within) => tellTrail(within, asker, 'round-close', key)),
  );
}

/** The key that codes are hashed and answers sealed with, made where there is none; throws a problem 409 where it cannot be. */
export async function requireSurveyKey({ survey }: ApiContext): Promise<SurveyKey> {
  if (!survey) throw new RequestProblem('conflict', 'This server has no place for the key of the answers');
  try {
    return await survey.make();
  } catch (error) {
    if (error instanceof ConfigError) throw new RequestProblem('conflict', error.message);
    throw error;
  }
}

/** Does something to a round whose state or key may not allow it: a problem 409 that says why. */
export async function explainRound<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RoundRefusal) throw refuse(error);
    if (error instanceof SealError)
      throw new RequestProblem('conflict', error.message, undefined, undefined, { fault: error.message });
    throw error;
  }
}

/** Throws a problem 403 for who may not hold rounds. */
export function requireHolding({ grants }: Asker): void {
  if (!mayAdminister(grants)) throw new RequestProblem('forbidden', 'Only an administrator may do this');
}
