import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { isPublic, type Reader, writeRightsKey } from '../sql/reader.ts';
import { hasSeveralHosts, writeRefusal } from './early-refusal.ts';
import { noteRequest, type RequestNotes } from './log.ts';
import type { AnswerMemory, KeptAnswer } from './memory/answer-memory.ts';
import type { Asking, Environment, FindReader } from './readers/reader.ts';

/** The app, told who asks where that is known. */
export type Answer = (request: Request, environment: Environment) => Response | Promise<Response>;

interface Parts {
  readonly answer: Answer;
  readonly memory: AnswerMemory;
  readonly find: FindReader;
  readonly notes: RequestNotes;
}

/**
 * Lets the app answer requests that arrive through node:http. What it says may be kept forever is remembered for the
 * rights of the reader, and sent again to whoever has the same as it stands, in a tenth of the time. The reader is
 * found once and goes along with the request, so that an answer is kept for whom it was made.
 */
export function createListener({ answer, memory, find, notes }: Parts): RequestListener {
  const readers = new WeakMap<IncomingMessage, Reader>();
  const listener = getRequestListener(async (request, environment) => {
    const { incoming } = environment as { incoming: IncomingMessage };
    const { generation } = memory;
    const reader = readers.get(incoming);
    const { remoteAddress: address } = incoming.socket;
    const response = await answer(request, reader ? { reader, address } : { address });
    const { method, url = '', headers } = incoming;
    const known = reader && method === 'GET' ? findKnownAddress(reader, url) : null;
    if (!reader || known === null) return response;
    const question = { rights: writeRightsKey(reader), address: known, accepted: headers['accept-encoding'] };
    return memory.keep(question, response, generation);
  });
  const answerTo = (reader: Reader, incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { method, url = '' } = incoming;
    const accepted = method === 'GET' ? readAccepted(incoming) : null;
    const rights = writeRightsKey(reader);
    const known = accepted === null ? null : findKnownAddress(reader, url);
    const kept =
      known === null || accepted === null ? undefined : memory.find({ rights, address: known, accepted });
    if (kept) return send(incoming, outgoing, kept, notes);
    readers.set(incoming, reader);
    void listener(incoming, outgoing);
  };
  return (incoming, outgoing) => {
    if (hasSeveralHosts(incoming.rawHeaders)) {
      incoming.socket.end(writeRefusal());
      return;
    }
    const reader = find(new IncomingAsking(incoming));
    if (!('then' in reader)) return answerTo(reader, incoming, outgoing);
    // Where that failed the app asks once more, and says so to those alone whose answer depends on it.
    void reader.then(
      (found) => answerTo(found, incoming, outgoing),
      () => listener(incoming, outgoing),
    );
  };
}
/**
 * The `Accept-Encoding` of a request; null where it asks for another answer than its address and coding do. It reads the
 * headers as they came: node:http takes longer to make its object of them than to send a tile.
 */
function readAccepted({ rawHeaders }: IncomingMessage): string | undefined | null {
  let accepted: string | undefined;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase();
    if (name === 'if-none-match' || name === 'x-request-id') return null;
    const value = rawHeaders[index + 1];
    if (name === 'accept-encoding') accepted = accepted === undefined ? value : `${accepted}, ${value}`;
  }
  return accepted;
}

/** Nothing in it that leads to another address. */
const plainTile = /^\/tiles\/\d+\/[\w-]+\/\d+\/\d+\/\d+\.mvt$/;
const plainColumn = /^\/api\/columns\/[\w.-]+(\/[\w.-]+){1,2}\?hash=[\w-]+$/;
/** Files of the page take no parameters, so that whatever is asked of them is the same. */
const plainFile = /^(\/assets\/[\w.-]+)(\?|$)/;

/**
 * The one way in which what an address gives is known; null where it is written otherwise, as made-up ways would push out
 * what people ask for. Who has closed figures is written down by the route of a column, which has to be asked each time, so
 * that for who is signed in only tiles and files are remembered.
 */
function findKnownAddress(reader: Reader, url: string): string | null {
  if (plainTile.test(url) || (isPublic(reader) && plainColumn.test(url))) return url;
  return plainFile.exec(url)?.[1] ?? null;
}

/** A class, as an object with a getter of its own takes forty times as long to make as all else here. */
class IncomingAsking implements Asking {
  readonly #incoming: IncomingMessage;
  readonly header: Asking['header'];

  constructor(incoming: IncomingMessage) {
    this.#incoming = incoming;
    this.header = (name) => readHeader(incoming, name);
  }

  get address(): string | undefined {
    return this.#incoming.socket.remoteAddress;
  }
}

/**
 * As it came, like `readAccepted`: every request is looked at for a cookie. Several are put together as node:http does it
 * with cookies and lists; it is not for headers of which only one counts.
 */
function readHeader({ rawHeaders }: IncomingMessage, name: string): string | undefined {
  const wanted = name.toLowerCase();
  let found: string | undefined;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() !== wanted) continue;
    const value = rawHeaders[index + 1];
    found = found === undefined ? value : `${found}${wanted === 'cookie' ? '; ' : ', '}${value}`;
  }
  return found;
}

function send(
  { method = '', url = '' }: IncomingMessage,
  outgoing: ServerResponse,
  { headers, bytes }: KeptAnswer,
  notes: RequestNotes,
): void {
  const start = performance.now();
  const requestId = randomUUID();
  outgoing.writeHead(200, [...headers, 'x-request-id', requestId]).end(bytes);
  const path = url.split('?', 1)[0] ?? url;
  noteRequest(notes, { method, path, route: 'memory', status: 200, start, requestId });
}
