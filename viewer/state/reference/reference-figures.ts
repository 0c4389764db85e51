import { computed, type ReadonlySignal } from '@preact/signals';
import type { PanelFigures } from '../panel/panel-figures.ts';
import { createMunicipalityReference } from './municipality-reference.ts';
import type { PanelReference } from './panel-reference.ts';
import { createPeerReference } from './peer-reference.ts';
import { createPlaceReference } from './place-reference.ts';
import { reference } from './reference.ts';
import { createTargetReference } from './target-reference.ts';

/** Fetches what a panel's areas are held against, while that is needed. Another period asks nothing. */
export function createReference(figures: PanelFigures, isNeeded: ReadonlySignal<boolean>): PanelReference {
  const kind = computed(() => reference.value?.kind ?? 'place');
  const isKind = (own: NonNullable<typeof reference.value>['kind']) =>
    computed(() => isNeeded.value && kind.value === own);
  const byKind = {
    place: createPlaceReference(figures, isKind('place')),
    municipality: createMunicipalityReference(figures, isKind('municipality')),
    peers: createPeerReference(figures, isKind('peers')),
    target: createTargetReference(figures, isKind('target')),
  };
  return {
    found: computed(() => byKind[kind.value].found.value),
    isLoading: computed(() => byKind[kind.value].isLoading.value),
  };
}
