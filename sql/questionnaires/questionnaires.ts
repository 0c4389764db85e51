import { type ExpressionBuilder, sql } from 'kysely';
import type { Questionnaire, Wording } from '../../geodata/questionnaire/questionnaire.ts';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';
import { requireWritten } from '../version.ts';
import { type Asker, maySeeQuestionnaires } from './permission.ts';

/** A version of a questionnaire in a list. */
export interface QuestionnaireSummary {
  readonly key: string;
  readonly version: number;
  readonly name: Wording;
  readonly languages: readonly string[];
  readonly blocks: number;
  readonly questions: number;
  readonly isFixed: boolean;
  /** Counts the changes of a draft. */
  readonly revision: number;
  /** `2026-11-30` */
  readonly changedOn: string;
  /** How many rounds it was, or is, asked in. */
  readonly rounds: number;
}

/** A version as it is kept. */
export interface KeptQuestionnaire
  extends Pick<QuestionnaireSummary, 'isFixed' | 'revision' | 'changedOn' | 'rounds'> {
  readonly definition: Questionnaire;
}

/** Names a version. */
export interface VersionName {
  readonly key: string;
  readonly version: number;
}

const changedOn = sql<string>`changed_on::text`.as('changedOn');
const rounds = sql<number>`(select count(*)::integer from survey_round
  where survey_round.questionnaire = questionnaire.key and survey_round.version = questionnaire.version)`.as(
  'rounds',
);

/** Every version of every questionnaire, the newest of each first; none for who may not see them. */
export async function listQuestionnaires(db: Database, asker: Asker): Promise<QuestionnaireSummary[]> {
  if (!maySeeQuestionnaires(asker)) return [];
  const rows = await db
    .selectFrom('questionnaire')
    .select(['key', 'version', 'definition', 'is_fixed as isFixed', 'revision', changedOn, rounds])
    .orderBy('key')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ definition: { name, languages, blocks }, ...row }) => ({
    ...row,
    name,
    languages,
    blocks: blocks.length,
    questions: blocks.reduce((count, { questions }) => count + questions.length, 0),
  }));
}

/** A version with all that is in it; null where there is none for who asks. */
export async function findQuestionnaire(
  db: Database,
  asker: Asker,
  { key, version }: VersionName,
): Promise<KeptQuestionnaire | null> {
  if (!maySeeQuestionnaires(asker)) return null;
  const found = await db
    .selectFrom('questionnaire')
    .select(['definition', 'is_fixed as isFixed', 'revision', changedOn, rounds])
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst();
  return found ?? null;
}

/** The number of the newest version of a questionnaire and whether it is a draft; null where there is none. */
export async function findNewestVersion(
  db: Database,
  key: string,
): Promise<{ readonly version: number; readonly isFixed: boolean } | null> {
  const found = await db
    .selectFrom('questionnaire')
    .select(['version', 'is_fixed as isFixed'])
    .where('key', '=', key)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return found ?? null;
}

// Each verb below throws OutdatedError where the revision that was read is not the one that is kept, or is fixed.

/** Keeps a draft that is new. Throws OutdatedError where this version, or a draft of it, is there already. */
export async function createDraft(db: Database, definition: Questionnaire): Promise<void> {
  requireWritten(
    await db
      .insertInto('questionnaire')
      .values({
        key: definition.key,
        version: definition.version,
        definition: JSON.stringify(definition),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .execute(),
  );
}

/** A draft as somebody read it. */
interface SeenDraft extends VersionName {
  readonly revision: number;
}

/** That it is a draft still, and nobody changed it since. */
const isDraft =
  ({ key, version, revision }: SeenDraft) =>
  ({ and }: ExpressionBuilder<Tables, 'questionnaire'>) =>
    and({ key, version, revision, is_fixed: false });

/** Writes what a draft says now. */
export async function changeDraft(db: Database, revision: number, definition: Questionnaire): Promise<void> {
  requireWritten(
    await db
      .updateTable('questionnaire')
      .set({
        definition: JSON.stringify(definition),
        revision: revision + 1,
        changed_on: sql<Date>`current_date`,
      })
      .where(isDraft({ key: definition.key, version: definition.version, revision }))
      .returning('key')
      .execute(),
  );
}

/** Fixes a draft: it can be asked from then on, and never changes again. */
export async function fixDraft(db: Database, draft: SeenDraft): Promise<void> {
  requireWritten(
    await db
      .updateTable('questionnaire')
      .set({ is_fixed: true, changed_on: sql<Date>`current_date` })
      .where(isDraft(draft))
      .returning('key')
      .execute(),
  );
}

/** Removes a draft, for good. */
export async function removeDraft(db: Database, draft: SeenDraft): Promise<void> {
  requireWritten(await db.deleteFrom('questionnaire').where(isDraft(draft)).returning('key').execute());
}
