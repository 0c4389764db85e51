import type { IncomingMessage, ServerResponse } from 'node:http';

/** Sends JSON. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** Refuses a question as a WFS does: with status 200, in XML. */
export function sendReport(response: ServerResponse, locator: string, text: string): void {
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1"><ows:Exception exceptionCode="InvalidParameterValue" locator="${locator}"><ows:ExceptionText>${text}</ows:ExceptionText></ows:Exception></ows:ExceptionReport>`,
  );
}

/** Sends a file, or the rest of it where that is asked for by its ETag. */
export function sendFile({ headers }: IncomingMessage, response: ServerResponse, bytes: Uint8Array): void {
  const etag = `"${bytes.length}"`;
  const start = headers['if-range'] === etag ? Number(/\d+/.exec(headers.range ?? '0')?.[0]) : 0;
  const range = start ? { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` } : {};
  response.writeHead(start ? 206 : 200, { etag, 'content-length': bytes.length - start, ...range });
  response.end(bytes.subarray(start));
}
