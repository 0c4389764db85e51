import { computed } from '@preact/signals';
import { unpackPresentation } from '../../../geodata/presentation/packing.ts';
import type { Presentation } from '../../../geodata/presentation/presentation.ts';
import { readPresentation } from '../../data/presentations.ts';
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
  return presentedFrom.value === 'link' ? unpackPresentation(viewParts.slides.value ?? '') : draft.value;
});

/** The slide on screen; null where none is, or there is no such slide. */
export const shownSlide = computed(() => presented.value?.slides[(viewParts.slide.value ?? 0) - 1] ?? null);
