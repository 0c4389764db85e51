import type { Polarity } from '../indicator.ts';
import { type Colour, colourOfOklch, type Oklch, parseColour } from './colour.ts';

/** Whether the screen is paper with ink, or ink with light. */
export const appearances = ['light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

export type SchemeKind = 'sequential' | 'diverging' | 'categorical';

/** Worse is warm, better is cool, neutral is one hue; red never stands against green. */
export const schemes = [
  'warm',
  'cool',
  'neutral',
  'green',
  'grey',
  'cool-to-warm',
  'warm-to-cool',
  'violet-to-green',
  'categories',
] as const;
export type Scheme = (typeof schemes)[number];

/** The schemes that fit a map: of figures from low to high, or of differences to both sides of a middle. */
export function schemesFor(kind: 'sequential' | 'diverging'): Scheme[] {
  return schemes.filter((scheme) => kindOfScheme(scheme) === kind);
}

/** The scheme that says what an indicator's high figures mean. */
export function schemeFor(polarity: Polarity, kind: 'sequential' | 'diverging'): Scheme {
  return byPolarity[polarity][kind];
}

const byPolarity: Readonly<Record<Polarity, Record<'sequential' | 'diverging', Scheme>>> = {
  'higher-is-worse': { sequential: 'warm', diverging: 'cool-to-warm' },
  'higher-is-better': { sequential: 'cool', diverging: 'warm-to-cool' },
  neutral: { sequential: 'neutral', diverging: 'violet-to-green' },
};

export function kindOfScheme(scheme: Scheme): SchemeKind {
  if (scheme === 'categories') return 'categorical';
  return scheme in ramps ? 'sequential' : 'diverging';
}

/**
 * Colours of `count` classes, lowest class first. On paper more is darker, on ink more is lighter, so that the lowest
 * class is always nearest to the background. An even number of classes of a diverging scheme has no colour for the middle.
 * There are nine categories; after those they repeat.
 */
export function schemeColours(scheme: Scheme, count: number, appearance: Appearance): Colour[] {
  if (scheme === 'categories') return Array.from({ length: count }, (_, i) => categoryColour(i));
  if (isRamp(scheme)) return spread(sequentialAt(scheme, appearance), count);
  const sides = spread(divergingAt(sidesOf[scheme], appearance), count + 1 - (count % 2));
  return count % 2 === 1 ? sides : sides.filter((_, i) => i !== count / 2);
}

function spread(at: (share: number) => Oklch, count: number): Colour[] {
  return Array.from({ length: count }, (_, i) => colourOfOklch(at(count > 1 ? i / (count - 1) : 0.5)));
}

type Ramp = 'warm' | 'cool' | 'neutral' | 'green' | 'grey';
type Diverging = Exclude<Scheme, Ramp | 'categories'>;

function isRamp(scheme: Exclude<Scheme, 'categories'>): scheme is Ramp {
  return scheme in ramps;
}

function oklch(lightness: number, chroma: number, hue: number): Oklch {
  return { lightness, chroma, hue };
}

const ramps: Readonly<Record<Ramp, Readonly<Record<Appearance, readonly [Oklch, Oklch, Oklch]>>>> = {
  warm: {
    light: [oklch(0.94, 0.06, 92), oklch(0.69, 0.17, 55), oklch(0.36, 0.12, 28)],
    dark: [oklch(0.32, 0.07, 32), oklch(0.63, 0.16, 50), oklch(0.94, 0.09, 95)],
  },
  cool: {
    light: [oklch(0.94, 0.03, 215), oklch(0.67, 0.12, 238), oklch(0.34, 0.11, 262)],
    dark: [oklch(0.32, 0.08, 262), oklch(0.63, 0.12, 238), oklch(0.94, 0.05, 210)],
  },
  neutral: {
    light: [oklch(0.94, 0.025, 320), oklch(0.66, 0.14, 320), oklch(0.36, 0.15, 320)],
    dark: [oklch(0.32, 0.09, 320), oklch(0.63, 0.14, 320), oklch(0.9, 0.09, 320)],
  },
  green: {
    light: [oklch(0.94, 0.05, 144), oklch(0.66, 0.12, 144), oklch(0.4, 0.11, 144)],
    dark: [oklch(0.32, 0.05, 144), oklch(0.63, 0.12, 144), oklch(0.92, 0.14, 144)],
  },
  grey: {
    light: [oklch(0.95, 0, 0), oklch(0.69, 0, 0), oklch(0.32, 0, 0)],
    dark: [oklch(0.33, 0, 0), oklch(0.68, 0, 0), oklch(0.95, 0, 0)],
  },
};

const sidesOf: Readonly<Record<Diverging, { readonly low: Ramp; readonly high: Ramp }>> = {
  'cool-to-warm': { low: 'cool', high: 'warm' },
  'warm-to-cool': { low: 'warm', high: 'cool' },
  'violet-to-green': { low: 'neutral', high: 'green' },
};

/** The middle of a diverging scheme: no difference, near the background. */
const middle: Readonly<Record<Appearance, Oklch>> = {
  light: oklch(0.95, 0, 0),
  dark: oklch(0.3, 0, 0),
};

function sequentialAt(ramp: Ramp, appearance: Appearance): (share: number) => Oklch {
  const [low, centre, high] = ramps[ramp][appearance];
  return (share) => (share < 0.5 ? mix(low, centre, share * 2) : mix(centre, high, share * 2 - 1));
}

/** Each side goes from the colourless middle to its ramp: without hue of the middle, which has none. */
function divergingAt(
  { low, high }: { low: Ramp; high: Ramp },
  appearance: Appearance,
): (share: number) => Oklch {
  return (share) => {
    const distance = Math.abs(share * 2 - 1);
    const [, centre, end] = ramps[share < 0.5 ? low : high][appearance];
    const start = { ...middle[appearance], hue: centre.hue };
    return distance < 0.6 ? mix(start, centre, distance / 0.6) : mix(centre, end, (distance - 0.6) / 0.45);
  };
}

function mix(from: Oklch, to: Oklch, share: number): Oklch {
  const between = (a: number, b: number): number => a + (b - a) * share;
  return {
    lightness: between(from.lightness, to.lightness),
    chroma: between(from.chroma, to.chroma),
    hue: between(from.hue, to.hue),
  };
}

/**
 * Found by simulated annealing: the nine colours whose least difference is largest for full colour sight, protanopia,
 * deuteranopia and tritanopia, in lightness alone (a print in grey) and on a projector without true black.
 */
const categoryColours = [
  '#044fa4',
  '#bdb50a',
  '#b03b56',
  '#acc6ff',
  '#0dafab',
  '#b57e47',
  '#8761d3',
  '#5d3901',
  '#e6dca9',
].map(parseColour);

function categoryColour(index: number): Colour {
  return categoryColours[index % categoryColours.length] ?? [0, 0, 0];
}
