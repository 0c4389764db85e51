import type { Context } from 'hono';
import { mayAdminister } from '../../geodata/grant.ts';
import type { Session } from '../../sql/accounts/sessions.ts';
import { type ApiContext, requireDatabase } from '../context.ts';
import { notFound, RequestProblem } from '../errors.ts';
import { askingOf } from '../readers/reader.ts';
import type { Accounts } from './home.ts';
import { requireOwnOrigin } from './site.ts';

/** Ways to sign in are changed only within this after signing in, milliseconds. */
const recently = 30 * 60 * 1000;

/** What signing in needs; throws a problem 404 where nobody can, and 503 while the server starts. */
export async function requireAccounts(c: Context, context: ApiContext): Promise<Accounts> {
  requireDatabase(context);
  const accounts = await context.accounts?.open(askingOf(c));
  if (accounts) return accounts;
  throw notFound('Nobody can sign in here');
}

/** The same for a request that changes something, which has to come from a page of our own. */
export async function requireChange(c: Context, context: ApiContext): Promise<Accounts> {
  const accounts = await requireAccounts(c, context);
  requireOwnOrigin(c, accounts.publicUrl);
  return accounts;
}

/** Who is signed in; throws a problem 401 where nobody is. */
export async function requireSession(c: Context, context: ApiContext): Promise<Session> {
  const session = await context.accounts?.findSession(askingOf(c));
  if (session) return session;
  throw new RequestProblem('unauthorized', 'Sign in to see this');
}

/** The same, with a second factor. */
export async function requireFullSession(c: Context, context: ApiContext): Promise<Session> {
  const session = await requireSession(c, context);
  if (session.secondFactor !== null) return session;
  throw new RequestProblem('forbidden', 'This needs a second factor: give a code, or sign in with a passkey');
}

/** The same, begun a short while ago. */
export async function requireRecentSession(c: Context, context: ApiContext): Promise<Session> {
  const session = await requireFullSession(c, context);
  if (isRecent(session)) return session;
  throw new RequestProblem('sign-in-again', 'Sign in anew to change how you sign in');
}

export function isRecent({ createdAt }: Session): boolean {
  return createdAt.getTime() > Date.now() - recently;
}

/** An administrator; throws a problem 401 or 403. */
export async function requireAdministrator(c: Context, context: ApiContext): Promise<Session> {
  const session = await requireFullSession(c, context);
  if (mayAdminister(session.grants)) return session;
  throw new RequestProblem('forbidden', 'Only an administrator may do this');
}
