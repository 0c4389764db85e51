import { findPeriodSomewhere } from '../../../geodata/columns/column.ts';
import { differenceKind } from '../../../geodata/link/view.ts';
import { addressHere } from '../../data/seen-as.ts';
import { scaleNames } from '../../map/look.ts';
import type { MapScene, SceneColumn } from '../../map/scene.ts';
import { composeScene } from '../../map/view-scene.ts';
import { baseMapOpacity } from '../../state/base-map.ts';
import { view as link, viewParts } from '../../state/link/view.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { appearance } from '../../state/screen/appearance.ts';
import { windowWidth } from '../../state/screen/window-width.ts';

/** What a panel's map draws figures from: its column with every period, or the one that holds the differences or the kinds. */
function sceneColumn(panel: Panel): { column: SceneColumn | null; periodIndex: number } {
  const view = panel.view.value;
  if (view?.change) return { column: panel.change.column.value, periodIndex: 0 };
  if (view?.deviation) return { column: panel.deviation.column.value, periodIndex: 0 };
  const kinds = panel.kinds.value;
  if (kinds) return { column: kinds.column, periodIndex: 0 };
  const isThere = panel.periodIndex.value >= 0;
  return { column: isThere ? panel.column.value : null, periodIndex: Math.max(0, panel.periodIndex.value) };
}

/** Under way to another period: that one's index in the column, in its own boundaries, and how far. */
function sceneMotion(panel: Panel, periodIndex: number): { nextIndex: number; share: number } {
  const motion = panel.motion.value;
  const still = { nextIndex: periodIndex, share: 0 };
  if (!motion || !panel.view.value || differenceKind(panel.view.value) || panel.kinds.value) return still;
  const next = findPeriodSomewhere(panel.column.value, motion.period, panel.boundaryYear.value);
  return next >= 0 ? { nextIndex: next, share: motion.share } : still;
}

/** All that a panel's map shows, as one value; null until it is known which boundaries to draw. */
export function describeScene(panel: Panel, hovered: string | null): MapScene | null {
  const view = panel.view.value;
  const year = panel.boundaryYear.value;
  const classes = panel.classes.value;
  if (!view || !year || !classes) return null;
  const drawn = sceneColumn(panel);
  const kinds = panel.kinds.value;
  const scene = composeScene(link.value, view.level, {
    boundaryYear: year,
    appearance: appearance.value,
    ...drawn,
    ...sceneMotion(panel, drawn.periodIndex),
    breaks: kinds?.breaks ?? classes.classification.breaks,
    colours: kinds?.colours ?? classes.colours,
    chosen: panel.chosenAreas.value,
    hovered,
    otherBorders: panel.change.otherBorders.value,
    baseMapOpacity: baseMapOpacity.value,
    nameScale: viewParts.slide.value === null ? 1 : scaleNames(windowWidth.value),
  });
  return { ...scene, tileJson: addressHere(scene.tileJson) };
}
