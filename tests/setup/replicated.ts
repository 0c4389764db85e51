import pg from 'pg';
import { findFreePort } from '../../scripts/free-port.ts';
import {
  makeCluster,
  removeCluster,
  runProgram,
  type ServerFolder,
  startServer,
} from '../../scripts/test/cluster.ts';
import { prepareTools } from '../../scripts/test/tools.ts';

/** A primary with a streaming replica, both our own. */
export interface Replicated {
  readonly primaryUrl: string;
  readonly replicaUrl: string;
  /** Ends the replica as a power cut would. */
  killReplica(): Promise<void>;
  startReplica(): Promise<void>;
  /** Lets the replica run on without its primary, or find it again. */
  cutReplica(): Promise<void>;
  joinReplica(): Promise<void>;
  /** Runs a statement on one of the two. */
  run(on: 'primary' | 'replica', statement: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL and a replica that streams from it, with the programs that the tests have. */
export async function startReplicated(): Promise<Replicated> {
  const { postgresql } = prepareTools({ chromium: process.env.CHROME_PATH, databaseUrl: undefined });
  if (postgresql === null) throw new Error('There is no PostgreSQL to make a replica with');
  const primaryPlace = await makeCluster(postgresql);
  const primary = await startServer(primaryPlace);
  const replicaPlace = await copyPrimary(primaryPlace);
  let replica = await startServer(replicaPlace);
  const followPort = async (port: number) => {
    const address = `host=127.0.0.1 port=${port} user=postgres`;
    await run(replica.url, `alter system set primary_conninfo = '${address}'`);
    await run(replica.url, 'select pg_reload_conf()');
  };
  return {
    primaryUrl: primary.url,
    replicaUrl: replica.url,
    killReplica: () => replica.kill(),
    async startReplica() {
      replica = await startServer(replicaPlace);
    },
    cutReplica: () => followPort(1),
    joinReplica: () => followPort(primaryPlace.port),
    run: (on, statement) => run(on === 'primary' ? primary.url : replica.url, statement),
    async stop() {
      await replica.stop();
      await primary.stop();
      await removeCluster(primaryPlace);
    },
  };
}

/** Copies a running primary into a replica that will stream from it, in the same folder. */
async function copyPrimary(primary: ServerFolder): Promise<ServerFolder> {
  const data = `${primary.folder}/replica`;
  const from = ['--host=127.0.0.1', `--port=${primary.port}`, '--username=postgres'];
  const how = ['--write-recovery-conf', '--wal-method=stream', '--checkpoint=fast', '--no-sync'];
  runProgram(primary, 'pg_basebackup', [...from, ...how, `--pgdata=${data}`]);
  return { ...primary, data, port: await findFreePort() };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
