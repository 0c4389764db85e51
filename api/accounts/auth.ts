import type { BetterAuthOptions } from 'better-auth';
import type { Logger } from 'pino';
import { z } from 'zod';
import { secondFactors } from '../../sql/accounts/tables.ts';
import type { Database } from '../../sql/database.ts';
import { nameCookie } from './cookie-name.ts';

/** A session ends after this, whatever is done in it, seconds. */
export const longestSession = 12 * 60 * 60;

interface AuthParts {
  readonly db: Database;
  readonly secret: string;
  /** Where people reach the site, if it is set: decides whether its cookies are for https alone. */
  readonly publicUrl: string | null;
  readonly logger: Logger;
}

/**
 * better-auth on our own tables. Nothing of it is reachable by itself: no route of its handler is mounted, nobody can
 * sign up, and no account is ever linked to another by its e-mail address. Our routes say what may be done. It is read
 * only here, so that a public site loads nothing of it.
 */
export async function createAuth(parts: AuthParts) {
  const { betterAuth } = await import('better-auth');
  return betterAuth({ ...tables, ...createOptions(parts), plugins: [await createSessionStart()] });
}

export type Auth = Awaited<ReturnType<typeof createAuth>>;

function createOptions({ db, secret, publicUrl, logger }: AuthParts) {
  const isSecure = publicUrl?.startsWith('https:') ?? false;
  return {
    appName: 'Wijkinformatie Twente',
    baseURL: publicUrl ?? 'http://localhost',
    secret,
    database: { db, type: 'postgres', schemaName: 'accounts', transaction: false },
    emailAndPassword: { enabled: true, disableSignUp: true, autoSignIn: false },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: {
      log: (level, message) =>
        logger[level === 'error' ? 'error' : 'debug']({ from: 'better-auth' }, message),
    },
    advanced: {
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', secure: isSecure, path: '/' },
      cookies: { session_token: { name: nameCookie(publicUrl) } },
    },
  } satisfies BetterAuthOptions;
}

/** What better-auth calls its tables and columns, and what ours are called. */
const tables = {
  user: {
    modelName: 'person',
    fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
  session: {
    expiresIn: longestSession,
    disableSessionRefresh: true,
    fields: {
      expiresAt: 'expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      userId: 'person',
    },
    additionalFields: {
      secondFactor: { type: 'string', required: false, input: false, fieldName: 'second_factor' },
    },
  },
  account: {
    modelName: 'credential',
    accountLinking: { enabled: false, disableImplicitLinking: true },
    fields: {
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'person',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: {
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
} as const satisfies BetterAuthOptions;

const sessionStartBody = z.object({
  person: z.string(),
  secondFactor: z.enum(secondFactors).nullable(),
  address: z.string(),
  device: z.string(),
});

/** Begins a session of somebody who has shown who he is: the server asks for it, no request can. */
async function createSessionStart() {
  const { APIError, createAuthEndpoint } = await import('better-auth/api');
  const { setSessionCookie } = await import('better-auth/cookies');
  const startSession = createAuthEndpoint.serverOnly(
    { method: 'POST', body: sessionStartBody },
    async (context) => {
      const { internalAdapter } = context.context;
      const { person, secondFactor, address, device } = context.body;
      const user = await internalAdapter.findUserById(person);
      if (!user) throw new APIError('UNAUTHORIZED');
      const told = { secondFactor, ipAddress: address, userAgent: device };
      const session = await internalAdapter.createSession(person, false, told, true);
      await setSessionCookie(context, { session, user });
      return { id: session.id };
    },
  );
  return { id: 'session-start', endpoints: { startSession } };
}
