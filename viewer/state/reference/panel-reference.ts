import type { ReadonlySignal } from '@preact/signals';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import type { References } from '../../../geodata/comparing/references.ts';
import type { Target } from '../../../geodata/target.ts';
import type { Text } from '../../../geodata/text.ts';

/** A group of areas that are alike, as a reference. */
export interface ReferenceGroup {
  readonly name: Text;
  /** How many areas it has. */
  readonly size: number;
}

/** The figures that areas are held against, by area index, and what they are of where that is no place. */
export interface FoundReferences {
  readonly references: References;
  /** The same in another period of the panel's column; undefined where a place has a series of its own. */
  readonly through?: (moment: ColumnPeriod) => References;
  /** In the order of `references`. */
  readonly groups?: readonly ReferenceGroup[];
  /** Names of the indicators by which the groups were made. */
  readonly madeBy?: readonly Text[];
  /** Those that count in the period, one a municipality. */
  readonly targets?: readonly Target[];
}

/** What a panel's figures are held against, as far as it has come. */
export interface PanelReference {
  /** null while it loads, or where there is nothing to hold any area against in the period on screen. */
  readonly found: ReadonlySignal<FoundReferences | null>;
  readonly isLoading: ReadonlySignal<boolean>;
}
