import { effect, signal } from '@preact/signals';
import { packPresentation, unpackPresentation } from '../../../geodata/presentation/packing.ts';
import {
  emptyPresentation,
  type Presentation,
  presentationLimits,
  type Slide,
} from '../../../geodata/presentation/presentation.ts';
import { readPreference, writePreference } from '../screen/preference.ts';

/** The kept presentation that a draft came from, in the version that was read. */
export interface DraftOrigin {
  readonly id: string;
  readonly version: number;
}

/** What somebody collects in this browser, before he passes it on or keeps it. */
export const draft = signal<Presentation>(recallDraft());
export const draftOrigin = signal<DraftOrigin | null>(recallOrigin());

effect(() => {
  writePreference('presentation', draft.value.slides.length > 0 ? packPresentation(draft.value) : '');
});
effect(() => writePreference('presentation-origin', JSON.stringify(draftOrigin.value)));
// What another tab collected is there too.
globalThis.addEventListener?.('storage', ({ key }) => {
  if (key === 'presentation') draft.value = recallDraft();
});

/** Puts a slide behind the others; gives its number, or null where there are as many as there may be. */
export function addSlide(slide: Slide): number | null {
  const { slides } = draft.peek();
  if (slides.length >= presentationLimits.slides) return null;
  draft.value = { ...draft.peek(), slides: [...slides, slide] };
  return slides.length + 1;
}

/** Begins with another presentation in the place of what was collected. */
export function replaceDraft(presentation: Presentation, origin: DraftOrigin | null = null): void {
  draft.value = presentation;
  draftOrigin.value = origin;
}

function recallDraft(): Presentation {
  return unpackPresentation(readPreference('presentation') ?? '') ?? emptyPresentation;
}

function recallOrigin(): DraftOrigin | null {
  try {
    const origin: unknown = JSON.parse(readPreference('presentation-origin') ?? 'null');
    if (typeof origin !== 'object' || origin === null || !('id' in origin) || !('version' in origin))
      return null;
    return { id: String(origin.id), version: Number(origin.version) };
  } catch {
    return null;
  }
}
