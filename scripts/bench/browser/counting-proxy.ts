import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import { undoLater } from '../cleanup.ts';

/** An answer that went by: its path, and the bytes of its headers and body as they were sent. */
export interface Transfer {
  readonly path: string;
  readonly bytes: number;
}

export interface CountingProxy {
  readonly address: string;
  readonly transfers: readonly Transfer[];
  stop(): Promise<void>;
}

/** Stands before a server and counts all that it sends; a browser itself does not tell of the programs of its workers. */
export async function startCountingProxy(origin: string): Promise<CountingProxy> {
  const transfers: Transfer[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url: path = '/' } = incoming;
    const passed = request(origin + path, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.rawHeaders);
      let bytes = headSize(answer);
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      answer.on('end', () => transfers.push({ path, bytes }));
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port for the proxy');
  const stop = undoLater(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${address.port}`, transfers, stop };
}

/** Bytes of the line of status and the headers. */
function headSize({ rawHeaders, statusMessage }: IncomingMessage): number {
  const line = `HTTP/1.1 200 ${statusMessage}\r\n`.length;
  // A name ends with a colon and a space, a value with the end of the line.
  return rawHeaders.reduce((sum, text) => sum + Buffer.byteLength(text) + 2, line + 2);
}
