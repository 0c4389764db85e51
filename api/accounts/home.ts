import type { Logger } from 'pino';
import { hasLastingAccounts } from '../../sql/accounts/demonstration.ts';
import { hasAccounts } from '../../sql/accounts/persons.ts';
import { findSession, type Session } from '../../sql/accounts/sessions.ts';
import type { Database } from '../../sql/database.ts';
import { runShared } from '../../sql/queue/work.ts';
import { type AccountSettings, ConfigError } from '../config.ts';
import type { Asking } from '../readers/reader.ts';
import { type Auth, createAuth } from './auth.ts';
import { type Message, openMail } from './mail.ts';
import { type Providers, readProviders } from './providers/providers.ts';
import { requireSecret } from './secret.ts';
import { bearsSession, readSessionToken } from './session-cookie.ts';
import { rememberSessions, type SessionMemory } from './session-memory.ts';
import { isFromHere } from './site.ts';

/** All that signing in needs, once anybody may. */
export interface Accounts {
  readonly db: Database;
  readonly auth: Auth;
  readonly secret: string;
  readonly publicUrl: string | null;
  readonly providers: Providers;
  /** Whether all there are go with the demonstration: nobody elsewhere signs in then. */
  readonly isDemonstration: boolean;
  /** Gives false where no mail server is set. */
  sendMail(message: Message): Promise<boolean>;
  /** To be called after whatever decides what somebody may was changed. */
  forget(): void;
}

/** Whether anybody may sign in, and how: looked up when it matters, so that a public site loads nothing of it. */
export interface AccountsHome {
  /** null: there are no accounts for who asks. Throws ConfigError where there are and the settings do not fit. */
  open(asking: Asking): Promise<Accounts | null>;
  /** Who is signed in; null: nobody. */
  findSession(asking: Asking): Session | null | Promise<Session | null>;
}

interface Parts {
  readonly settings: AccountSettings;
  readonly publicUrl: string | null;
  readonly logger: Logger;
  /** The primary, once it is open. */
  getDatabase(): Database | null;
}

export function createAccountsHome({ settings, publicUrl, logger, getDatabase }: Parts): AccountsHome {
  let opened: Accounts | null = null;
  let memory: SessionMemory | null = null;
  let opening: Promise<Accounts> | null = null;
  const look = async (db: Database): Promise<Accounts | null> => {
    if (opened) return opened;
    if (!opening && !(await hasAccounts(db))) return null;
    opening ??= runShared(() =>
      openAccounts({ settings, publicUrl, logger, db, forget: () => memory?.forget() }),
    );
    try {
      opened = await opening;
    } finally {
      opening = null;
    }
    return opened;
  };
  const open = async (asking: Asking) => {
    const db = getDatabase();
    const accounts = db && (await look(db));
    return accounts && isFor(accounts, asking) ? accounts : null;
  };
  const findToken = (token: string, { db }: Accounts) => {
    memory ??= rememberSessions((text) => findSession(db, text));
    return memory.find(token);
  };
  return {
    open,
    findSession(asking) {
      const cookies = asking.header('Cookie');
      if (!bearsSession(cookies, publicUrl)) return null;
      const found = (accounts: Accounts | null) => {
        const token = accounts && readSessionToken(cookies, accounts.secret, publicUrl);
        return accounts && token ? findToken(token, accounts) : null;
      };
      if (opened) return isFor(opened, asking) ? found(opened) : null;
      return open(asking).then(found);
    },
  };
}

function isFor({ isDemonstration }: Accounts, asking: Asking): boolean {
  return !isDemonstration || isFromHere(asking);
}

/** Throws ConfigError where people could not sign in safely with these settings. */
export async function checkAccountSettings(
  settings: AccountSettings,
  publicUrl: string | null,
): Promise<void> {
  await requireSecret(settings);
  const { protocol, hostname } = new URL(publicUrl ?? 'http://localhost');
  if (protocol === 'http:' && hostname !== 'localhost')
    throw new ConfigError(
      `There are accounts, so PUBLIC_URL has to begin with https, not ${publicUrl}: passwords and sessions could be read on the way.`,
    );
  await readProviders(settings.providersFile);
}

/** What signing in needs, on an open database; loads better-auth. Throws ConfigError where a setting is missing. */
export async function openAccounts(parts: {
  readonly settings: AccountSettings;
  readonly publicUrl: string | null;
  readonly logger: Logger;
  readonly db: Database;
  readonly forget?: () => void;
}): Promise<Accounts> {
  const { settings, publicUrl, logger, db, forget = () => undefined } = parts;
  await checkAccountSettings(settings, publicUrl);
  const secret = await requireSecret(settings);
  return {
    db,
    secret,
    publicUrl,
    forget,
    isDemonstration: !(await hasLastingAccounts(db)),
    auth: await createAuth({ db, secret, publicUrl, logger }),
    providers: await readProviders(settings.providersFile),
    sendMail: openMail(settings),
  };
}
