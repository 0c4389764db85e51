import type { VisibilityRule } from '../../geodata/visibility.ts';
import type { Database } from '../../sql/database.ts';
import type { Reader } from '../../sql/reader.ts';
import { addReaderKind, isKnownKind } from '../../sql/reader-kinds.ts';
import { type Act, type Actor, recordAct } from '../../sql/trail.ts';
import { areRulesApplied, closeSite, type RuleSubject, writeRule } from '../../sql/visibility-rules.ts';
import type { ActOptions } from './acts.ts';
import { startStopwatch } from './progress.ts';
import { changePublication } from './turn.ts';
import { applyRules } from './visibility.ts';

/** Who changes what is shown, for the trail. */
interface AccessOptions extends ActOptions {
  readonly actor: Actor;
}

/** Closes the whole site to who has not signed in, or opens it. */
export async function changeSite(db: Database, actor: Actor, isClosed: boolean): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await closeSite(transaction, isClosed);
    await recordAct(transaction, { act: isClosed ? 'site-close' : 'site-open', actor });
  });
}

/**
 * Sets who may see something, or with `public` takes the rule away, and has all that is kept follow, in one transaction:
 * nobody sees a part of it.
 */
export async function changeRule(
  db: Database,
  options: AccessOptions,
  rule: RuleSubject,
  visibility: VisibilityRule['visibility'] | 'public',
): Promise<void> {
  const { kind, subject, level } = rule;
  await change(
    db,
    options,
    `rule on ${subject}`,
    async (transaction, whole) => {
      await writeRule(transaction, rule, visibility);
      return whole;
    },
    {
      act: 'rights-change',
      actor: options.actor,
      subject: `${kind}:${subject}`,
      detail: { level, visibility },
    },
  );
}

/** Has what is kept follow rules of an earlier version of the product, where that was not done yet. */
export async function catchUpWithRules(db: Database, options: ActOptions): Promise<void> {
  if (await areRulesApplied(db)) return;
  await change(db, options, 'rules of visibility', async () => true);
}

/** Has columns and orders of values made for readers like this one, who see figures of several municipalities. */
export async function prepareReader(db: Database, reader: Reader, options: ActOptions): Promise<void> {
  if (await isKnownKind(db, reader)) return;
  await change(db, options, 'columns for a kind of reader', async (transaction) => {
    await addReaderKind(transaction, reader);
    return true;
  });
}

/** `work` gives whether all is to be made anew, and is told whether it must be. The act is written down at the end. */
async function change(
  db: Database,
  { by, onProgress = () => undefined }: ActOptions,
  doing: string,
  work: (transaction: Database, whole: boolean) => Promise<boolean>,
  act?: Act,
): Promise<void> {
  const stopwatch = startStopwatch(onProgress);
  await changePublication(db, { by, doing, dryRun: false, stopwatch }, async (transaction) => {
    const whole = await work(transaction, !(await areRulesApplied(transaction)));
    await applyRules(transaction, { whole, onProgress: stopwatch.report });
    // Until the transaction is over nobody else can write into the trail, and so nobody signs in.
    if (act) await recordAct(transaction, act);
  });
}
