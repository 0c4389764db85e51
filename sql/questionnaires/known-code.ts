import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { type AnsweredRound, completeRound, type RoundRow, roundColumns } from './answered-round.ts';
import { type Draft, type ReadDraft, unpackDraft } from './drafts.ts';
import { hashCode, type SurveyKey } from './sealing.ts';

/** What a code leads to. */
export interface KnownCode {
  readonly round: AnsweredRound;
  /** Code of the stratum it was handed out in; null: it was given to somebody who came by the open link. */
  readonly stratum: string | null;
  /** Whether a sheet was sent with it, laid among the others or not yet. */
  readonly isUsed: boolean;
  /** null: none yet, or it was sent. */
  readonly draft: Draft | null;
  /** The draft as it lies there; null: there is none. */
  readonly read: ReadDraft | null;
}

interface CodeRow extends RoundRow {
  readonly stratum: string | null;
  readonly isUsed: boolean | null;
  readonly isSent: boolean | null;
  readonly sealed: Buffer | null;
  readonly stamp: string | null;
}

/** Looks up a code that was handed out, or with which somebody has begun by the open link; null: none that is known. */
export async function findKnownCode(db: Database, key: SurveyKey, code: string): Promise<KnownCode | null> {
  const hash = hashCode(key, code);
  const { rows } = await sql<CodeRow>`
    select ${roundColumns}, invitation.stratum, invitation.is_used as "isUsed", draft.is_sent as "isSent", draft.sealed,
      draft.xmin::text as stamp
    from (select ${hash}::text collate "C" as hash) as asked
    left join survey_invitation as invitation on invitation.code_hash = asked.hash
    left join survey_draft as draft on draft.holder = asked.hash
    join survey_round on survey_round.key = coalesce(invitation.round, draft.round)`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { stratum, isUsed, isSent, sealed, stamp } = row;
  const read = sealed && stamp ? { sealed, stamp, isSent: isSent === true } : null;
  const round = await completeRound(db, row);
  const isOwn = round.keyPrint === null || round.keyPrint === key.print;
  const draft = sealed && !isSent && isOwn ? unpackDraft(key, { round: round.key, code }, sealed) : null;
  return { round, stratum, isUsed: isUsed === true || isSent === true, draft, read };
}
