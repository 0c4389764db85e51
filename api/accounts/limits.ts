import { isIPv6 } from 'node:net';
import { countAttempt, forgetAttempts } from '../../sql/accounts/attempts.ts';
import { tooManyAttempts } from '../errors.ts';
import type { Accounts } from './home.ts';
import { derive } from './secret.ts';

/** How often something may be tried within how many seconds. */
const limits = {
  /** One account from one address. */
  pair: { most: 5, seconds: 900 },
  /** One account from everywhere: more, so that nobody easily shuts somebody else out. */
  account: { most: 50, seconds: 900 },
  /** Everybody behind one address. */
  address: { most: 100, seconds: 900 },
} as const;

/** What is tried, in words: an account, such as an e-mail address whether or not anybody has it, from an address. */
interface Attempt {
  readonly account?: string | undefined;
  readonly address: string;
}

/**
 * Counts an attempt before it is made. Throws a problem 429 where it is one too many; alike for an account that there is
 * and one that there is not.
 */
export async function limitAttempt({ db, secret }: Accounts, attempt: Attempt): Promise<void> {
  for (const [kind, key] of keysOf(secret, attempt)) {
    const { most, seconds } = limits[kind];
    const { count, until } = await countAttempt(db, key, seconds);
    if (count <= most) continue;
    throw tooManyAttempts(until, (wait) => `Try again in ${Math.ceil(wait / 60)} minutes`);
  }
}

/** Forgets the attempts of somebody who has shown who he is. */
export async function forgiveAttempts({ db, secret }: Accounts, attempt: Attempt): Promise<void> {
  await forgetAttempts(
    db,
    keysOf(secret, attempt).flatMap(([kind, key]) => (kind === 'address' ? [] : [key])),
  );
}

function keysOf(secret: string, { account, address }: Attempt): (readonly [keyof typeof limits, string])[] {
  const hash = (text: string) => derive(secret, 'attempt', text).toString('base64url');
  const from = networkOf(address);
  const ofAddress = ['address', hash(`address ${from}`)] as const;
  if (account === undefined) return [ofAddress];
  const folded = account.trim().toLowerCase();
  return [ofAddress, ['pair', hash(`pair ${folded} ${from}`)], ['account', hash(`account ${folded}`)]];
}

/** Somebody with IPv6 has a network of addresses. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('::');
  const [first, last] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  const middle = Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  return [...first, ...middle, ...last].slice(0, 4).join(':');
}
