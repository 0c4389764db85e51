import { randomUUID } from 'node:crypto';
import { demonstrationList, planDemonstrationPolicy } from '../../geodata/demo/policy.ts';
import type { Database } from '../database.ts';
import { listTemplates } from './templates.ts';

/** Makes these the policy and the shared list of the demonstration: they are seen while that is what is shown. */
export async function replaceDemonstrationPolicy(db: Database): Promise<void> {
  await db.deleteFrom('policy_cycle').where('is_demonstration', '=', true).execute();
  await db.deleteFrom('shared_list').where('is_demonstration', '=', true).execute();
  for (const { steps, priorities, ...cycle } of planDemonstrationPolicy(await listTemplates(db))) {
    const id = randomUUID();
    await db
      .insertInto('policy_cycle')
      .values({
        id,
        municipality: cycle.municipality,
        template: cycle.template,
        template_version: 1,
        from_year: cycle.fromYear,
        to_year: cycle.toYear,
        is_demonstration: true,
      })
      .execute();
    await db
      .insertInto('policy_step')
      .values(
        steps.map(({ documentTitle, decidedOn, ...step }) => ({
          ...step,
          cycle: id,
          document_title: documentTitle,
          decided_on: decidedOn,
        })),
      )
      .execute();
    for (const [place, { actions, ...priority }] of priorities.entries()) {
      const number = randomUUID();
      await db
        .insertInto('policy_priority')
        .values({ ...priority, indicators: [...priority.indicators], id: number, cycle: id, place })
        .execute();
      await db
        .insertInto('policy_action')
        .values(actions.map((action, at) => ({ ...action, id: randomUUID(), priority: number, place: at })))
        .execute();
    }
  }
  await insertDemonstrationList(db);
}

async function insertDemonstrationList(db: Database): Promise<void> {
  const { areas, members, createdOn, ...list } = demonstrationList;
  const id = randomUUID();
  await db
    .insertInto('shared_list')
    .values({ ...list, id, created_on: createdOn, is_demonstration: true })
    .execute();
  await db
    .insertInto('shared_list_area')
    .values(
      areas.map(([area, owner, practice, note]) => ({
        list: id,
        area,
        owner,
        practice_title: practice && `${practice} (verzonnen)`,
        note,
      })),
    )
    .execute();
  await db
    .insertInto('shared_list_member')
    .values(members.map(([organisation, joined_on]) => ({ list: id, organisation, joined_on })))
    .execute();
}
