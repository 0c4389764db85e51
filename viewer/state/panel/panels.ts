import { computed } from '@preact/signals';
import { mostPanels } from '../../../geodata/link/view.ts';
import { viewParts } from '../link/view.ts';
import { findBrushedAreas } from './brush.ts';
import { createPanel, type Panel } from './panel.ts';

/** The panels on screen, in reading order. */
export const panels = computed((): readonly Panel[] => all.slice(0, count.value));

const brushed = findBrushedAreas(panels);

const all: readonly Panel[] = Array.from({ length: mostPanels }, (_, index) =>
  createPanel(index, { panels, brushed }),
);

const count = computed(() => viewParts.panels.value.length);

/** The panel that the tree, the legend, the table and the slider of time speak of. */
export const activePanel = computed(() => panelAt(viewParts.active.value));

export function panelAt(index: number): Panel {
  const panel = all[index] ?? all[0];
  if (!panel) throw new RangeError(`There is no panel ${index}`);
  return panel;
}

/** Whether all panels look at the same place. */
export const sharesCamera = computed(() => viewParts.secondCamera.value === null);
