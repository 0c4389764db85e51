import { computed } from '@preact/signals';
import { levelOfCode } from '../../../geodata/area.ts';
import { isMapLevel, type MapLevel, mapLevels } from '../../../geodata/level.ts';
import { type FigureOfArea, figureAt } from '../../state/area/selection.ts';
import { view } from '../../state/link/view.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { createShownFigures, type ShownFigures } from '../../state/panel/panel-core.ts';
import { panelAt } from '../../state/panel/panels.ts';

/** Levels that the selection has areas of, while the selection is on screen. */
const wantedLevels = computed<ReadonlySet<MapLevel>>(() => {
  if (view.value.tab !== 'selection') return new Set();
  const levels = view.value.selection.map(levelOfCode);
  return new Set(levels.filter((level) => level !== null && isMapLevel(level)));
});

/** The figures of each panel on the other levels: for selected areas that its map does not draw. */
const otherLevels: readonly Readonly<Record<MapLevel, ShownFigures>>[] = [0, 1, 2, 3].map((index) => {
  const [municipality, district, neighbourhood] = mapLevels.map((level) =>
    createShownFigures(
      computed(() => {
        const own = panelAt(index).view.value;
        return own && own.level !== level && wantedLevels.value.has(level) ? { ...own, level } : null;
      }),
    ),
  ) as [ShownFigures, ShownFigures, ShownFigures];
  return { municipality, district, neighbourhood };
});

/** The figures of the panel, on the level that is asked for. */
export function atLevel(panel: Panel, level: MapLevel): ShownFigures {
  return panel.view.value?.level === level ? panel : (otherLevels[panel.index]?.[level] ?? panel);
}

/** A figure of a selected area; `absent` says that its indicator or the boundaries on screen do not have the area. */
export interface SelectedFigure extends FigureOfArea {
  readonly absent: 'level' | 'boundaries' | null;
}

/** The figure of an area of any level in a panel; null while it loads. */
export function selectedFigure(code: string, panel: Panel): SelectedFigure | null {
  const level = levelOfCode(code);
  if (!level || !isMapLevel(level)) return null;
  if (panel.indicator.value && !panel.indicator.value.columns[level]) return none('level');
  const own = atLevel(panel, level);
  const places = own.areas.byCode.value;
  const place = places.get(code);
  if (!place) return places.size > 0 ? none('boundaries') : null;
  const figure = figureAt(place.index, own);
  return figure && { ...figure, absent: null };
}

function none(absent: 'level' | 'boundaries'): SelectedFigure {
  return { value: null, status: 'missing', lower: null, upper: null, absent };
}
