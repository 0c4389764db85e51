import { sql } from 'kysely';
import type { VisibilityRule } from '../geodata/visibility.ts';
import type { Database } from './database.ts';
import { isAdministrator, nobody, publicReader, type Reader } from './reader.ts';

/** What a rule speaks of: there is at most one for each level. */
export type RuleSubject = Pick<VisibilityRule, 'kind' | 'subject' | 'level'>;

/** All rules that hold, by kind, subject and level; none for who is no administrator. */
export async function listRules(db: Database, reader: Reader): Promise<VisibilityRule[]> {
  if (!isAdministrator(reader)) return [];
  return db
    .selectFrom('active_rule')
    .selectAll()
    .orderBy('kind')
    .orderBy('subject')
    .orderBy('level', (order) => order.asc().nullsFirst())
    .execute();
}

/** Writes a rule, or takes it away where everybody may see it; figures follow by `applyRules`. */
export async function writeRule(
  db: Database,
  { kind, subject, level }: RuleSubject,
  visibility: VisibilityRule['visibility'] | 'public',
): Promise<void> {
  await sql`delete from visibility_rule
    where kind = ${kind} and subject = ${subject} and level is not distinct from ${level}`.execute(db);
  if (visibility !== 'public')
    await db.insertInto('visibility_rule').values({ kind, subject, level, visibility }).execute();
  await db.updateTable('access').set({ revision: sql`revision + 1`, is_applied: false }).execute();
}

/** Makes these the rules of the demonstration: they hold while that is what is shown. */
export async function replaceDemonstrationRules(
  db: Database,
  rules: readonly VisibilityRule[],
): Promise<void> {
  await db.deleteFrom('visibility_rule').where('is_demonstration', '=', true).execute();
  const rows = rules.map((rule) => ({ ...rule, is_demonstration: true }));
  await db
    .insertInto('visibility_rule')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether all that is kept follows from the rules; not where an earlier version of the product kept rules of its own. */
export async function areRulesApplied(db: Database): Promise<boolean> {
  const { is_applied } = await db.selectFrom('access').select('is_applied').executeTakeFirstOrThrow();
  return is_applied;
}

/** Whether the whole site is closed to everybody who has not signed in. */
export async function isSiteClosed(db: Database): Promise<boolean> {
  const { is_closed } = await db.selectFrom('access').select('is_closed').executeTakeFirstOrThrow();
  return is_closed;
}

/** Closes the whole site to everybody who has not signed in, or opens it. */
export async function closeSite(db: Database, isClosed: boolean): Promise<void> {
  await db.updateTable('access').set({ is_closed: isClosed, revision: sql`revision + 1` }).execute();
}

/** What somebody sees who has not signed in. */
export async function readStranger(db: Database): Promise<Reader> {
  return (await isSiteClosed(db)) ? nobody : publicReader;
}
