import type { RoundBody } from '../../data/contract.ts';

/** What each part of the page of a round is given: the round, and how to show it as it became. */
export interface RoundPartProps {
  readonly round: RoundBody;
  readonly show: (round: RoundBody) => void;
}
