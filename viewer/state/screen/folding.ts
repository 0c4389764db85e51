import { effect, signal } from '@preact/signals';
import { readFold, type SidePart, writePreference } from './preference.ts';

/** Panels beside the map that are folded away; remembered by this browser, no part of a link. */
export const folded = {
  subject: signal(readFold('subject')),
  area: signal(readFold('area')),
};

export const sheets = ['subject', 'legend', 'area', 'table', 'selection'] as const;
export type Sheet = (typeof sheets)[number];

/** On a narrow screen: the part that lies over the map; null shows the map alone. */
export const sheet = signal<Sheet | null>(null);

export function toggleFold(panel: SidePart): void {
  folded[panel].value = !folded[panel].value;
}

const narrow = matchMedia('(max-width: 47.5em)');

/** Brings the figures of the pinned area into sight: unfolded beside the map, or as a sheet over it. */
export function showArea(): void {
  unfold('area');
  if (narrow.matches) sheet.value = 'area';
}

/** Unfolds a panel beside the map. */
export function unfold(panel: SidePart): void {
  folded[panel].value = false;
}

effect(() => writePreference('fold-subject', folded.subject.value ? 'yes' : 'no'));
effect(() => writePreference('fold-area', folded.area.value ? 'yes' : 'no'));
