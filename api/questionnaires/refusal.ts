/** Why something cannot be done with a round. */
export type RefusalKind =
  | 'unknown-round'
  | 'not-closed'
  | 'not-weighted'
  | 'not-published'
  | 'no-answers'
  | 'demonstration'
  | 'changed';

const messages: Readonly<Record<RefusalKind, string>> = {
  'unknown-round': 'there is no such round',
  'not-closed': 'the round is not closed: close it first',
  'not-weighted': 'the round is not weighted: weigh it first',
  'not-published': 'the round is not published',
  'no-answers': 'there is no answer that counts: nothing can be weighted',
  demonstration: 'the figures of the demonstration come and go with it',
  changed: 'somebody else changed the round meanwhile: look at it and try again',
};

/** Thrown where a round is not in the state that something asks for; nothing has changed then. */
export class RoundRefusal extends Error {
  override readonly name = 'RoundRefusal';

  constructor(readonly kind: RefusalKind) {
    super(messages[kind]);
  }
}
