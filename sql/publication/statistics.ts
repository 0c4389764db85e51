import { sql } from 'kysely';
import type { Database } from '../database.ts';

/**
 * Has the planner look at the tables that a publication fills. A server comes to it by itself some minutes later, the
 * embedded database never; until then it takes them for almost empty, and plans accordingly.
 */
export async function gatherStatistics(db: Database): Promise<void> {
  await sql`analyze area, area_version, lineage, observation, figure_group, tile, value_column, ranking, target`.execute(
    db,
  );
}
