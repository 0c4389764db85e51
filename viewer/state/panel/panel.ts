import type { ReadonlySignal } from '@preact/signals';
import { type BrushedAreas, createChosenAreas } from './brush.ts';
import { createClasses, createLoneValues, type PanelClasses } from './classes.ts';
import { createCounts, type PanelCounts } from './counts.ts';
import { createKinds, type DrawnKinds } from './kinds.ts';
import { createPanelCore, type PanelCore } from './panel-core.ts';

/** One panel of the map: what it shows, and how its map and its legend do. */
export interface Panel extends PanelCore {
  /** null: there is no such panel now. */
  readonly classes: ReadonlySignal<PanelClasses | null>;
  /** By class: the one value that all of its figures have, in whatever period; null where they differ. */
  readonly loneValues: ReadonlySignal<readonly (number | null)[]>;
  /** null: there is no such panel now. */
  readonly counts: ReadonlySignal<PanelCounts | null>;
  /** How the map draws kinds of areas; null where it draws figures. */
  readonly kinds: ReadonlySignal<DrawnKinds | null>;
  /** By area index: 1 for the areas that stand out. null: none does. */
  readonly chosenAreas: ReadonlySignal<Uint8Array | null>;
}

/** What a panel has in common with the others. */
interface Surroundings {
  /** The panels on screen, this one among them. */
  readonly panels: ReadonlySignal<readonly PanelCore[]>;
  readonly brushed: ReadonlySignal<BrushedAreas | null>;
}

/** The panel of an index in the link. */
export function createPanel(index: number, { panels, brushed }: Surroundings): Panel {
  const core = createPanelCore(index);
  const classes = createClasses(core, panels);
  return {
    ...core,
    classes,
    loneValues: createLoneValues(core, classes, panels),
    counts: createCounts(core, classes),
    kinds: createKinds(core),
    chosenAreas: createChosenAreas(core, brushed),
  };
}
