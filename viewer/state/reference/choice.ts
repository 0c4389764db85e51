import type { OwnReference } from '../../../geodata/link/view.ts';

/** What areas can be held against, as the link names it. */
export interface ReferenceChoice {
  readonly key: string;
  readonly kind: 'place' | OwnReference;
  /** Of the place; null where each area has its own. */
  readonly code: string | null;
  /** Within a sentence: `Twente`, `de eigen gemeente`. */
  readonly name: string;
  /** In a list: `Twente`, `Eigen gemeente`. */
  readonly label: string;
}
