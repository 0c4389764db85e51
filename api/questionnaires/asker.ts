import type { Context } from 'hono';
import { mayAdminister } from '../../geodata/grant.ts';
import type { Session } from '../../sql/accounts/sessions.ts';
import { type Asker, maySeeQuestionnaires } from '../../sql/questionnaires/permission.ts';
import { requireFullSession } from '../accounts/asking.ts';
import { requireChanger } from '../changes/changing.ts';
import type { ApiContext } from '../context.ts';
import { RequestProblem } from '../errors.ts';

/** Who asks, and as whom he is signed in. */
export interface SignedAsker {
  readonly asker: Asker;
  readonly session: Session;
}

/** Who is signed in and may see questionnaires; throws a problem 401 or 403. */
export async function requireAsker(c: Context, context: ApiContext): Promise<SignedAsker> {
  return askerOf(await requireFullSession(c, context));
}

/** The same for a request that changes something, from our own page. */
export async function requireChangingAsker(c: Context, context: ApiContext): Promise<SignedAsker> {
  return askerOf(await requireChanger(c, context));
}

/** An administrator who changes something; throws a problem 401 or 403. */
export async function requireChangingAdministrator(c: Context, context: ApiContext): Promise<SignedAsker> {
  const asked = await requireChangingAsker(c, context);
  if (mayAdminister(asked.asker.grants)) return asked;
  throw new RequestProblem('forbidden', 'Only an administrator may do this');
}

function askerOf(session: Session): SignedAsker {
  const asker = { id: session.person.id, grants: session.grants };
  if (maySeeQuestionnaires(asker)) return { asker, session };
  throw new RequestProblem(
    'forbidden',
    'Questionnaires are for editors of a municipality and administrators',
  );
}
