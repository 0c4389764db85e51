import { Secret, TOTP } from 'otpauth';
import { pino } from 'pino';
import { createAccountsHome } from '../../api/accounts/home.ts';
import { inviteSomebody } from '../../api/accounts/invitation.ts';
import { createApp } from '../../api/app.ts';
import type { AccountSettings } from '../../api/config.ts';
import type { FileStore } from '../../api/contributions/file-store.ts';
import type { SurveyKeyHome } from '../../api/questionnaires/survey-key.ts';
import { readyStartup } from '../../api/startup.ts';
import type { Grant } from '../../geodata/grant.ts';
import type { Database } from '../../sql/database.ts';

/** A secret for tests alone. */
export const testSecret = 'tXb4Qm7rW2zK9pLs6vYc1nHd8fJg3aUe5iOq0RwT';

export const testSettings: AccountSettings = {
  secret: testSecret,
  secretFile: '',
  smtpUrl: null,
  mailFrom: '',
  providersFile: null,
  trailDays: 730,
};

/** The app with accounts, each time as a server that has just started. */
export function createAccountApp(
  db: Database,
  {
    publicUrl = null,
    trustedProxies = [],
    files,
    virusScanner = null,
    survey,
    ...settings
  }: Partial<AccountSettings> & {
    publicUrl?: string | null;
    trustedProxies?: string[];
    files?: FileStore;
    virusScanner?: string | null;
    survey?: SurveyKeyHome;
  } = {},
) {
  const logger = pino({ level: 'silent' });
  const accounts = createAccountsHome({
    settings: { ...testSettings, ...settings },
    publicUrl,
    logger,
    getDatabase: () => db,
  });
  const context = { startup: readyStartup(db), logger, publicUrl, accounts, trustedProxies, virusScanner };
  return createApp({ ...context, ...(files && { files }), ...(survey && { survey }) }, new Map());
}

/** Somebody's browser: keeps cookies and says where its page is from. */
export function openVisit(
  app: ReturnType<typeof createApp>,
  origin = 'http://localhost',
  address = '192.0.2.1',
) {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    headers.set('Host', new URL(origin).host);
    if (cookies.size > 0)
      headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await app.request(`${origin}${path}`, { ...init, headers }, { address });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split('; ');
      const [name = '', value = ''] = pair.split('=');
      if (attributes.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, pair.slice(name.length + 1) || value);
    }
    return response;
  };
  const write =
    (method: 'POST' | 'PUT') =>
    (path: string, body: unknown, headers: Record<string, string> = {}) =>
      send(path, {
        method,
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', Origin: origin, ...headers },
      });
  return {
    cookies,
    get: (path: string) => send(path, {}),
    post: write('POST'),
    put: write('PUT'),
    /** Sends bytes as they are. */
    upload: (path: string, body: Uint8Array<ArrayBuffer>, type = 'application/octet-stream') =>
      send(path, {
        method: 'POST',
        body,
        headers: { 'Content-Type': type, Origin: origin },
      }),
  };
}

export type Visit = ReturnType<typeof openVisit>;

/** What an authenticator app shows, now or some steps from now. */
export function showCode(secret: string, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: Date.now() + steps * 30_000 });
}

export const goodPassword = 'negen blauwe trappen';

/** Invites somebody and lets him come in with a password and an app; gives what he then has. */
export async function welcomeSomebody(
  db: Database,
  visit: Visit,
  { email, grants, name = 'Ada Meijer' }: { email: string; grants: Grant[]; name?: string },
) {
  const by = { actor: 'command', person: null } as const;
  const { token } = await inviteSomebody(db, { email, name, grants, person: null, by });
  const looked = await visit.post('/api/accounts/invitation', { token });
  const { totp } = (await looked.json()) as { totp: { secret: string } };
  const accept = () => {
    const way = { kind: 'password', password: goodPassword, code: showCode(totp.secret, -1) };
    return visit.post('/api/accounts/invitation/accept', { token, way });
  };
  const first = await accept();
  // Where the app went on to its next code on the way, the one before it is too old.
  const accepted = first.status === 400 ? await accept() : first;
  if (accepted.status !== 200) throw new Error(await accepted.text());
  const { recoveryCodes } = (await accepted.json()) as { recoveryCodes: string[] };
  return { token, totp: totp.secret, recoveryCodes };
}
