import { computed } from '@preact/signals';
import { unpackPresentation } from '../../../geodata/presentation/packing.ts';
import type { Presentation } from '../../../geodata/presentation/presentation.ts';
import { restrictToCatalog } from '../../../geodata/presentation/restriction.ts';
import { readPresentation } from '../../data/presentations.ts';
import { catalog } from '../catalog.ts';
import { viewParts } from '../link/view.ts';
import { createResource } from '../resource.ts';
import { draft } from './draft.ts';

/** The kept presentation that the link names; nothing where it names none. */
export const keptPresentation = createResource(viewParts.presentation, readPresentation);

/** Where the presentation on screen comes from. */
export const presentedFrom = computed(() => {
  if (viewParts.presentation.value !== null) return 'kept';
  return viewParts.slides.value === null ? 'draft' : 'link';
});

/** The presentation that the link names or holds, or what is being collected in this browser; null until it is known, or where there is none. */
export const presented = computed<Presentation | null>(() => {
  if (presentedFrom.value === 'kept') return keptPresentation.current.value;
  return presentedFrom.value === 'link' ? ofLink.value : draft.value;
});

/** What a link holds, of which some may be gone or not for whoever opens it; null until the catalog is there. */
const ofLink = computed<Presentation | null>(() => {
  const known = catalog.data.value;
  const held = known && unpackPresentation(viewParts.slides.value ?? '');
  return held && { ...held, slides: held.slides.map((slide) => restrictToCatalog(slide, known)) };
});

/** Whether all is known of the presentation that there can be. */
export const isPresentedKnown = computed(() =>
  presentedFrom.value === 'kept' ? keptPresentation.isAnswered.value : catalog.data.value !== null,
);

/** The slide on screen; null where none is, or there is no such slide. */
export const shownSlide = computed(() => presented.value?.slides[(viewParts.slide.value ?? 0) - 1] ?? null);
