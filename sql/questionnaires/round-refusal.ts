/** Why something cannot be done with a round. */
type RefusalKind =
  | 'unknown-round'
  | 'unknown-stratum'
  | 'not-planned'
  | 'not-open'
  | 'not-closed'
  | 'not-weighted'
  | 'not-published'
  | 'nobody-invited'
  | 'no-answers'
  | 'demonstration'
  | 'published-later'
  | 'over'
  | 'ended'
  | 'code-spent'
  | 'changed';

const messages: Readonly<Record<RefusalKind, string>> = {
  'unknown-round': 'there is no such round',
  'unknown-stratum': 'the round has no such stratum',
  'not-planned': 'the round was opened already: what was planned of it is fixed',
  'not-open': 'the round is not open',
  'not-closed': 'the round is not closed: close it first',
  'not-weighted': 'the round is not weighted: weigh it first',
  'not-published': 'the round is not published',
  'nobody-invited': 'the round has neither codes nor an open link: nobody could answer it',
  'no-answers': 'there is no answer that counts: nothing can be weighted',
  'published-later':
    'the figures of a round that was published later tell of this one too: withdraw those first',
  demonstration: 'the figures of the demonstration come and go with it',
  over: 'its last day is over: change the plan first',
  ended: 'the round has ended: no more codes are made for it',
  'code-spent': 'the round is not answered any more with this code',
  changed: 'somebody else changed the round meanwhile: look at it and try again',
};

/** Thrown where a round is not in the state that something asks for; nothing has changed then. */
export class RoundRefusal extends Error {
  override readonly name = 'RoundRefusal';

  constructor(
    readonly kind: RefusalKind,
    /** Name of another round, or of a stratum, that it is about. */
    readonly about: string | null = null,
  ) {
    super(about === null ? messages[kind] : `${messages[kind]} (${about})`);
  }
}
