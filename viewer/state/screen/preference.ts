import type { Appearance } from '../../../geodata/classes/scheme.ts';

/** What this browser remembers for its reader; nothing, where it may not store. */
export function readPreference(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that refuses storage forgets; nothing on screen depends on it.
  }
}

export const themes = ['auto', 'light', 'dark'] as const;
/** What people chose: as their device, or always the same. */
export type Theme = (typeof themes)[number];

export function readTheme(): Theme {
  return themes.find((each) => each === readPreference('theme')) ?? 'auto';
}

/** What a theme comes down to on a device that is dark or not. */
export function appearanceOf(theme: Theme, deviceIsDark: boolean): Appearance {
  if (theme !== 'auto') return theme;
  return deviceIsDark ? 'dark' : 'light';
}

export type SidePart = 'subject' | 'area';

/** Whether a panel beside the map was folded away. */
export function readFold(panel: SidePart): boolean {
  return readPreference(`fold-${panel}`) === 'yes';
}
