import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { cancelQuery, longestCancel } from './cancelling.ts';
import { currentWork, OverloadError, reasonOf, requireGoing, type Work } from './work.ts';

/** A connection that ends with the work it is for. */
export interface EndingClient extends PostgresPoolClient {
  /** Gives it back, or closes it. */
  release(isLost?: boolean): void;
}

/** What ends a transaction goes through when the work has ended as well. */
const endsTransaction = /^\s*(rollback|commit)\b/i;

/**
 * Asks for the work that is going on: nothing more once it has ended. On a server what is asked then is cancelled, and
 * what takes longer than `longestQuery` milliseconds too; null: this database cannot, so it is waited for.
 */
export function endWithWork(client: pg.PoolClient, longestQuery: number | null): EndingClient {
  const work = currentWork();
  if (!work) return client;
  let isBroken = false;
  const ask = async <Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> => {
    const isEnd = endsTransaction.test(text);
    if (!isEnd) requireGoing(work);
    const asked = client.query(text, values as unknown[]) as unknown as Promise<PostgresQueryResult<Row>>;
    if (longestQuery === null || isEnd) return asked;
    return followQuery(asked, { client, work, longestQuery, onBroken: () => (isBroken = true) });
  };
  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query<Row>(what: string | PostgresCursor<Row>, values: readonly unknown[] = []) {
    if (typeof what === 'string') return ask<Row>(what, values);
    return (client as PostgresPoolClient).query(what);
  }
  return { query, release: (isLost = false) => client.release(isLost || isBroken) };
}

interface Followed {
  readonly client: pg.PoolClient;
  readonly work: Work;
  readonly longestQuery: number;
  readonly onBroken: () => void;
}

/**
 * Cancels a query when its work or its time ends; a server that does not hear of it loses the connection. A query that ended
 * meanwhile waits for its cancelling, which would otherwise end what somebody else asks on that connection.
 */
async function followQuery<T>(
  asked: Promise<T>,
  { client, work: { signal }, longestQuery, onBroken }: Followed,
): Promise<T> {
  let ended: Error | null = null;
  let cancelling: Promise<void> | undefined;
  let breaking: NodeJS.Timeout | undefined;
  const end = (reason: Error) => {
    if (ended) return;
    ended = reason;
    cancelling = cancelQuery(client);
    breaking = setTimeout(() => {
      onBroken();
      void (client as unknown as pg.Client).end().catch(() => undefined);
    }, longestCancel);
  };
  const leave = () => end(reasonOf(signal));
  const timer = setTimeout(() => end(new OverloadError('the query took too long')), longestQuery);
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await asked;
  } catch (error) {
    throw ended ?? error;
  } finally {
    clearTimeout(timer);
    clearTimeout(breaking);
    signal.removeEventListener('abort', leave);
    await cancelling;
  }
}
