import { computed } from '@preact/signals';
import { levelOfCode } from '../../../geodata/area.ts';
import { isMapLevel, type MapLevel } from '../../../geodata/level.ts';
import { municipalityOf } from '../../state/area/selection.ts';
import { view } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { reference as chosen } from '../../state/reference/reference.ts';
import { atLevel } from './levels.ts';
import { lookOf, referenceLook } from './look.ts';
import { nameFromSeries } from './series.ts';

/** One area of the selection. */
export interface Member {
  readonly code: string;
  /** From 1, as on the map. */
  readonly number: number;
  readonly name: string;
  readonly level: MapLevel;
  /** null for a municipality itself. */
  readonly municipality: string | null;
  /** Classes of its line. */
  readonly look: string;
  readonly isReference: boolean;
  /** Whether it is among the areas that the legend's brush picks; null where nothing is brushed or it is not on the map. */
  readonly isBrushed: boolean | null;
}

export const members = computed<readonly Member[]>(() => {
  const brushed = activePanel.value.chosenAreas.value;
  return view.value.selection.flatMap((code, index) => {
    const level = levelOfCode(code);
    if (!level || !isMapLevel(level)) return [];
    const known = atLevel(activePanel.value, level).areas.byCode.value.get(code);
    const isReference = reference.value === code;
    const isOnMap = level === activePanel.value.view.value?.level;
    return {
      code,
      number: index + 1,
      name: known?.name ?? nameFromSeries(code) ?? code,
      level,
      municipality: municipalityOf(code),
      look: isReference ? referenceLook : lookOf(index),
      isReference,
      isBrushed: brushed && known && isOnMap ? brushed[known.index] === 1 : null,
    };
  });
});

/** What the selection is held against, as the link names it: an area of its own, or the reference of all figures. */
export const reference = computed(() => {
  const wished = view.value.reference;
  return view.value.selection.includes(wished) ? wished : (chosen.value?.key ?? 'region');
});
