import { RequestProblem } from '../errors.ts';

/** Why something cannot be done with a round. */
export type RefusalKind =
  | 'unknown-round'
  | 'not-closed'
  | 'not-weighted'
  | 'not-published'
  | 'no-answers'
  | 'demonstration'
  | 'published-later'
  | 'over'
  | 'changed';

const messages: Readonly<Record<RefusalKind, string>> = {
  'unknown-round': 'there is no such round',
  'not-closed': 'the round is not closed: close it first',
  'not-weighted': 'the round is not weighted: weigh it first',
  'not-published': 'the round is not published',
  'no-answers': 'there is no answer that counts: nothing can be weighted',
  'published-later':
    'the figures of a round that was published later tell of this one too: withdraw those first',
  demonstration: 'the figures of the demonstration come and go with it',
  over: 'its last day is over: change the plan first',
  changed: 'somebody else changed the round meanwhile: look at it and try again',
};

/** Thrown where a round is not in the state that something asks for; nothing has changed then. */
export class RoundRefusal extends Error {
  override readonly name = 'RoundRefusal';

  constructor(
    readonly kind: RefusalKind,
    /** Name of another round that it is about. */
    readonly round: string | null = null,
  ) {
    super(round === null ? messages[kind] : `${messages[kind]} (${round})`);
  }
}

/** The problem 409 that says it, with the kind for whoever has words of his own for it. */
export function refuse({ message, kind, round }: RoundRefusal): RequestProblem {
  return new RequestProblem('conflict', message, undefined, undefined, {
    fault: message,
    refusal: kind,
    ...(round === null ? {} : { round }),
  });
}
