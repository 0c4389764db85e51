import type { Appearance } from '../../../geodata/classes/scheme.ts';
import type { ByZoom } from '../../../geodata/map/borders.ts';
import { inksOf } from '../../../geodata/map/inks.ts';

/** Water below the fills; lines below them and, fainter, over them. Colours of CSS, strengths 0 to 1, widths in CSS pixels. */
export const baseLook: Readonly<Record<Appearance, { readonly water: string; readonly ink: string }>> = {
  light: { water: '#a9c9da', ink: inksOf.light.ink },
  dark: { water: '#24465a', ink: inksOf.dark.ink },
};

export const lineStrengths = { under: 0.55, over: 0.3 } as const;

export const lineWidths: Readonly<Record<'road' | 'rail', ByZoom>> = {
  road: [
    [7, 0.7],
    [10, 1.4],
    [13, 2.6],
  ],
  rail: [
    [7, 0.5],
    [10, 1],
    [13, 1.6],
  ],
};
/** Of railways, in widths of the line. */
export const railDashes = [5, 2.5] as const;

export const placeLook = { size: 11, strength: 0.75, halo: 1.4, padding: 6 } as const;
