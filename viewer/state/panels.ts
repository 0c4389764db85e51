import { effect, signal } from '@preact/signals';
import { readPreference, writePreference } from './preference.ts';

export type Panel = 'subject' | 'area';

/** Panels beside the map that are folded away; remembered by this browser, no part of a link. */
export const folded = {
  subject: signal(readPreference('fold-subject') === 'yes'),
  area: signal(readPreference('fold-area') === 'yes'),
};

export const sheets = ['subject', 'legend', 'area', 'table'] as const;
export type Sheet = (typeof sheets)[number];

/** On a narrow screen: the part that lies over the map; null shows the map alone. */
export const sheet = signal<Sheet | null>(null);

export function toggleFold(panel: Panel): void {
  folded[panel].value = !folded[panel].value;
}

/** Brings a panel into sight, wherever it is. */
export function unfold(panel: Panel): void {
  folded[panel].value = false;
}

effect(() => writePreference('fold-subject', folded.subject.value ? 'yes' : 'no'));
effect(() => writePreference('fold-area', folded.area.value ? 'yes' : 'no'));
