import { sql } from 'kysely';
import { makeCode } from '../../geodata/sampling/code.ts';
import type { Database } from '../database.ts';
import { bindKey } from './known-key.ts';
import { type Asker, listOwnMunicipalities } from './permission.ts';
import { RoundRefusal } from './round-refusal.ts';
import { hashCode, type SurveyKey } from './sealing.ts';
import { isOwn } from './strata.ts';

/** What a code leads to. */
export interface Invitation {
  readonly round: string;
  readonly stratum: string;
  /** Whether a sheet was sent with it, laid among the others or not yet. */
  readonly isUsed: boolean;
}

/** As many as one insert takes. */
const chunk = 2000;

/**
 * Makes new codes for a stratum and gives them, once: only their hashes are kept, in an order that says nothing of that in
 * which they are given. The number of people invited becomes that of the codes. Throws RoundRefusal where the round has
 * no such stratum or has ended.
 */
export async function makeCodes(
  db: Database,
  key: SurveyKey,
  round: string,
  stratum: string,
  count: number,
): Promise<string[]> {
  return db.transaction().execute((within) => insertCodes(within, key, round, stratum, count));
}

/** The same within a transaction. */
export async function insertCodes(
  within: Database,
  key: SurveyKey,
  round: string,
  stratum: string,
  count: number,
): Promise<string[]> {
  await bindKey(within, key, round);
  await requireInviting(within, round, stratum);
  const codes = new Set<string>();
  while (codes.size < count) codes.add(makeCode());
  const hashes = [...codes].map((code) => hashCode(key, code)).sort();
  for (let start = 0; start < hashes.length; start += chunk) {
    const rows = hashes.slice(start, start + chunk).map((code_hash) => ({ round, code_hash, stratum }));
    await within.insertInto('survey_invitation').values(rows).execute();
  }
  await sql`
    update survey_stratum set invited =
      (select count(*) from survey_invitation where round = ${round} and stratum = ${stratum})
    where round = ${round} and area = ${stratum}`.execute(within);
  return [...codes];
}

async function requireInviting(db: Database, round: string, stratum: string): Promise<void> {
  const found = await db
    .selectFrom('survey_round')
    .innerJoin('survey_stratum', 'survey_stratum.round', 'survey_round.key')
    .select('survey_round.state')
    .where('survey_round.key', '=', round)
    .where('survey_stratum.area', '=', stratum)
    .executeTakeFirst();
  if (!found) throw new RoundRefusal('unknown-stratum', stratum);
  if (found.state !== 'planned' && found.state !== 'open') throw new RoundRefusal('ended');
}

/** What a code was handed out for; null: none that is known, or its round is over. */
export async function findInvitation(db: Database, key: SurveyKey, code: string): Promise<Invitation | null> {
  const hash = hashCode(key, code);
  const found = await db
    .selectFrom('survey_invitation as invitation')
    .leftJoin('survey_draft as draft', (join) =>
      join
        .onRef('draft.round', '=', 'invitation.round')
        .onRef('draft.holder', '=', 'invitation.code_hash')
        .on('draft.is_sent', '=', true),
    )
    .select(['invitation.round', 'invitation.stratum', 'invitation.is_used', 'draft.is_sent'])
    .where('invitation.code_hash', '=', hash)
    .executeTakeFirst();
  if (!found) return null;
  const { round, stratum, is_used, is_sent } = found;
  return { round, stratum, isUsed: is_used || is_sent === true };
}

/**
 * Which of these codes can still be answered with, in their order: whom a reminder is for. Codes of other rounds, and of strata
 * that who asks is not told of, are left out.
 */
export async function keepUnused(
  db: Database,
  key: SurveyKey,
  asker: Asker,
  round: string,
  codes: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('survey_invitation as invitation')
    .innerJoin('survey_stratum as own', (join) =>
      join.onRef('own.round', '=', 'invitation.round').onRef('own.area', '=', 'invitation.stratum'),
    )
    .select('code_hash')
    .where('invitation.round', '=', round)
    .where('is_used', '=', false)
    .where(isOwn(listOwnMunicipalities(asker), 'own.municipality'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('survey_draft as draft')
            .select('draft.holder')
            .where('draft.round', '=', round)
            .whereRef('draft.holder', '=', 'invitation.code_hash')
            .where('draft.is_sent', '=', true),
        ),
      ),
    )
    .execute();
  const unused = new Set(rows.map(({ code_hash }) => code_hash));
  return codes.filter((code) => unused.has(hashCode(key, code)));
}

/** How many codes there are of each stratum. */
export async function countCodes(
  db: Database,
  round: string,
): Promise<{ readonly stratum: string; readonly made: number }[]> {
  return db
    .selectFrom('survey_invitation')
    .select(['stratum', ({ fn }) => fn.countAll<number>().as('made')])
    .where('round', '=', round)
    .groupBy('stratum')
    .orderBy('stratum')
    .execute();
}
