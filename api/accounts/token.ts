import { createHash, randomBytes } from 'node:crypto';

/** A token that nobody guesses, for a link. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of it. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
