import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What can go wrong with an answer. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  | { readonly kind: 'stall' | 'drop' | 'broken' | 'silence' };

export interface LocalServer {
  readonly base: string;
  /** Paths with queries, in the order in which they were asked. */
  readonly asked: string[];
  /** Faults for the next requests, one each, in order; null lets one through. */
  readonly faults: (Fault | null)[];
  close(): Promise<void>;
}

/** A server on loopback that answers as told, but for the faults that were put in its way. */
export async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<LocalServer> {
  const asked: string[] = [];
  const faults: (Fault | null)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const fault = faults.shift();
    if (fault) fail(fault, response);
    else answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    asked,
    faults,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** Puts faults in the way of requests from the given one on, counted from 1 from now. */
export function failFrom({ faults }: LocalServer, number: number, ...some: readonly Fault[]): void {
  faults.splice(0, faults.length, ...Array.from({ length: number - 1 }, () => null), ...some);
}

function fail(fault: Fault, response: ServerResponse): void {
  if (fault.kind === 'status') {
    response.writeHead(fault.status, fault.retryAfter ? { 'retry-after': fault.retryAfter } : {});
    response.end('not now');
  } else if (fault.kind === 'broken') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"value":[{"Key":"GM01');
  } else if (fault.kind !== 'silence') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"value":[');
    if (fault.kind === 'drop') setImmediate(() => response.destroy());
  }
}
