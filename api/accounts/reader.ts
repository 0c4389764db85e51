import { type FindReader, findReader } from '../readers/reader.ts';
import type { AccountsHome } from './home.ts';

/** Whoever is signed in is the reader that his session makes him; everybody else is the public, at once. */
export function findReaderOf({ accounts }: { readonly accounts?: AccountsHome }): FindReader {
  if (!accounts) return findReader;
  return (asking) => {
    const session = accounts.findSession(asking);
    if (session === null || !('then' in session)) return session?.reader ?? findReader(asking);
    return session.then((found) => found?.reader ?? findReader(asking));
  };
}
