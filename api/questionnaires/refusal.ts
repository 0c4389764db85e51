import type { RoundRefusal } from '../../sql/questionnaires/round-refusal.ts';
import { RequestProblem } from '../errors.ts';

/** The problem 409 that says it, with the kind for whoever has words of his own for it. */
export function refuse({ message, kind, about }: RoundRefusal): RequestProblem {
  return new RequestProblem('conflict', message, undefined, undefined, {
    fault: message,
    refusal: kind,
    ...(about === null ? {} : { about }),
  });
}
