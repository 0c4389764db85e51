import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { messageOf } from '../geodata/problem.ts';
import { isConnectionLoss } from './connection-loss.ts';
import { openPool } from './pool.ts';
import { type EndingClient, endWithWork } from './queue/ending.ts';
import { createPositionHistory, type LogPosition, type PositionHistory } from './replication-lag.ts';

export interface ReplicaSettings {
  /** Addresses of streaming replicas of the primary. */
  readonly urls: readonly string[];
  /** A replica that is further behind than this is not asked, milliseconds. */
  readonly mostLag: number;
  /** Time between two looks at every server, milliseconds. */
  readonly interval: number;
  /** Hears when a replica is taken into use, or no longer is, and why. */
  readonly onChange: (replica: ReplicaState) => void;
}

export interface ReplicaState {
  /** Host and port, without user and password. */
  readonly name: string;
  readonly isUsed: boolean;
  /** Why it is not asked; null while it is. */
  readonly reason: string | null;
}

/** How long a replica may take to accept a connection or to answer, milliseconds; then another server is asked. */
const timeouts = { connectionTimeoutMillis: 2000, query_timeout: 10_000 } as const;
const longestProbe = 2000;

interface Replica {
  readonly name: string;
  readonly pool: pg.Pool;
  reason: string | null;
}

interface Lease {
  readonly client: EndingClient;
  /** Closes the connection instead of giving it back. */
  drop(): void;
  /** Null: the primary. */
  readonly replica: Replica | null;
}

/**
 * A pool that sends who reads to the replicas in turn, and to the primary while none of them answers and keeps up. A
 * query that finds its replica gone is asked again elsewhere; in a transaction only its beginning is.
 * The primary's own pool stays the caller's: it is not ended with this one. `longestQuery`: for whoever waits for an
 * answer, milliseconds.
 */
export async function openReplicas(
  primary: pg.Pool,
  config: pg.PoolConfig,
  { urls, mostLag, interval, onChange, longestQuery }: ReplicaSettings & { readonly longestQuery: number },
): Promise<PostgresPool> {
  const leaseFrom = async (pool: pg.Pool, replica: Replica | null): Promise<Lease> => {
    const client = endWithWork(await pool.connect(), longestQuery);
    return { client, replica, drop: () => client.release(true) };
  };
  const replicas = urls.map((url) => openReplica(url, config));
  const history = createPositionHistory();
  // What this process expects, its migrations, is there only from here on.
  const least = await readPosition(primary, 'pg_current_wal_lsn()');
  let turn = 0;

  const judge = (replica: Replica, reason: string | null) => {
    if (replica.reason === reason) return;
    const wasUsed = replica.reason === null;
    replica.reason = reason;
    if (wasUsed || reason === null) onChange({ name: replica.name, isUsed: reason === null, reason });
  };
  const look = async () => {
    const position = await readPosition(primary, 'pg_current_wal_lsn()').catch(() => null);
    if (position !== null) history.note(position, performance.now());
    await Promise.all(
      replicas.map(async (replica) => judge(replica, await findFault(replica, { history, least, mostLag }))),
    );
  };
  const lease = async (): Promise<Lease> => {
    for (let tried = 0; tried < replicas.length; tried++) {
      const replica = replicas[turn++ % replicas.length];
      if (!replica || replica.reason !== null) continue;
      try {
        return await leaseFrom(replica.pool, replica);
      } catch (error) {
        judge(replica, messageOf(error));
      }
    }
    return leaseFrom(primary, null);
  };

  const end = async () => {
    timer.stop();
    await Promise.all(replicas.map(({ pool }) => pool.end()));
  };
  let ending: Promise<void> | undefined;
  await look();
  const timer = repeat(look, interval);
  return {
    connect: async () => followLease(await lease(), lease, judge),
    end: () => (ending ??= end()),
  };
}

function openReplica(url: string, config: pg.PoolConfig): Replica {
  const { host } = new URL(url);
  const pool = openPool({ ...config, connectionString: url, ...timeouts });
  return { name: host, pool, reason: 'not looked at yet' };
}

/** A client that, until its first answer, changes to another server where its own is gone. */
function followLease(
  first: Lease,
  lease: () => Promise<Lease>,
  judge: (replica: Replica, reason: string) => void,
): PostgresPoolClient {
  let current = first;
  let hasAnswered = false;
  let isHeld = true;
  const ask = async <Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> => {
    for (;;) {
      const { client, replica, drop } = current;
      try {
        const answer = await client.query<Row>(text, values);
        hasAnswered = true;
        return answer;
      } catch (error) {
        if (hasAnswered || replica === null || !isConnectionLoss(error)) throw error;
        judge(replica, messageOf(error));
        drop();
        isHeld = false;
        current = await lease();
        isHeld = true;
      }
    }
  };
  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query<Row>(what: string | PostgresCursor<Row>, values: readonly unknown[] = []) {
    return typeof what === 'string' ? ask<Row>(what, values) : current.client.query(what);
  }
  return { query, release: () => isHeld && current.client.release() };
}

/** Why a replica may not be asked now; null where it may. */
async function findFault(
  { pool }: Replica,
  { history, least, mostLag }: { history: PositionHistory; least: LogPosition; mostLag: number },
): Promise<string | null> {
  try {
    const { rows } = await ask<{ standby: boolean }>(pool, 'select pg_is_in_recovery() as standby');
    if (!rows[0]?.standby) return 'it is no replica';
    const replayed = await readPosition(pool, 'pg_last_wal_replay_lsn()');
    if (replayed < least) return 'it has yet to catch up';
    const lag = history.lagOf(replayed, performance.now());
    return lag > mostLag ? 'it lags behind' : null;
  } catch (error) {
    return messageOf(error);
  }
}

async function readPosition(pool: pg.Pool, position: string): Promise<LogPosition> {
  const { rows } = await ask<{ bytes: string }>(
    pool,
    `select pg_wal_lsn_diff(${position}, '0/0')::text as bytes`,
  );
  return BigInt(rows[0]?.bytes ?? 0);
}

function ask<Row extends pg.QueryResultRow>(pool: pg.Pool, text: string): Promise<pg.QueryResult<Row>> {
  // `pg` takes a time limit a query, its types only one a client.
  const query: pg.QueryConfig & { query_timeout: number } = { text, query_timeout: longestProbe };
  return pool.query<Row>(query);
}

/** Does the work again and again, each time so long after the last ended; does not keep the process alive. */
function repeat(work: () => Promise<void>, pause: number): { stop(): void } {
  let timer: NodeJS.Timeout;
  let isStopped = false;
  const next = () => {
    if (isStopped) return;
    timer = setTimeout(() => void work().finally(next), pause);
    timer.unref();
  };
  next();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
