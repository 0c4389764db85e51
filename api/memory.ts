import { chooseEncoding, type Encoding } from './encoding.ts';

/** An answer as it goes out: the headers as node:http writes them (name, value, name, …), and the body. */
export interface KeptAnswer {
  readonly headers: readonly string[];
  readonly bytes: Uint8Array;
}

/** Answers that can never change, each by its address and coding, so that sending one again asks nobody anything. */
export interface AnswerMemory {
  /** The answer to a GET for the address, by the client's `Accept-Encoding`. */
  find(address: string, accepted: string | undefined): KeptAnswer | undefined;
  /**
   * Keeps an answer where its status and headers say that every client gets it, forever; gives whether it did. Whoever
   * asked when `forget` had not yet been called, but comes with the answer after, says so by an older `generation`.
   */
  keep(
    address: string,
    accepted: string | undefined,
    response: Response,
    generation: number,
  ): Promise<Response>;
  /** Counts how often everything was forgotten. */
  readonly generation: number;
  readonly isFull: boolean;
  forget(): void;
}

/** Each answer takes some room beside its body. */
const overhead = 1000;

/** A memory of at most `mostBytes`; what was asked for longest ago goes first. */
export function createMemory(mostBytes: number): AnswerMemory {
  const answers = new Map<string, KeptAnswer>();
  let bytes = 0;
  let generation = 0;
  const drop = (key: string) => {
    const answer = answers.get(key);
    if (answer && answers.delete(key)) bytes -= answer.bytes.length + overhead;
  };
  const add = (key: string, answer: KeptAnswer) => {
    drop(key);
    answers.set(key, answer);
    bytes += answer.bytes.length + overhead;
    for (const oldest of answers.keys()) {
      if (bytes <= mostBytes) break;
      drop(oldest);
    }
  };
  return {
    find(address, accepted) {
      const key = keyOf(address, accepted);
      const answer = answers.get(key);
      if (!answer) return undefined;
      answers.delete(key);
      answers.set(key, answer);
      return answer;
    },
    async keep(address, accepted, response, asked) {
      if (!isForever(response)) return response;
      const { status, headers } = response;
      const body = new Uint8Array(await response.arrayBuffer());
      if (asked === generation)
        add(keyOf(address, accepted), { headers: listHeaders(headers, body), bytes: body });
      return new Response(body, { status, headers });
    },
    get generation() {
      return generation;
    },
    get isFull() {
      return bytes > 0.8 * mostBytes;
    },
    forget() {
      answers.clear();
      bytes = 0;
      generation += 1;
    },
  };
}

/** Browsers say what they accept in a handful of ways, so that reading each once is enough. */
const readEncodings = new Map<string | undefined, Encoding>();
const mostEncodings = 100;

function keyOf(address: string, accepted: string | undefined): string {
  let encoding = readEncodings.get(accepted);
  if (encoding === undefined) {
    encoding = chooseEncoding(accepted);
    if (readEncodings.size < mostEncodings) readEncodings.set(accepted, encoding);
  }
  return `${encoding} ${address}`;
}

function isForever({ status, headers }: Response): boolean {
  const caching = headers.get('Cache-Control') ?? '';
  return status === 200 && caching.includes('public') && caching.includes('immutable');
}

/** Without the number of the request, which every answer has anew. */
function listHeaders(headers: Headers, body: Uint8Array): string[] {
  const all = [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'content-length');
  return [...all, ['content-length', String(body.length)] as const].flat();
}
