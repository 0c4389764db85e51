import { computed } from '@preact/signals';
import { type FigureOfArea, figureAt, municipalityOf } from '../../state/area/selection.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { activePanel, panels } from '../../state/panel/panels.ts';
import type { TableRow } from './rows.ts';

/** The panels that have a column: those of the active panel's level. */
export const listedPanels = computed<readonly Panel[]>(() =>
  panels.value.filter(({ view }) => view.value?.level === activePanel.value.view.value?.level),
);

/** Every area of the active panel, with its figure in each panel of that level; empty until areas and figures are there. */
export const listedRows = computed<readonly TableRow[]>(() => {
  const active = activePanel.value;
  const brushed = active.chosenAreas.value;
  if (!active.figures.value) return [];
  return [...active.areas.byCode.value.values()].map(({ code, name, index }) => {
    const figures: (FigureOfArea | null)[] = [];
    for (const panel of listedPanels.value) figures[panel.index] = figureIn(panel, code);
    return {
      code,
      name,
      index,
      municipality: municipalityOf(code),
      figures,
      isBrushed: brushed && brushed[index] === 1,
    };
  });
});

/** By code: panels of other boundary years number their areas differently where they were redrawn. */
function figureIn(panel: Panel, code: string): FigureOfArea | null {
  const place = panel.areas.byCode.value.get(code);
  return place ? figureAt(place.index, panel) : null;
}
