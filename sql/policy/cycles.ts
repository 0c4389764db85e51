import { sql } from 'kysely';
import type { PolicyCycle } from '../../geodata/policy/cycle.ts';
import type { Database } from '../database.ts';
import type { Reader } from '../reader.ts';
import { isVisibleCycle, namedAccount, shownContribution, visibleAddresses } from '../visible-to-reader.ts';

/** The cycles that the reader may see, of all municipalities or by their number, by municipality, template and year. */
export async function listCycles(
  db: Database,
  reader: Reader,
  { id }: { readonly id?: string } = {},
): Promise<PolicyCycle[]> {
  const { rows } = await sql<PolicyCycle>`
    select cycle.id, municipality, template, template_version as "templateVersion", from_year as "fromYear",
      to_year as "toYear", visibility, version,
      coalesce((select jsonb_agg(jsonb_build_object('step', step, 'state', state, 'owner', owner,
          'account', ${namedAccount(reader, 'owner_person')}, 'due', due,
          'document', jsonb_build_object('title', document_title, 'url', document_url, 'id', ${shownContribution(reader, 'policy_step.document')}),
          'decision', decision, 'decidedOn', decided_on, 'version', version) order by step)
        from policy_step where policy_step.cycle = cycle.id), '[]') as steps,
      coalesce((select jsonb_agg(jsonb_build_object('id', priority.id, 'title', title, 'about', about,
          'indicators', (select coalesce(jsonb_agg(address order by place), '[]')
            from unnest(indicators) with ordinality as named (address, place)
            where address = any(${visibleAddresses(reader)})),
          'version', priority.version,
          'actions', coalesce((select jsonb_agg(jsonb_build_object('id', action.id, 'what', what,
              'organisation', organisation, 'until', until, 'state', state, 'version', action.version)
              order by action.place, action.id)
            from policy_action as action where action.priority = priority.id), '[]'))
          order by priority.place, priority.id)
        from policy_priority as priority where priority.cycle = cycle.id), '[]') as priorities
    from policy_cycle as cycle
    where ${isVisibleCycle(reader)} and (${id ?? null}::uuid is null or cycle.id = ${id ?? null}::uuid)
    order by municipality, template desc, from_year`.execute(db);
  return rows;
}
