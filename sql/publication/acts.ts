import type { Database } from '../database.ts';
import type { ReleaseAct, ReleaseState } from '../tables.ts';

/** One step in the history of a release. */
export interface ReleaseStep {
  readonly release: number;
  readonly act: ReleaseAct;
  readonly fromState: ReleaseState | null;
  readonly toState: ReleaseState;
  readonly by: string;
  readonly note: string | null;
  readonly at: Date;
}

export interface Move {
  readonly act: ReleaseAct;
  readonly to: ReleaseState;
  readonly by: string;
  readonly note?: string;
}

/** Puts a release into a state and writes that into its history. */
export async function moveRelease(
  db: Database,
  release: number,
  { act, to, by, note = '' }: Move,
): Promise<void> {
  const { state: from } = await db
    .selectFrom('release')
    .select('state')
    .where('id', '=', release)
    .executeTakeFirstOrThrow();
  const dates = {
    ...(act === 'publish' && { published_at: new Date() }),
    ...(from !== to && { withdrawn_at: to === 'withdrawn' ? new Date() : null }),
  };
  await db
    .updateTable('release')
    .set({ state: to, ...dates })
    .where('id', '=', release)
    .execute();
  await db
    .insertInto('release_act')
    .values({
      release,
      act,
      // The release came into being with this act.
      from_state: act === 'stage' ? null : from,
      to_state: to,
      by_whom: by,
      note: note || null,
    })
    .execute();
}

/** The history of one release or of all, in order of time. */
export async function listReleaseSteps(db: Database, release?: number): Promise<ReleaseStep[]> {
  return db
    .selectFrom('release_act')
    .select([
      'release',
      'act',
      'from_state as fromState',
      'to_state as toState',
      'by_whom as by',
      'note',
      'at',
    ])
    .$if(release !== undefined, (query) => query.where('release', '=', release ?? 0))
    .orderBy('id')
    .execute();
}
