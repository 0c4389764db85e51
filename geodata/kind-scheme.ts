import { type Colour, colourOfOklch } from './colour.ts';
import { type ClusterKind, clusterKinds } from './connection/clusters.ts';
import type { Polarity } from './indicator.ts';
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

/** Colours of the kinds of clusters, in the order of `clusterKinds`. */
export function clusterColours(polarity: Polarity, appearance: Appearance): Colour[] {
  return clusterKinds.map((kind) => {
    const { lightness, chroma, of } = tones[appearance][kind];
    return colourOfOklch({ lightness, chroma, hue: of === null ? 0 : hues[polarity][of] });
  });
}
