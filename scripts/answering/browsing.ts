import { Agent, request } from 'node:http';
import { request as requestSecurely, Agent as SecureAgent } from 'node:https';
import { gunzipSync } from 'node:zlib';

/** What one request took. */
export interface Measured {
  /** Of the page that it was for, without its query. */
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly status: number;
  readonly milliseconds: number;
  /** As they came over the line, the body alone. */
  readonly bytes: number;
}

/** A page that is shown. */
export interface Page {
  /** Its path and query. */
  readonly at: string;
  readonly html: string;
}

/** A browser without scripts, as far as the pages of a questionnaire need one. */
export interface Browser {
  get(path: string): Promise<Page>;
  /** Sends a form from the page that it stands on. */
  post(path: string, fields: readonly (readonly [string, string])[]): Promise<Page>;
}

/** Opens a browser of its own, with its own cookies; each request is told to `onMeasured`. */
export function openBrowser(address: string, onMeasured: (measured: Measured) => void): Browser {
  const { protocol, origin } = new URL(address);
  const isSecure = protocol === 'https:';
  const agent = isSecure ? new SecureAgent({ keepAlive: true }) : new Agent({ keepAlive: true });
  const cookies = new Map<string, string>();
  const ask = async (method: 'GET' | 'POST', path: string, body?: string): Promise<Page> => {
    const start = performance.now();
    const { status, location, bytes, html, setCookies } = await new Promise<Answer>((resolve, reject) => {
      const headers = {
        'Accept-Encoding': 'gzip',
        ...(cookies.size > 0 && { Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
        ...(body !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded', Origin: origin }),
      };
      const make = isSecure ? requestSecurely : request;
      const asked = make(`${address}${path}`, { method, agent, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const whole = Buffer.concat(parts);
          const isPacked = answer.headers['content-encoding'] === 'gzip';
          resolve({
            status: answer.statusCode ?? 0,
            location: answer.headers.location,
            bytes: whole.length,
            html: (isPacked ? gunzipSync(whole) : whole).toString(),
            setCookies: answer.headers['set-cookie'] ?? [],
          });
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
    const milliseconds = performance.now() - start;
    onMeasured({ path: path.replace(/\?.*/, ''), method, status, milliseconds, bytes });
    for (const line of setCookies) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
      cookies.set(name, value);
    }
    return status === 303 && location ? ask('GET', location) : { at: path, html };
  };
  return {
    get: (path) => ask('GET', path),
    post: (path, fields) =>
      ask('POST', path, new URLSearchParams(fields.map(([name, value]) => [name, value])).toString()),
  };
}

interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly bytes: number;
  readonly html: string;
  readonly setCookies: readonly string[];
}
