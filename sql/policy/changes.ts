import { sql } from 'kysely';
import type { CycleStep, PolicyAction, PolicyCycle, PolicyPriority } from '../../geodata/policy/cycle.ts';
import { dueDateOf, type PolicyTemplate } from '../../geodata/policy/template.ts';
import { isDemonstration } from '../catalog.ts';
import type { Database } from '../database.ts';
import type { Reader } from '../reader.ts';
import { requireWritten } from '../version.ts';
import { visibleAddresses } from '../visible-to-reader.ts';

// Each verb here throws OutdatedError where the version that was read is not the one that is kept.

/** Begins a cycle, with the days that its template foresees; `isDemonstration` where the region is made up. */
export async function beginCycle(
  db: Database,
  cycle: Omit<PolicyCycle, 'steps' | 'priorities' | 'version' | 'templateVersion'>,
  template: PolicyTemplate,
): Promise<void> {
  const { id, municipality, fromYear, toYear, visibility } = cycle;
  const written = await db
    .insertInto('policy_cycle')
    .values({
      id,
      municipality,
      template: template.key,
      template_version: template.version,
      from_year: fromYear,
      to_year: toYear,
      visibility,
      is_demonstration: await isDemonstration(db),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  requireWritten(written);
  const steps = template.steps.map((step) => ({
    cycle: id,
    step: step.key,
    state: 'not-begun' as const,
    due: dueDateOf(step, fromYear),
  }));
  await db.insertInto('policy_step').values(steps).execute();
}

/** Changes the years of a cycle and who may see it. */
export async function changeCycle(
  db: Database,
  { id, version, toYear, visibility }: Pick<PolicyCycle, 'id' | 'version' | 'toYear' | 'visibility'>,
): Promise<void> {
  requireWritten(
    await db
      .updateTable('policy_cycle')
      .set({ to_year: toYear, visibility, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .execute(),
  );
}

/** Takes a cycle away with all that was said in it. */
export async function removeCycle(
  db: Database,
  { id, version }: Pick<PolicyCycle, 'id' | 'version'>,
): Promise<void> {
  requireWritten(
    await db
      .deleteFrom('policy_cycle')
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .execute(),
  );
}

/** Writes what is said of a step. `person`: who has it in hand; undefined leaves who has it, null is nobody. */
export async function writeStep(
  db: Database,
  cycle: string,
  step: Omit<CycleStep, 'account'>,
  person: string | null | undefined,
): Promise<void> {
  const { version, state, owner, due, document, decision, decidedOn } = step;
  const values = {
    state,
    owner,
    due,
    document_title: document.title,
    document_url: document.url,
    document: document.id,
    decision,
    decided_on: decidedOn,
    version: version + 1,
    ...(person === undefined ? {} : { owner_person: person }),
  };
  const written =
    version === 0
      ? db
          .insertInto('policy_step')
          .values({ cycle, step: step.step, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('step')
      : db
          .updateTable('policy_step')
          .set(values)
          .where('cycle', '=', cycle)
          .where('step', '=', step.step)
          .where('version', '=', version)
          .returning('step');
  requireWritten(await written.execute());
}

/** Writes a priority; indicators that the reader may not see stay where they were. */
export async function writePriority(
  db: Database,
  reader: Reader,
  cycle: string,
  { id, title, about, indicators, version }: Omit<PolicyPriority, 'actions'>,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into policy_priority as priority (id, cycle, place, title, about, indicators)
    select ${id}::uuid, ${cycle}::uuid, coalesce((select max(place) + 1 from policy_priority where cycle = ${cycle}::uuid), 1),
      ${title}, ${about}, ${[...indicators]}::text[] where ${version}::integer = 0
    on conflict do nothing returning id`.execute(db);
  if (version === 0) return requireWritten(rows);
  const { rows: changed } = await sql<{ id: string }>`
    update policy_priority set title = ${title}, about = ${about}, version = version + 1,
      indicators = ${[...indicators]}::text[] || array(select address from unnest(indicators) as address
        where address <> all(${visibleAddresses(reader)}))
    where id = ${id}::uuid and cycle = ${cycle}::uuid and version = ${version} returning id`.execute(db);
  requireWritten(changed);
}

/** Writes what a partner does for a priority. */
export async function writeAction(
  db: Database,
  priority: string,
  { id, what, organisation, until, state, version }: PolicyAction,
): Promise<void> {
  const values = { what, organisation, until, state };
  if (version > 0)
    return requireWritten(
      await db
        .updateTable('policy_action')
        .set({ ...values, version: version + 1 })
        .where('id', '=', id)
        .where('priority', '=', priority)
        .where('version', '=', version)
        .returning('id')
        .execute(),
    );
  const place = sql<number>`coalesce((select max(place) + 1 from policy_action where priority = ${priority}::uuid), 1)`;
  requireWritten(
    await db
      .insertInto('policy_action')
      .values({ id, priority, place, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute(),
  );
}

/** Takes a priority or an action away. */
export async function removePart(
  db: Database,
  table: 'policy_priority' | 'policy_action',
  { id, version }: { readonly id: string; readonly version: number },
): Promise<void> {
  requireWritten(
    await db.deleteFrom(table).where('id', '=', id).where('version', '=', version).returning('id').execute(),
  );
}
