import { mostClasses } from '../../geodata/classify.ts';
import type { Colour } from '../../geodata/colour.ts';
import { absences, patternKinds } from '../../geodata/fill.ts';
import type { MapScene } from './scene.ts';

/** Places in the palette: classes from 0, then the papers and inks of the absences, then areas without any figure. */
export const firstPaper = 16;
export const firstInk = 20;
export const blank = 24;
export const paletteSize = 32;

/** Larger than any figure: a limit that no value reaches. */
const unreachable = 3e38;

/** Colours as the shader reads them, four bytes a place. `empty` fills areas while there are no figures. */
export function packPalette(
  { colours, fills }: Pick<MapScene, 'colours' | 'fills'>,
  empty: Colour,
): Uint8Array {
  const bytes = new Uint8Array(4 * paletteSize);
  const put = (place: number, colour: Colour): void => bytes.set([...colour, 255], 4 * place);
  for (const [i, colour] of colours.slice(0, mostClasses).entries()) put(i, colour);
  for (const [i, absence] of absences.entries()) {
    put(firstPaper + i, fills[absence].paper);
    put(firstInk + i, fills[absence].ink);
  }
  put(blank, empty);
  return bytes;
}

/** Eight limits, the last ones out of reach where there are fewer. */
export function packBreaks(breaks: readonly number[]): number[] {
  return Array.from({ length: mostClasses - 1 }, (_, i) => breaks[i] ?? unreachable);
}

/** Kind, spacing and weight of each absence's pattern, in the order of `absences`. */
export function packPatterns({ fills }: Pick<MapScene, 'fills'>): [number, number, number, number][] {
  return absences.map((absence) => {
    const { kind, spacing, weight } = fills[absence].pattern;
    return [patternKinds.indexOf(kind), spacing, weight, 0];
  });
}
