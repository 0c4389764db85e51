import { randomUUID } from 'node:crypto';
import { listFollowed, restrictState } from '../../geodata/follow/follow-state.ts';
import type { Database } from '../../sql/database.ts';
import { type FollowSession, readSessions, writePresence } from '../../sql/follow/sessions.ts';
import { type Reader, type RightsKey, writeRightsKey } from '../../sql/reader.ts';
import { listUnknownFigures } from '../../sql/unknown-figures.ts';

/** Somebody who follows a session at this process. */
export interface Follower {
  /** The session as it is now; null once the server stops. */
  session(): FollowSession | null;
  /** The state as JSON, as he is told it. */
  tell(): Promise<string>;
  /** Resolves when there is another version than this, or after so many milliseconds. */
  next(version: number, longest: number): Promise<void>;
  leave(): void;
}

/** All who follow at this process. */
export interface Followers {
  /** Null where there is no such session, `full` where as many follow as may, `stopping` once everybody was let go. */
  join(
    db: Database,
    code: string,
    reader: Reader,
    network: string,
  ): Promise<Follower | null | 'full' | 'stopping'>;
  /** This process itself changed a session, or heard that another did: `version` where that is known. */
  look(code: string, version?: number): void;
  /** Something may have been missed. */
  lookAtAll(): void;
  /** Lets everybody go: they come back to another process, or to this one after its restart. */
  close(): void;
}

/** How many follow at most. */
const most = { session: 500, process: 2000, network: 400 } as const;
/** Between two looks at all sessions, and two times of saying how many follow, milliseconds. */
const interval = 5000;
/** Who joined or left is counted together within this, milliseconds. */
const countingRest = 500;

interface Channel {
  session: FollowSession;
  readonly waiting: Set<() => void>;
  readonly networks: Map<symbol, string>;
  /** The newest version as JSON, for each kind of reader. */
  readonly told: Map<RightsKey, { readonly version: number; readonly json: Promise<string> }>;
  reading: Promise<void> | null;
}

/** Keeps the sessions that somebody follows here as they are in the database; one reading serves all who follow. */
export function openFollowers(): Followers {
  const process = randomUUID();
  const channels = new Map<string, Channel>();
  let database: Database | null = null;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let counting: NodeJS.Timeout | undefined;
  const left = new Set<string>();

  async function read(codes: readonly string[]): Promise<void> {
    if (!database || codes.length === 0) return;
    for (const session of await readSessions(database, codes)) {
      const channel = channels.get(session.code);
      if (!channel || (channel.session.version === session.version && !session.isOver)) continue;
      channel.session = session;
      wake(channel);
    }
  }

  function wake({ waiting }: Channel): void {
    const all = [...waiting];
    waiting.clear();
    for (const tell of all) tell();
  }

  /** Of changes that come faster than they can be read, the last is read. */
  function look(code: string, version?: number): void {
    const channel = channels.get(code);
    if (!channel || (version !== undefined && version <= channel.session.version)) return;
    if (channel.reading) {
      void channel.reading.then(() => look(code, version));
      return;
    }
    channel.reading = read([code])
      .catch(() => undefined)
      .finally(() => {
        channel.reading = null;
      });
  }

  async function count(): Promise<void> {
    if (!database) return;
    const counts = [...channels].map(([code, { networks }]) => ({ code, followers: networks.size }));
    const gone = [...left].filter((code) => !channels.has(code)).map((code) => ({ code, followers: 0 }));
    left.clear();
    if (counts.length + gone.length > 0) await writePresence(database, process, [...counts, ...gone]);
  }

  function countSoon(): void {
    counting ??= setTimeout(() => {
      counting = undefined;
      void count().catch(() => undefined);
    }, countingRest).unref();
  }

  function start(): void {
    timer ??= setInterval(() => {
      if (channels.size === 0) {
        clearInterval(timer);
        timer = undefined;
        return;
      }
      void read([...channels.keys()]).catch(() => undefined);
      void count().catch(() => undefined);
    }, interval).unref();
  }

  function isFull(channel: Channel, network: string): boolean {
    const all = [...channels.values()].flatMap(({ networks }) => [...networks.values()]);
    const near = all.filter((other) => other === network).length;
    return channel.networks.size >= most.session || all.length >= most.process || near >= most.network;
  }

  async function open(db: Database, code: string): Promise<Channel | null> {
    const known = channels.get(code);
    if (known) return known;
    const [session] = await readSessions(db, [code]);
    if (!session) return null;
    const channel: Channel = channels.get(code) ?? {
      session,
      waiting: new Set(),
      networks: new Map(),
      told: new Map(),
      reading: null,
    };
    channels.set(code, channel);
    return channel;
  }

  function tell(db: Database, channel: Channel, reader: Reader): Promise<string> {
    const key = writeRightsKey(reader);
    const { version, state } = channel.session;
    const known = channel.told.get(key);
    if (known?.version === version) return known.json;
    const json = listUnknownFigures(db, reader, listFollowed(state)).then((unknown) =>
      JSON.stringify(restrictState(state, unknown)),
    );
    channel.told.set(key, { version, json });
    json.catch(() => channel.told.delete(key));
    return json;
  }

  return {
    async join(db, code, reader, network) {
      if (isClosed) return 'stopping';
      database = db;
      const channel = await open(db, code);
      if (!channel) return null;
      if (isFull(channel, network)) return 'full';
      // Rights may have changed since this version was told to others.
      channel.told.clear();
      const who = Symbol('follower');
      channel.networks.set(who, network);
      start();
      countSoon();
      return {
        session: () => (isClosed ? null : channel.session),
        tell: () => tell(db, channel, reader),
        next: (version, longest) =>
          new Promise((resolve) => {
            if (isClosed || channel.session.version !== version || channel.session.isOver) return resolve();
            const done = () => {
              clearTimeout(late);
              channel.waiting.delete(done);
              resolve();
            };
            const late = setTimeout(done, longest).unref();
            channel.waiting.add(done);
          }),
        leave: () => {
          if (!channel.networks.delete(who)) return;
          left.add(code);
          if (channel.networks.size === 0 && channels.get(code) === channel) channels.delete(code);
          countSoon();
        },
      };
    },
    look,
    lookAtAll: () => void read([...channels.keys()]).catch(() => undefined),
    close() {
      isClosed = true;
      clearInterval(timer);
      clearTimeout(counting);
      for (const channel of channels.values()) wake(channel);
      channels.clear();
    },
  };
}
