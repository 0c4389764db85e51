import { publicRights, type RightsKey } from '../../sql/reader.ts';
import { chooseEncoding, type Encoding } from '../sending/encoding.ts';

/** An answer as it goes out: the headers as node:http writes them (name, value, name, …), and the body. */
export interface KeptAnswer {
  /** Without the number of the request, which comes after them. */
  readonly headers: readonly string[];
  readonly bytes: Buffer;
}

/** An address with its answers in every coding that was asked for. */
interface HeldAddress {
  readonly answers: Partial<Record<Encoding, KeptAnswer>>;
  bytes: number;
  /** Set whenever it is asked for, and cleared when its turn to go comes: it goes the next time. */
  isWanted: boolean;
  /** Filled in beforehand: it does not make room for what is asked. */
  isHeld: boolean;
}

/** A GET: to whom it is answered, for which address, and the client's `Accept-Encoding`. */
export interface Question {
  readonly rights: RightsKey;
  readonly address: string;
  readonly accepted: string | undefined;
}

/**
 * Answers that can never change, each by the rights of its reader, its address and its coding, so that sending one again
 * asks nobody anything.
 */
export interface AnswerMemory {
  find(question: Question): KeptAnswer | undefined;
  /**
   * Keeps an answer where its status and headers say that every client whose reader has these rights gets it, forever;
   * gives the answer again. Whoever asked when `forget` had not yet been called, but comes with the answer after, says
   * so by an older `generation`. `isHeld`: it stays until everything is forgotten.
   */
  keep(question: Question, response: Response, generation: number, isHeld?: boolean): Promise<Response>;
  /** Counts how often everything was forgotten. */
  readonly generation: number;
  readonly isFull: boolean;
  forget(): void;
}

/** Each answer takes some room beside its body. */
const overhead = 1000;

/** A memory of at most `mostBytes`; what was not asked for of late goes first (second chance, or clock). */
export function createMemory(mostBytes: number): AnswerMemory {
  const held = new Map<string, HeldAddress>();
  let bytes = 0;
  let generation = 0;
  const makeRoom = () => {
    for (const [key, entry] of held) {
      if (bytes <= mostBytes) break;
      if (entry.isHeld) continue;
      held.delete(key);
      if (entry.isWanted) held.set(key, entry);
      else bytes -= entry.bytes;
      entry.isWanted = false;
    }
  };
  const add = (key: string, encoding: Encoding, answer: KeptAnswer, isHeld: boolean) => {
    const entry = held.get(key) ?? { answers: {}, bytes: 0, isWanted: false, isHeld };
    entry.isHeld ||= isHeld;
    const grown = sizeOf(answer) - sizeOf(entry.answers[encoding]);
    entry.answers[encoding] = answer;
    entry.bytes += grown;
    bytes += grown;
    held.set(key, entry);
    makeRoom();
  };
  return {
    find(question) {
      const entry = held.get(keyOf(question));
      if (entry) entry.isWanted = true;
      return entry?.answers[readEncoding(question.accepted)];
    },
    async keep(question, response, asked, isHeld = false) {
      if (!isForever(response, question.rights)) return response;
      const { status, headers } = response;
      const body = Buffer.from(await response.arrayBuffer());
      if (asked === generation)
        add(
          keyOf(question),
          readEncoding(question.accepted),
          { headers: listHeaders(headers, body), bytes: body },
          isHeld,
        );
      return new Response(body, { status, headers });
    },
    get generation() {
      return generation;
    },
    get isFull() {
      return bytes > 0.8 * mostBytes;
    },
    forget() {
      held.clear();
      bytes = 0;
      generation += 1;
    },
  };
}

/** Browsers say what they accept in a handful of ways, so that reading each once is enough. */
const readEncodings = new Map<string | undefined, Encoding>();
const mostEncodings = 100;

function readEncoding(accepted: string | undefined): Encoding {
  let encoding = readEncodings.get(accepted);
  if (encoding === undefined) {
    encoding = chooseEncoding(accepted);
    if (readEncodings.size < mostEncodings) readEncodings.set(accepted, encoding);
  }
  return encoding;
}

function sizeOf(answer: KeptAnswer | undefined): number {
  return answer ? answer.bytes.length + overhead : 0;
}

/** Its key: a line cannot be part of an address that came through HTTP. */
function keyOf({ rights, address }: Question): string {
  return `${rights}\n${address}`;
}

/** What others than the public get says `private`, so that only the memory that knows their rights may keep it. */
function isForever({ status, headers }: Response, rights: RightsKey): boolean {
  const caching = headers.get('Cache-Control') ?? '';
  const isShared = rights !== publicRights || caching.includes('public');
  return status === 200 && isShared && caching.includes('immutable');
}

/** Without the number of the request, which every answer has anew. */
function listHeaders(headers: Headers, body: Uint8Array): string[] {
  const all = [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'content-length');
  return [...all, ['content-length', String(body.length)] as const].flat();
}
