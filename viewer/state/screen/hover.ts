import { effect, signal } from '@preact/signals';
import { activePanel } from '../panel/panels.ts';

/** An area under the pointer, on a map or in the table. */
export interface HoveredArea {
  readonly code: string;
  readonly name: string;
  readonly index: number;
}

export const hovered = signal<HoveredArea | null>(null);

/** Where on a panel the pointer is, CSS pixels from its corner: other panels look under the same place. */
export interface Pointer {
  readonly panel: number;
  readonly x: number;
  readonly y: number;
}

export const pointer = signal<Pointer | null>(null);

/** An area of another level or boundary year is no longer under the pointer. */
effect(() => {
  activePanel.value.view.value?.level;
  activePanel.value.boundaryYear.value;
  hovered.value = null;
});
