import { createHmac, randomBytes } from 'node:crypto';
import { countAttempt } from '../../sql/accounts/attempts.ts';
import type { Database } from '../../sql/database.ts';
import { networkOf } from '../accounts/limits.ts';
import { tooManyAttempts } from '../errors.ts';

/** How many one network may make within so many seconds: a room full of people who prepare a meeting. */
const most = { link: 300, session: 60 } as const;
const seconds = 3600;

/** Of this process alone, so that what is counted says of nobody where he is. */
const secret = randomBytes(32);

/** Counts a link, or a session to follow, that is made from an address. Throws a problem 429 where it is one too many. */
export async function limitLinks(
  db: Database,
  address: string,
  kind: keyof typeof most = 'link',
): Promise<void> {
  const key = createHmac('sha256', secret)
    .update(`${kind} ${networkOf(address)}`)
    .digest('base64url');
  const { count, until } = await countAttempt(db, key, seconds);
  if (count > most[kind])
    throw tooManyAttempts(until, (wait) => `So many were made: try again in ${Math.ceil(wait / 60)} minutes`);
}
