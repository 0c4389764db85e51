import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import type { House } from './house.ts';
import type { DrawnRequest } from './request.ts';

/** What came back. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly milliseconds: number;
}

/** More of an answer is not looked at. */
const mostBytes = 64 * 1024;
/** Nothing may take longer, or it counts as no answer, milliseconds. */
const longest = 60_000;

/** Asks of a house what was drawn, over connections that are kept. */
export function openAsking({ port, cookies }: House) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const ask = ({ method, address, headers, body, asker }: DrawnRequest): Promise<Answered> => {
    const cookie = cookies[asker]?.cookie ?? '';
    return new Promise((resolve, reject) => {
      const began = performance.now();
      const sent = request(
        {
          port,
          host: '127.0.0.1',
          method,
          path: address,
          agent,
          timeout: longest,
          headers: { Host: `localhost:${port}`, ...headers, ...(cookie && { Cookie: cookie }) },
        },
        (answer) => {
          readStart(answer).then(
            (text) =>
              resolve({ status: answer.statusCode ?? 0, text, milliseconds: performance.now() - began }),
            reject,
          );
        },
      );
      sent.on('timeout', () => sent.destroy(new Error(`no answer within ${longest / 1000} s`)));
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  };
  return { ask, close: () => agent.destroy() };
}

/** The first bytes of an answer; of one that goes on for ever, what it begins with. */
async function readStart(answer: IncomingMessage): Promise<string> {
  if (answer.headers['content-type']?.startsWith('text/event-stream')) {
    answer.destroy();
    return '';
  }
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    if (bytes < mostBytes) parts.push(piece);
    bytes += piece.length;
  }
  return Buffer.concat(parts).toString('latin1');
}

/** Sends bytes as they are over a connection of their own; gives what came back until it was closed. */
export function sendRaw({ port }: House, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    let read = '';
    const timer = setTimeout(() => socket.destroy(new Error('the connection stayed open')), longest);
    socket.on('data', (piece) => (read += piece.toString('latin1')));
    // The server may close while bytes are still on their way.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? resolve(read) : reject(error),
    );
    socket.on('close', () => resolve(read));
    socket.on('close', () => clearTimeout(timer));
  });
}

/** A line of a stack of calls, or a place in the sources. */
const trace = /\n\s+at .+:\d+:\d+|node_modules\/|\bfile:\/\/\/|\.ts:\d+:\d+/;

/** What is wrong with an answer to something malformed; null: nothing. */
export function judgeAnswer(asked: DrawnRequest, { status, text }: Answered): string | null {
  if (status >= 500 || status < 200) return `answered ${status}: ${text.slice(0, 300)}`;
  if (trace.test(text)) return `tells where it failed: ${trace.exec(text)?.[0]}`;
  if (asked.isFaulty && status < 400) return `took what has a fault (${status}): ${text.slice(0, 300)}`;
  return null;
}
