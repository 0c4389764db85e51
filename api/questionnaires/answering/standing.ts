import { addDays } from '../../../geodata/day.ts';
import type { Database } from '../../../sql/database.ts';
import type { AnsweredRound } from '../../../sql/questionnaires/answered-round.ts';
import type { Draft, Holder, ReadDraft } from '../../../sql/questionnaires/drafts.ts';
import { findKnownCode } from '../../../sql/questionnaires/known-code.ts';
import type { SurveyKey } from '../../../sql/questionnaires/sealing.ts';

/** Somebody who may answer. */
export interface Respondent {
  readonly kind: 'here';
  readonly holder: Holder;
  readonly round: AnsweredRound;
  /** Code of the stratum that he was drawn in; null: he came by the open link. */
  readonly stratum: string | null;
  readonly draft: Draft | null;
  /** The same as it lies in the database. */
  readonly read: ReadDraft | null;
}

/** How it stands with a code. */
export type Standing =
  | Respondent
  | { readonly kind: 'unknown' }
  | { readonly kind: 'used' | 'notYet' | 'ended' | 'unavailable'; readonly round: AnsweredRound };

/**
 * Whether a code may be answered with on a day (`2026-11-30`). Whoever has begun may send on the day after the last one too,
 * so that nothing is lost at midnight.
 */
export async function findStanding(
  db: Database,
  key: SurveyKey,
  code: string,
  today: string,
): Promise<Standing> {
  const known = await findKnownCode(db, key, code);
  if (!known) return { kind: 'unknown' };
  const { round, stratum, isUsed, draft, read } = known;
  if (isUsed) return { kind: 'used', round };
  if (round.keyPrint !== null && round.keyPrint !== key.print) return { kind: 'unavailable', round };
  const when = whenIs(round, today, draft !== null);
  if (when !== 'now') return { kind: when, round };
  return { kind: 'here', holder: { round: round.key, code }, round, stratum, draft, read };
}

/** Whether a round is answered on a day. */
export function whenIs(
  { state, opensOn, closesOn }: Pick<AnsweredRound, 'state' | 'opensOn' | 'closesOn'>,
  today: string,
  hasBegun: boolean,
): 'now' | 'notYet' | 'ended' {
  if (state !== 'open') return state === 'planned' ? 'notYet' : 'ended';
  if (today < opensOn) return 'notYet';
  return today <= (hasBegun ? addDays(closesOn, 1) : closesOn) ? 'now' : 'ended';
}
