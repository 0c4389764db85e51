import { createHash, randomBytes } from 'node:crypto';

/** A word that nobody guesses, for a link. */
export function makeWord(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of it. */
export function hashWord(word: string): Buffer {
  return createHash('sha256').update(word).digest();
}
