import { classesEach } from '../connection/bivariate.ts';
import { type ClusterKind, clusterKinds } from '../connection/clusters.ts';
import type { Polarity } from '../indicator.ts';
import { type Colour, colourOfOklch } from './colour.ts';
import type { Appearance } from './scheme.ts';

/** Hues of what is high and what is low: worse is warm, better is cool, and neutral has neither. */
const hues: Readonly<Record<Polarity, { readonly high: number; readonly low: number }>> = {
  'higher-is-worse': { high: 45, low: 250 },
  'higher-is-better': { high: 250, low: 45 },
  neutral: { high: 150, low: 320 },
};

interface Tone {
  readonly lightness: number;
  readonly chroma: number;
  /** Whose hue it has; null: grey. */
  readonly of: 'high' | 'low' | null;
}

/** No two of one appearance are alike in lightness, so that a print in grey tells them apart; clusters stand out most. */
const tones: Readonly<Record<Appearance, Readonly<Record<ClusterKind, Tone>>>> = {
  light: {
    'high-high': { lightness: 0.4, chroma: 0.13, of: 'high' },
    'low-low': { lightness: 0.52, chroma: 0.13, of: 'low' },
    'high-low': { lightness: 0.72, chroma: 0.15, of: 'high' },
    'low-high': { lightness: 0.83, chroma: 0.08, of: 'low' },
    'not-significant': { lightness: 0.95, chroma: 0, of: null },
    'no-neighbour': { lightness: 0.63, chroma: 0, of: null },
  },
  dark: {
    'high-high': { lightness: 0.9, chroma: 0.09, of: 'high' },
    'low-low': { lightness: 0.76, chroma: 0.12, of: 'low' },
    'high-low': { lightness: 0.62, chroma: 0.15, of: 'high' },
    'low-high': { lightness: 0.52, chroma: 0.11, of: 'low' },
    'not-significant': { lightness: 0.3, chroma: 0, of: null },
    'no-neighbour': { lightness: 0.42, chroma: 0, of: null },
  },
};

interface Mixture {
  /** Lightness of low and low, and what each class of either indicator takes from it. */
  readonly lightness: { readonly low: number; readonly x: number; readonly y: number };
  /** The a and b of OKLab that each class adds. */
  readonly x: readonly [a: number, b: number];
  readonly y: readonly [a: number, b: number];
  /** How much of the colour is lost where both are high. */
  readonly dulling: number;
}

/**
 * Blue for the one and orange for the other, which every eye tells apart. Found by hill climbing: the mixture whose least
 * difference is largest for full colour sight, protanopia, deuteranopia and tritanopia, in lightness alone (a print in grey),
 * and on a projector without true black. The other one weighs more in lightness, so that in grey no two are alike.
 */
const mixtures: Readonly<Record<Appearance, Mixture>> = {
  light: {
    lightness: { low: 0.9464, x: -0.0871, y: -0.2292 },
    x: [-0.0259, -0.1291],
    y: [0.1071, 0.0715],
    dulling: 0.261,
  },
  dark: {
    lightness: { low: 0.3004, x: 0.0807, y: 0.237 },
    x: [-0.016, -0.1252],
    y: [0.036, 0.1021],
    dulling: 0.6224,
  },
};

/** Colours of a map of two indicators: class of `y` × 3 + class of `x`, both from low to high. */
export function bivariateColours(appearance: Appearance): Colour[] {
  const { lightness, x, y, dulling } = mixtures[appearance];
  const classes = Array.from({ length: classesEach }, (_, index) => index);
  return classes.flatMap((up) =>
    classes.map((across) => {
      const strength = 1 - (dulling * across * up) / (classesEach - 1) ** 2;
      const a = (across * x[0] + up * y[0]) * strength;
      const b = (across * x[1] + up * y[1]) * strength;
      return colourOfOklch({
        lightness: lightness.low + across * lightness.x + up * lightness.y,
        chroma: Math.hypot(a, b),
        hue: (Math.atan2(b, a) * 180) / Math.PI,
      });
    }),
  );
}

/** Colours of the kinds of clusters, in the order of `clusterKinds`. */
export function clusterColours(polarity: Polarity, appearance: Appearance): Colour[] {
  return clusterKinds.map((kind) => {
    const { lightness, chroma, of } = tones[appearance][kind];
    return colourOfOklch({ lightness, chroma, hue: of === null ? 0 : hues[polarity][of] });
  });
}
