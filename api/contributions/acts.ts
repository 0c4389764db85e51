import type { QualityMark } from '../../geodata/contribution/document.ts';
import { findPersonalData, type PersonalData } from '../../geodata/contribution/personal-data.ts';
import { dayAfter } from '../../geodata/day.ts';
import { mayAdminister } from '../../geodata/grant.ts';
import { type DeskContribution, findOnDesk } from '../../sql/contributions/desk.ts';
import { writeQualityMark } from '../../sql/contributions/documents.ts';
import { mayChange, mayPublish, type Writer } from '../../sql/contributions/permission.ts';
import {
  type ContributionChange,
  changeContribution,
  type HeldContribution,
  holdContribution,
  removeContribution,
  showContribution,
} from '../../sql/contributions/writing.ts';
import type { Database } from '../../sql/database.ts';
import { recordAct, type TrailAct, type TrailDetails } from '../../sql/trail.ts';
import { notFound, RequestProblem } from '../errors.ts';

/** Of which contribution, and which version of it whoever asks has seen. */
export interface Seen {
  readonly id: number;
  readonly version: number;
}

/** What is done within the transaction that holds a contribution. */
interface Holding {
  readonly db: Database;
  readonly held: HeldContribution;
  readonly before: DeskContribution;
}

/**
 * Does something to a contribution that a writer has on his desk, while nobody else does. Throws a problem 404 where it is
 * not on his desk, and 409 with what there is now (`current`) where somebody else changed it since he saw it.
 */
export async function changeSeen<T>(
  db: Database,
  writer: Writer,
  { id, version }: Seen,
  act: (holding: Holding) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    const held = await holdContribution(transaction, id);
    const before = held && (await findOnDesk(transaction, writer, id));
    if (!held || !before) throw notFound(`No contribution ${id}`);
    if (held.version !== version) throw outdated(before);
    return act({ db: transaction, held, before });
  });
}

function outdated(current: DeskContribution): RequestProblem {
  const { version, title, body, sources } = current;
  const [last] = current.revisions;
  return new RequestProblem(
    'conflict',
    'Somebody else has changed this since you opened it; nothing of yours was written over it',
    undefined,
    undefined,
    { current: { version, title, body, sources, name: last?.name ?? null, writtenAt: current.writtenAt } },
  );
}

/** Lets a second person read it. */
export function offer(db: Database, writer: Writer, seen: Seen): Promise<void> {
  return change(db, writer, seen, 'contribution-offer', ({ before }) => {
    requireState(before, ['draft']);
    requireRight(mayChange(writer, before), 'Only who wrote it may offer it');
    return { state: 'offered', remark: null };
  });
}

/** Gives it back to its author, with what he is asked. */
export function giveBack(db: Database, writer: Writer, seen: Seen, remark: string): Promise<void> {
  return change(db, writer, seen, 'contribution-return', ({ before }) => {
    requireState(before, ['offered']);
    requireRight(mayChange(writer, before), 'Only an editor or the author may do this');
    return { state: 'draft', remark: remark || null };
  });
}

/** Holds it until another day, which may be over. */
export function renew(db: Database, writer: Writer, seen: Seen, endsOn: string | null): Promise<void> {
  return change(db, writer, seen, 'contribution-renew', ({ before }) => {
    requireRight(mayChange(writer, before), 'Only an editor or the author may do this');
    return { endsOn };
  });
}

/** It does not hold any more, from today on. */
export function end(db: Database, writer: Writer, seen: Seen): Promise<void> {
  return change(db, writer, seen, 'contribution-end', ({ before }) => {
    requireRight(mayChange(writer, before), 'Only an editor or the author may do this');
    if (!before.isShown) throw new RequestProblem('conflict', 'It is not shown');
    return { endsOn: dayAfter(new Date(), -1) };
  });
}

/** Shows it to nobody any more. */
export function withdraw(db: Database, writer: Writer, seen: Seen): Promise<void> {
  return change(db, writer, seen, 'contribution-withdraw', ({ before }) => {
    requireRight(mayChange(writer, before), 'Only an editor or the author may do this');
    requireState(before, ['draft', 'offered', 'published']);
    return { state: 'withdrawn' };
  });
}

/** Puts it above all others, or not any more. */
export function pin(db: Database, writer: Writer, seen: Seen, isPinned: boolean): Promise<void> {
  return change(db, writer, seen, 'contribution-write', ({ before }) => {
    requireRight(isEditor(writer, before), 'Only an editor may pin it');
    return { isPinned };
  });
}

/**
 * Shows its newest revision: by a second person. Throws a problem 409 with `warnings` where the text looks as if it names
 * somebody and whoever publishes it has not said that he has read that.
 */
export async function publish(
  db: Database,
  writer: Writer,
  seen: Seen,
  hasReadWarnings: boolean,
): Promise<void> {
  await changeSeen(db, writer, seen, async ({ db: transaction, before }) => {
    requireState(before, ['offered']);
    requireRight(mayPublish(writer, before), 'A second person publishes it: an editor who did not write it');
    const warnings = listWarnings(before);
    if (warnings.length > 0 && !hasReadWarnings)
      throw new RequestProblem(
        'conflict',
        'The text may point at somebody: read the warnings first',
        undefined,
        undefined,
        { warnings },
      );
    await showContribution(transaction, seen.id, writer.id);
    await changeContribution(transaction, seen.id, { remark: null });
    await record(transaction, writer, 'contribution-publish', seen.id, { warnings: warnings.length });
  });
}

/** Says of a district scan what an editor found of it; not of one that he wrote himself. */
export async function mark(db: Database, writer: Writer, seen: Seen, found: QualityMark): Promise<void> {
  await changeSeen(db, writer, seen, async ({ db: transaction, before }) => {
    const { document } = before;
    if (document?.kind !== 'district-scan')
      throw new RequestProblem('conflict', 'Only a district scan is marked');
    const isOwn = [before.author, before.writtenBy].includes(writer.id);
    requireRight(isEditor(writer, before) && !isOwn, 'An editor who did not write it marks it');
    const of = { contribution: seen.id, sha256: document.file.sha256, by: writer.id };
    await writeQualityMark(transaction, of, found);
    await changeContribution(transaction, seen.id, {});
    await record(transaction, writer, 'contribution-mark', seen.id);
  });
}

/** Removes it with every revision, for good: what must not be kept. */
export async function remove(db: Database, writer: Writer, seen: Seen): Promise<void> {
  await changeSeen(db, writer, seen, async ({ db: transaction, before }) => {
    const isOwnDraft = before.author === writer.id && !before.isShown && before.state === 'draft';
    requireRight(isOwnDraft || mayAdminister(writer.grants), 'Only an administrator may remove it for good');
    await removeContribution(transaction, seen.id);
    await record(transaction, writer, 'contribution-remove', seen.id);
  });
}

/** What in a text may point at somebody. */
export function listWarnings(text: {
  readonly title: string;
  readonly body: string;
  readonly sources: string;
}): PersonalData[] {
  return findPersonalData([text.title, text.body, text.sources].join('\n\n'));
}

/** Writes in the trail what a writer did with a contribution; to be called in the transaction that does it. */
export function record(
  db: Database,
  { id: person }: Writer,
  act: TrailAct,
  id: number,
  detail?: TrailDetails,
): Promise<void> {
  return recordAct(db, {
    act,
    actor: `person:${person}`,
    subject: `contribution:${id}`,
    ...(detail && { detail }),
  });
}

async function change(
  db: Database,
  writer: Writer,
  seen: Seen,
  act: TrailAct,
  decide: (holding: Holding) => ContributionChange,
): Promise<void> {
  await changeSeen(db, writer, seen, async (holding) => {
    await changeContribution(holding.db, seen.id, decide(holding));
    await record(holding.db, writer, act, seen.id);
  });
}

function isEditor(writer: Writer, before: DeskContribution): boolean {
  return mayChange(writer, { ...before, author: null });
}

function requireState({ state }: DeskContribution, states: readonly DeskContribution['state'][]): void {
  if (!states.includes(state))
    throw new RequestProblem('conflict', `It is ${state}, not ${states.join(' or ')}`);
}

function requireRight(isAllowed: boolean, detail: string): void {
  if (!isAllowed) throw new RequestProblem('forbidden', detail);
}
