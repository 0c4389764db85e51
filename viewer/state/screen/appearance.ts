import { computed, effect, signal } from '@preact/signals';
import type { Appearance } from '../../../geodata/classes/scheme.ts';
import { readPreference, writePreference } from './preference.ts';

export const themes = ['auto', 'light', 'dark'] as const;
/** What people chose: as their device, or always the same. */
export type Theme = (typeof themes)[number];

export const theme = signal<Theme>(themes.find((each) => each === readPreference('theme')) ?? 'auto');

const deviceIsDark = matchMedia('(prefers-color-scheme: dark)');
const dark = signal(deviceIsDark.matches);

/** What is on screen. */
export const appearance = computed<Appearance>(() => {
  if (theme.value !== 'auto') return theme.value;
  return dark.value ? 'dark' : 'light';
});

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
