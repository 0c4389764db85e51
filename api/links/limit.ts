import { createHmac, randomBytes } from 'node:crypto';
import { countAttempt } from '../../sql/accounts/attempts.ts';
import type { Database } from '../../sql/database.ts';
import { networkOf } from '../accounts/limits.ts';
import { tooManyAttempts } from '../errors.ts';

/** How many links one network may make within so many seconds: a room full of people who prepare a meeting. */
const most = 300;
const seconds = 3600;

/** Of this process alone, so that what is counted says of nobody where he is. */
const secret = randomBytes(32);

/** Counts a link that is made from an address. Throws a problem 429 where it is one too many. */
export async function limitLinks(db: Database, address: string): Promise<void> {
  const key = createHmac('sha256', secret)
    .update(`link ${networkOf(address)}`)
    .digest('base64url');
  const { count, until } = await countAttempt(db, key, seconds);
  if (count > most)
    throw tooManyAttempts(
      until,
      (wait) => `So many links were made: try again in ${Math.ceil(wait / 60)} minutes`,
    );
}
