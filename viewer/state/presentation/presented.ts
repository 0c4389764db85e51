import { computed } from '@preact/signals';
import { unpackPresentation } from '../../../geodata/presentation/packing.ts';
import type { Presentation } from '../../../geodata/presentation/presentation.ts';
import { restrictToCatalog } from '../../../geodata/presentation/restriction.ts';
import { translateTitle } from '../../../geodata/presentation/slide-title.ts';
import { readPresentation } from '../../data/presentations.ts';
import { catalog } from '../catalog.ts';
import { language, viewParts } from '../link/view.ts';
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
  const [from, known] = [presentedFrom.value, catalog.data.value];
  const held =
    from === 'kept' ? keptPresentation.current.value : from === 'link' ? ofLink.value : draft.value;
  if (!held || !known) return held;
  return { ...held, slides: held.slides.map((slide) => translateTitle(slide, known, language.value)) };
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
