import { computed, effect, signal } from '@preact/signals';
import type { Appearance } from '../../../geodata/classes/scheme.ts';
import { appearanceOf, readTheme, type Theme, writePreference } from './preference.ts';

export const theme = signal<Theme>(readTheme());

const deviceIsDark = matchMedia('(prefers-color-scheme: dark)');
const dark = signal(deviceIsDark.matches);

/** Whether the page is being printed: paper is light. */
export const isPrinted = signal(false);

/** What is on screen, or on paper. */
export const appearance = computed<Appearance>(() =>
  isPrinted.value ? 'light' : appearanceOf(theme.value, dark.value),
);

/** Follows the device, and tells the style sheet what people chose. */
export function followAppearance(): void {
  deviceIsDark.addEventListener('change', () => {
    dark.value = deviceIsDark.matches;
  });
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
    writePreference('theme', theme.value);
  });
}
