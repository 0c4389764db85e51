import { computed } from '@preact/signals';
import { absences, fillOf } from '../../geodata/fill.ts';
import type { MapScene } from '../map/scene.ts';
import { appearance } from '../state/appearance.ts';
import { boundaryYear, shown } from '../state/catalog.ts';
import { classification, colours } from '../state/classes.ts';
import { currentColumn, periodIndex } from '../state/figures.ts';
import { hovered } from '../state/selection.ts';
import { language } from '../state/view.ts';

const fills = computed(() => {
  const [suppressed, missing, notAsked, changed] = absences.map((absence) =>
    fillOf(absence, appearance.value),
  );
  if (!suppressed || !missing || !notAsked || !changed) return null;
  return { suppressed, missing, 'not-asked': notAsked, 'boundary-changed': changed };
});

/** All that the map shows, as one value; null until it is known which boundaries to draw. */
export const mapScene = computed<MapScene | null>(() => {
  const view = shown.value;
  if (!view || !boundaryYear.value || !fills.value) return null;
  return {
    tileJson: `/tiles/${boundaryYear.value}.json`,
    level: view.level,
    column: periodIndex.value >= 0 ? currentColumn.value : null,
    periodIndex: Math.max(0, periodIndex.value),
    nextIndex: Math.max(0, periodIndex.value),
    share: 0,
    breaks: classification.value.breaks,
    colours: colours.value,
    fills: fills.value,
    chance: fills.value.missing.ink,
    chosen: null,
    hovered: hovered.value?.code ?? null,
    selected: view.area,
    numbered: [],
    ghost: null,
    appearance: appearance.value,
    language: language.value,
  };
});
