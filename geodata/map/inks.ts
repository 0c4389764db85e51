import { type Colour, parseColour } from '../classes/colour.ts';
import type { Appearance } from '../classes/scheme.ts';

/** The few colours that are not data: as viewer/parts/style/tokens.css has them. */
export interface Inks {
  readonly paper: string;
  readonly ink: string;
  /** Of areas while there are no figures. */
  readonly empty: Colour;
  /** Laid over the area under the pointer: red, green, blue, strength, 0 to 1. */
  readonly hover: readonly [number, number, number, number];
}

export const inksOf: Readonly<Record<Appearance, Inks>> = {
  light: {
    paper: '#fbfaf7',
    ink: '#1b1d20',
    empty: parseColour('#f3f1ec'),
    hover: [0.106, 0.114, 0.125, 0.1],
  },
  dark: {
    paper: '#15181b',
    ink: '#eae8e3',
    empty: parseColour('#1c2024'),
    hover: [0.918, 0.91, 0.89, 0.14],
  },
};

/** How far an area that is not chosen goes towards the paper: further than the palest class differs from it in lightness. */
export const fadeStrength = 0.86;
