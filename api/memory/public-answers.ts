import type { Context, TypedResponse } from 'hono';
import type { StoredBytes } from '../../sql/artefacts.ts';
import type { Database } from '../../sql/database.ts';
import { readPublicationStamp } from '../../sql/publication-stamp.ts';
import { isPublic, type Reader } from '../../sql/reader.ts';
import { describeArtefact } from '../sending/artefact.ts';
import { compressOnce } from '../sending/compression.ts';
import { type Deliverable, deliver } from '../sending/delivery.ts';
import { chooseEncoding, type Encoding } from '../sending/encoding.ts';
import { hashOf } from '../sending/etag.ts';
import { createRecentMemory, type RecentMemory } from './recent-memory.ts';
import { readTogether, stampOf } from './snapshot.ts';

/** What the public asks, and how it is answered. */
export interface PublicQuestion<Body> {
  readonly db: Database;
  /** The parameters as they were read, so that every way of writing them is one question. */
  readonly asked: unknown;
  /** Answers from one state of the database, by nothing but what is published. */
  readonly read: (db: Database) => Promise<Body>;
  /** What `rememberPublished` gave of which it answers too. */
  readonly basis?: object;
}

/** JSON that was made ready to be sent at publication. */
export class ReadyJson {
  readonly stored: StoredBytes & { readonly hash: string };

  constructor(stored: StoredBytes & { readonly hash: string }) {
    this.stored = stored;
  }
}

/** Gives a text ready to be sent in the coding that the request prefers; null where there is none. */
export type RecallPublic = <Written extends string | ReadyJson | null>(
  c: Context,
  question: PublicQuestion<Written>,
) => Promise<Deliverable | Extract<Written, null>>;

const jsonType = 'application/json';
/** Bytes of the answers of a route, as they are sent. */
const usualBytes = 8 * 1024 ** 2;
/** Each takes some room beside its bytes and its question. */
const overhead = 500;
/** What fits a network packet gains nothing by compression. */
const leastBytes = 1000;

interface Packed {
  readonly answer: Deliverable;
  readonly bytes: number;
}

/** Answers of one state of what is published. */
interface Published {
  readonly stamp: string | null;
  readonly answers: RecentMemory<Deliverable>;
}

/**
 * Keeps what is answered to the public, which is nobody's, until the database says that something was published, withdrawn
 * or closed: that alone is asked before it is sent again. At most `mostBytes`; what was asked for longest ago goes first.
 */
export function rememberPublic(type: string, mostBytes = usualBytes): RecallPublic {
  let published: Published | null = null;
  const find = async (db: Database, key: string): Promise<Deliverable | null> => {
    const { stamp, answers } = published ?? {};
    const found = answers?.find(key);
    return found && stamp === (await readPublicationStamp(db)) ? found : null;
  };
  return async <Written extends string | ReadyJson | null>(
    c: Context,
    { db, asked, read, basis }: PublicQuestion<Written>,
  ) => {
    const encoding = chooseEncoding(c.req.header('Accept-Encoding'));
    const key = `${encoding} ${JSON.stringify(asked)}`;
    const found = await find(db, key);
    if (found) return found;
    // With the stamp of what is read, which a replica may not have at the moment that another one did.
    const { stamp, written } = await readTogether(db, async (together) => ({
      stamp: await readPublicationStamp(together),
      written: await read(together),
    }));
    if (written === null) return written as Extract<Written, null>;
    const { answer, bytes } =
      written instanceof ReadyJson ? describeReady(written) : await pack(written, type, encoding);
    // Something was published between the two: the next one who asks gets them of one state.
    if (basis && stampOf(basis) !== stamp) return answer;
    if (published?.stamp !== stamp) published = { stamp, answers: createRecentMemory(mostBytes) };
    return published.answers.recall(key, () => answer, bytes + 2 * key.length + overhead);
  };
}

/** What anybody asks. */
interface JsonQuestion<Body> extends PublicQuestion<Body | ReadyJson> {
  readonly reader: Reader;
}

/** The answer as JSON, which is `c.json` to the typed client. */
export type AnswerJson = <Body>(
  c: Context,
  question: JsonQuestion<Body>,
) => Promise<Response & TypedResponse<Body, 200, 'json'>>;

/** Answers from one state of the database: the public from memory where it can, others by reading it for them. */
export function rememberJson(): AnswerJson {
  const recall = rememberPublic(jsonType);
  return async <Body>(c: Context, { reader, ...question }: JsonQuestion<Body>) => {
    const { db, read } = question;
    const write = async (together: Database) => {
      const body = await read(together);
      return body instanceof ReadyJson ? body : JSON.stringify(body);
    };
    const response = isPublic(reader)
      ? deliver(c, await recall(c, { ...question, read: write }))
      : sendRead(c, await readTogether(db, read));
    return (await response) as Response & TypedResponse<Body, 200, 'json'>;
  };
}

function sendRead(c: Context, body: unknown): Response | Promise<Response> {
  return body instanceof ReadyJson ? deliver(c, describeReady(body).answer) : c.json(body, 200);
}

function describeReady({ stored }: ReadyJson): Packed {
  const answer = describeArtefact(stored, { type: jsonType, hash: stored.hash, immutable: false });
  return { answer, bytes: stored.brotli.length + stored.gzip.length };
}

/** A text in the one coding that was asked for; in none where that is no gain. */
async function pack(text: string, type: string, encoding: Encoding): Promise<Packed> {
  const plain = Buffer.from(text);
  const isPlain = encoding === 'identity' || plain.length < leastBytes;
  const packed = isPlain ? plain : await compressOnce(plain)(encoding);
  const answer: Deliverable = {
    type,
    hash: hashOf(text),
    immutable: false,
    encode: (wanted) => (isPlain === (wanted === 'identity') ? Promise.resolve(packed) : null),
  };
  return { answer, bytes: packed.length };
}
