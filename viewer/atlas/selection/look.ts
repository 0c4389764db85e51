/** As many hues as people tell apart for sure; the rest of ten lines differ by dash, and all by their number. */
const hues = 5;

/** Classes of the line of an area by its place in the selection, from 0: no two of ten share both hue and dash. */
export function lookOf(index: number): string {
  const hue = index % hues;
  const dash = (index + Math.floor(index / hues) * 2) % hues;
  return `hue-${hue} dash-${dash}`;
}

/** The look of what others are held against. */
export const referenceLook = 'line-reference';
