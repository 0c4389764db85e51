import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { gatherStatistics } from '../../sql/publication.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

describeOnBothDatabases('the planner', (getDatabase) => {
  test('knows how much was published', async () => {
    const db = getDatabase();
    await publishFixture(db);
    await gatherStatistics(db);
    const { rows } = await sql<{ known: number; there: number }>`
      select (select reltuples::integer from pg_class where relname = 'observation') as known,
        (select count(*)::integer from observation) as there
    `.execute(db);
    expect(rows[0]?.there).toBeGreaterThan(0);
    expect(rows[0]?.known).toBe(rows[0]?.there);
  });
});
