import { expect } from 'vitest';
import type { DeskContributionBody } from '../../api/schemas/contribution.ts';
import type { Grant } from '../../geodata/grant.ts';
import type { Database } from '../../sql/database.ts';
import { type createAccountApp, openVisit, type Visit, welcomeSomebody } from './accounts.ts';

const desk = '/api/accounts/contributions';

/** Lets in one person for each of these lists of roles, called `Persoon 0`, `Persoon 1` and so on. */
export async function welcomeEach(
  db: Database,
  app: ReturnType<typeof createAccountApp>,
  roles: readonly (readonly Grant[])[],
): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (const [index, grants] of roles.entries()) {
    const visit = openVisit(app);
    const email = `persoon${index}@example.nl`;
    await welcomeSomebody(db, visit, { email, grants: [...grants], name: `Persoon ${index}` });
    visits.push(visit);
  }
  return visits;
}

export function requireVisit(visit: Visit | undefined): Visit {
  if (!visit) throw new Error('nobody');
  return visit;
}

/** What an act of the desk answers, which must have the status. */
export async function act<Told = DeskContributionBody & { detail: string }>(
  visit: Visit | undefined,
  path: string,
  body: object,
  status = 200,
): Promise<Told> {
  const answer = await requireVisit(visit).post(`${desk}/${path}`, body);
  const told = (await answer.json()) as Told;
  expect(answer.status, JSON.stringify(told)).toBe(status);
  return told;
}

export const seenOf = ({ id, version }: DeskContributionBody) => ({ id, version });

/** One offers what was saved, the other reads and publishes it, warnings and all. */
export async function offerAndPublish(
  [writer, editor]: readonly [Visit | undefined, Visit | undefined],
  saved: DeskContributionBody,
) {
  const offered = await act(writer, 'offer', seenOf(saved));
  return act(editor, 'publish', { ...seenOf(offered), hasReadWarnings: true });
}
