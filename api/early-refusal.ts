import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Headers of what is refused before it is a request: as `securityHeaders` gives others. */
const headers = {
  'Content-Type': 'application/problem+json',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  Connection: 'close',
} as const;

interface Refusal {
  readonly status: 400 | 408 | 431;
  readonly title: string;
}

const unreadable: Refusal = { status: 400, title: 'The request cannot be read' };
/** By the code of node:http. */
const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: { status: 431, title: 'The headers are too large' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, title: 'The request did not come whole in time' },
};

/** Answers what node:http cannot read as other refusals are answered, and closes the connection. */
export function refuseUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
    socket.end(writeRefusal(refusals[error.code ?? ''] ?? unreadable));
  });
}

/** A refusal as it goes over the connection. */
export function writeRefusal({ status, title }: Refusal = unreadable): string {
  const body = JSON.stringify({ type: '/api/docs#problem-invalid-parameter', title, status });
  const lines = Object.entries({ ...headers, 'Content-Length': String(body.length) });
  return [`HTTP/1.1 ${status} ${title}`, ...lines.map((line) => line.join(': ')), '', body].join('\r\n');
}

/** Whether a request names several hosts, of which a proxy may have believed another than we do (RFC 9112, 3.2). */
export function hasSeveralHosts(rawHeaders: readonly string[]): boolean {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length > 1;
}
