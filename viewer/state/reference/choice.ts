import type { HeldAgainst } from '../../../geodata/comparing/reference-choice.ts';

/** What areas can be held against, as the link names it. */
export interface ReferenceChoice extends HeldAgainst {
  /** Within a sentence: `Twente`, `de eigen gemeente`. */
  readonly name: string;
  /** In a list: `Twente`, `Eigen gemeente`. */
  readonly label: string;
}
