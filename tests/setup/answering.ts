import { pino } from 'pino';
import { createApp } from '../../api/app.ts';
import type { SurveyKeyHome } from '../../api/questionnaires/survey-key.ts';
import { readyStartup } from '../../api/startup.ts';
import type { Database } from '../../sql/database.ts';
import { testSurveyKey } from './survey.ts';

export const answeringAddress = 'http://localhost:3000';

/** The key of the tests, wherever one is asked for. */
export const testSurvey: SurveyKeyHome = {
  find: async () => testSurveyKey,
  make: async () => testSurveyKey,
};

/** The product without accounts, with what it logs. */
export function createAnsweringApp(db: Database, survey: SurveyKeyHome | undefined = testSurvey) {
  const lines: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
  const context = {
    startup: readyStartup(db),
    logger,
    publicUrl: answeringAddress,
    publisher: { name: null, iri: null, email: 'vragen@example.nl' },
    ...(survey ? { survey } : {}),
  };
  return { app: createApp(context, new Map()), lines };
}

type App = ReturnType<typeof createApp>;

/** What came back, followed to the page that is shown. */
export interface Shown {
  readonly status: number;
  /** Path and query of the page. */
  readonly at: string;
  readonly html: string;
  readonly headers: Headers;
}

/** A browser without scripts, as far as these pages need one: it keeps cookies, and follows where it is sent. */
export function openAnswering(app: App, { takesCookies = true } = {}) {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Shown> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('Cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const response = await app.request(`${answeringAddress}${path}`, { ...init, headers });
    for (const line of takesCookies ? response.headers.getSetCookie() : []) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const next = response.headers.get('Location');
    if (response.status === 303 && next !== null) return ask(next);
    return { status: response.status, at: path, html: await response.text(), headers: response.headers };
  };
  return {
    cookies,
    get: (path: string) => ask(path),
    /** `headers` null: says nothing of the page that it comes from. */
    post: (path: string, fields: readonly (readonly [string, string])[], headers: HeadersInit | null = {}) =>
      ask(path, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          ...(headers === null ? {} : { Origin: answeringAddress, ...headers }),
        },
        body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
      }),
  };
}

/** The hidden fields of the form on a page. */
export function hiddenOf({ html }: Pick<Shown, 'html'>): [string, string][] {
  const found = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  return [...found].map(([, name = '', value = '']) => [name, value.replaceAll('&#39;', "'")]);
}

/** The title of a page: its first heading. */
export function headingOf({ html }: Pick<Shown, 'html'>): string {
  return /<h1>([^<]*)<\/h1>/.exec(html)?.[1] ?? '';
}
