import type { Context } from 'hono';
import type { Session } from '../../sql/accounts/sessions.ts';
import type { Database } from '../../sql/database.ts';
import type { PresentationReader } from '../../sql/presentations/reader.ts';
import { listOrganisations } from '../accounts/organisations.ts';
import type { ApiContext } from '../context.ts';
import { askingOf, readerOf } from '../readers/reader.ts';

/** Who opens presentations; an administrator who sees the site as another is nobody by name. */
export async function findPresentationReader(
  c: Context,
  context: ApiContext,
  db: Database,
): Promise<PresentationReader> {
  const reader = await readerOf(c);
  const session = c.get('seenAs') ? null : await context.accounts?.findSession(askingOf(c));
  if (!session || session.secondFactor === null) return { reader, person: null, organisations: [] };
  return describeOwner(db, session);
}

/** Whoever is signed in, as he opens presentations. */
export async function describeOwner(db: Database, session: Session): Promise<PresentationReader> {
  const { reader, person } = session;
  return { reader, person: person.id, organisations: await listOrganisations(db, session) };
}
