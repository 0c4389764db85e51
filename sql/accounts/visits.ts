import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { Reader } from '../reader.ts';
import { isVisibleCycle, isVisibleFigure, visibleReleases } from '../visible-to-reader.ts';

/** After so long without a look somebody who comes back begins another visit. */
const pause = '30 minutes';

/** Writes down that somebody is here; gives the end of the visit before this one, null in the first. */
export async function touchVisit(db: Database, person: string): Promise<Date | null> {
  const { rows } = await sql<{ before: Date | null }>`
    insert into accounts.visit as visit (person, at) values (${person}, now())
    on conflict (person) do update set at = now(),
      before = case when visit.at < now() - ${pause}::interval then visit.at else visit.before end
    returning before`.execute(db);
  return rows[0]?.before ?? null;
}

/** What was published since, as far as the reader may see it. */
export interface NewRelease {
  readonly id: number;
  readonly title: string;
  readonly publishedAt: Date;
  /** Addresses of the indicators and categories that it gave figures of. */
  readonly indicators: readonly string[];
}

/** The releases that were published after a time and still hold, the newest first. */
export async function listNewReleases(db: Database, reader: Reader, since: Date): Promise<NewRelease[]> {
  const { rows } = await sql<NewRelease>`
    select id, title, published_at as "publishedAt",
      array(select distinct figure.indicator from figure_group as figure
        where figure.release = release.id and ${isVisibleFigure(reader)} order by 1) as indicators
    from release where state = 'published' and published_at > ${since} and id = any(${visibleReleases(reader)})
    order by published_at desc, id desc`.execute(db);
  return rows;
}

/** A step that waits for somebody: his own, or one of a municipality that he edits. */
export interface WaitingStep {
  readonly cycle: string;
  readonly municipality: string;
  readonly template: string;
  readonly templateVersion: number;
  readonly step: string;
  readonly due: string | null;
  readonly isOwn: boolean;
}

/** Steps that are not done and due by a day, or in somebody's hands, the first due first. */
export async function listWaitingSteps(
  db: Database,
  reader: Reader,
  { person, municipalities, until }: { person: string; municipalities: readonly string[]; until: string },
): Promise<WaitingStep[]> {
  const { rows } = await sql<WaitingStep>`
    select cycle.id as cycle, cycle.municipality, cycle.template, cycle.template_version as "templateVersion", step,
      to_char(due, 'YYYY-MM-DD') as due, owner_person is not distinct from ${person} as "isOwn"
    from policy_step join policy_cycle as cycle on cycle.id = policy_step.cycle
    where ${isVisibleCycle(reader)} and state in ('not-begun', 'in-progress')
      and (owner_person = ${person} or (cycle.municipality = any(${[...municipalities]}::text[]) and due <= ${until}::date))
    order by policy_step.due nulls last, cycle.municipality, step`.execute(db);
  return rows;
}
