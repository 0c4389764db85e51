import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import { writeRequest } from './log.ts';
import type { AnswerMemory, KeptAnswer } from './memory.ts';

type Answer = (request: Request, environment: object) => Response | Promise<Response>;

/**
 * Lets the app answer requests that arrive through node:http. What it says may be kept forever is remembered and sent
 * again as it stands, in a tenth of the time.
 */
export function createListener(answer: Answer, memory: AnswerMemory, logger: Logger): RequestListener {
  const answerAndKeep = async (request: Request, environment: { incoming: IncomingMessage }) => {
    const { method, url, headers } = environment.incoming as IncomingMessage;
    const { generation } = memory;
    const response = await answer(request, environment);
    if (method !== 'GET' || url === undefined) return response;
    return memory.keep(url, headers['accept-encoding'], response, generation);
  };
  const listener = getRequestListener((request, environment) =>
    answerAndKeep(request, environment as { incoming: IncomingMessage }),
  );
  return (incoming, outgoing) => {
    const accepted = incoming.method === 'GET' ? readAccepted(incoming) : null;
    const kept = accepted === null ? undefined : memory.find(incoming.url ?? '', accepted);
    if (kept) send(incoming, outgoing, kept, logger);
    else void listener(incoming, outgoing);
  };
}

/**
 * The `Accept-Encoding` of a request; null where it asks for another answer than its address and coding do. It reads the
 * headers as they came: node:http takes longer to make its object of them than to send a tile.
 */
function readAccepted({ rawHeaders }: IncomingMessage): string | undefined | null {
  let accepted: string | undefined;
  for (let place = 0; place < rawHeaders.length; place += 2) {
    const name = rawHeaders[place]?.toLowerCase();
    if (name === 'if-none-match' || name === 'x-request-id') return null;
    const value = rawHeaders[place + 1];
    if (name === 'accept-encoding') accepted = accepted === undefined ? value : `${accepted}, ${value}`;
  }
  return accepted;
}

function send(
  { method = '', url = '' }: IncomingMessage,
  outgoing: ServerResponse,
  { headers, bytes }: KeptAnswer,
  logger: Logger,
): void {
  const start = performance.now();
  const requestId = randomUUID();
  outgoing.writeHead(200, [...headers, 'x-request-id', requestId]).end(bytes);
  const path = url.split('?', 1)[0] ?? url;
  writeRequest(logger, { method, path, status: 200, start, requestId });
}
