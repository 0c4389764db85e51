import type { Context } from 'hono';
import { readPasswordHash } from '../../sql/accounts/credentials.ts';
import { readTotpSecret, useRecoveryCode } from '../../sql/accounts/factors.ts';
import { findPerson } from '../../sql/accounts/persons.ts';
import { endSessionOf } from '../../sql/accounts/sessions.ts';
import type { SecondFactor } from '../../sql/accounts/tables.ts';
import { recordAct } from '../../sql/trail.ts';
import { RequestProblem } from '../errors.ts';
import { hashRecoveryCode, isAppCode, useCode } from './codes.ts';
import type { Accounts } from './home.ts';
import { forgiveAttempts, limitAttempt } from './limits.ts';
import { readSessionToken } from './session-cookie.ts';

interface PasswordSignIn {
  readonly email: string;
  readonly password: string;
  readonly code: string | undefined;
  readonly address: string;
}

/**
 * Who signs in with a password and a code; null where the code is still to be asked for. Alike, in words and in work, for
 * who is unknown and for a wrong password. Throws a problem 401, or 429 after too many attempts.
 */
export async function checkPassword(
  accounts: Accounts,
  { email, password, code, address }: PasswordSignIn,
): Promise<{ readonly person: string; readonly secondFactor: SecondFactor } | null> {
  const { db, auth } = accounts;
  const attempt = { account: email, address };
  await limitAttempt(accounts, attempt);
  const person = await findPerson(db, { email });
  const hash = person && (await readPasswordHash(db, person.id));
  const context = await auth.$context;
  const isRight = hash
    ? await context.password.verify({ hash, password })
    : await context.password.hash(password).then(() => false);
  if (!person || !isRight) {
    await recordAct(db, {
      act: 'sign-in-refused',
      actor: 'visitor',
      ...(person ? { subject: `person:${person.id}` } : {}),
    });
    throw new RequestProblem('wrong-credentials', 'The e-mail address or the password is wrong');
  }
  // Not forgiven yet: whoever has a password could else guess at codes forever.
  if (code === undefined) return null;
  const secondFactor = await checkCode(accounts, person.id, code);
  await forgiveAttempts(accounts, attempt);
  return { person: person.id, secondFactor };
}

/** Which kind of code it is that somebody gave, used up; throws a problem 401 where it is none of his. */
export async function checkCode(
  { db, secret }: Accounts,
  person: string,
  code: string,
): Promise<SecondFactor> {
  if (isAppCode(code) && (await useCode(db, secret, person, code))) return 'totp';
  if (await useRecoveryCode(db, person, hashRecoveryCode(secret, person, code))) return 'recovery-code';
  await recordAct(db, {
    act: 'sign-in-refused',
    actor: 'visitor',
    subject: `person:${person}`,
    detail: { hasTotp: (await readTotpSecret(db, person)) !== null },
  });
  throw new RequestProblem('wrong-credentials', 'The code is wrong, or was used before');
}

/** Begins a session in the browser that asks, under a new token, and ends the one that it had. */
export async function beginSession(
  c: Context,
  accounts: Accounts,
  start: { readonly person: string; readonly secondFactor: SecondFactor | null; readonly address: string },
): Promise<void> {
  const { db, auth, secret, publicUrl } = accounts;
  const before = readSessionToken(c.req.header('Cookie'), secret, publicUrl);
  if (before) await endSessionOf(db, before);
  const device = (c.req.header('User-Agent') ?? '').slice(0, 300);
  const { headers } = await auth.api.startSession({
    body: { ...start, device },
    headers: c.req.raw.headers,
    returnHeaders: true,
  });
  for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
  await recordAct(db, {
    act: 'sign-in',
    actor: `person:${start.person}`,
    detail: { secondFactor: start.secondFactor },
  });
  accounts.forget();
}
