import pg from 'pg';

/**
 * A pool of connections that outlives the loss of any of them. One that breaks while idle is replaced; one that breaks
 * in use tells whoever queries, who is the only one that can do something about it. Without a listener either would end
 * the process.
 */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
