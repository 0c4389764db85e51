import type { PostgresPool } from 'kysely';
import type { Turns } from './turns.ts';
import { currentWork } from './work.ts';

/** A pool whose connections are had in turn. */
export function takeTurns(pool: PostgresPool, turns: Turns): PostgresPool {
  return {
    async connect() {
      const end = await turns.take(currentWork());
      try {
        const client = await pool.connect();
        const query = client.query.bind(client) as typeof client.query;
        return {
          query,
          release: () => {
            client.release();
            end();
          },
        };
      } catch (error) {
        end();
        throw error;
      }
    },
    end: () => pool.end(),
  };
}
