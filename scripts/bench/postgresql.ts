import { startCluster } from '../test/cluster.ts';
import { findPostgresql } from '../test/tools.ts';
import { undoLater } from './cleanup.ts';

/** An empty PostgreSQL with PostGIS of our own, gone when it stops. */
export interface Postgresql {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL with the programs of this machine; null where it has none with PostGIS. */
export async function openPostgresql(): Promise<Postgresql | null> {
  const programs = findPostgresql();
  if (programs === null) return null;
  const { url, stop } = await startCluster(programs);
  return { url, stop: undoLater(stop) };
}
