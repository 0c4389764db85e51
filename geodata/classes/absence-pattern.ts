import { type Colour, parseColour } from './colour.ts';
import type { Appearance } from './scheme.ts';

/** Why an area has no class: each has a fill of its own, so that a missing figure is never read as a low one. */
export const absences = ['suppressed', 'missing', 'not-asked', 'too-few', 'boundary-changed'] as const;
export type Absence = (typeof absences)[number];

export const patternKinds = ['dots', 'hatch', 'lines', 'strokes', 'cross-hatch'] as const;
export type PatternKind = (typeof patternKinds)[number];

/**
 * A pattern of ink that repeats every `spacing` screen pixels; `weight` is a line's width or a dot's diameter. Strokes are
 * short and upright, half as long as the spacing and their square ends, each row between those of the next.
 */
export interface Pattern {
  readonly kind: PatternKind;
  readonly spacing: number;
  readonly weight: number;
}

export interface Fill {
  readonly pattern: Pattern;
  readonly ink: Colour;
  readonly paper: Colour;
}

const patterns: Readonly<Record<Absence, Pattern>> = {
  suppressed: { kind: 'dots', spacing: 7, weight: 2.6 },
  missing: { kind: 'hatch', spacing: 8, weight: 1.1 },
  'not-asked': { kind: 'lines', spacing: 6, weight: 1.1 },
  'too-few': { kind: 'strokes', spacing: 9, weight: 1.5 },
  'boundary-changed': { kind: 'cross-hatch', spacing: 9, weight: 1.1 },
};

const inks: Readonly<Record<Appearance, { readonly ink: Colour; readonly paper: Colour }>> = {
  light: { ink: parseColour('#3d3b36'), paper: parseColour('#f7f5f0') },
  dark: { ink: parseColour('#d6d4cf'), paper: parseColour('#1c2024') },
};

/** How the map and the legend fill an area without a class. */
export function fillOf(absence: Absence, appearance: Appearance): Fill {
  return { pattern: patterns[absence], ...inks[appearance] };
}

const chanceColours: Readonly<Record<Appearance, Colour>> = {
  light: parseColour('#ababab'),
  dark: parseColour('#6f6f6f'),
};

/**
 * Flat grey of areas whose change may be chance, without the pattern of an absence. Of the greys near the background it is
 * the one that lies furthest from every class of the diverging schemes, for each kind of sight.
 */
export function chanceColour(appearance: Appearance): Colour {
  return chanceColours[appearance];
}

/** One repeat of a pattern as shapes, in pixels, y downwards: for an SVG `<pattern>` of `size` by `size`. */
export interface PatternShapes {
  readonly size: number;
  readonly lines: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  readonly dots: readonly (readonly [x: number, y: number])[];
}

/** The shapes of a pattern; the map's shader draws the same by distance (viewer/map). */
export function shapesOf({ kind, spacing: s }: Pattern): PatternShapes {
  const rising: PatternShapes['lines'] = [
    [-s, s, s, -s],
    [0, s, s, 0],
    [0, 2 * s, 2 * s, 0],
  ];
  const falling: PatternShapes['lines'] = rising.map(([x1, y1, x2, y2]) => [x1, s - y1, x2, s - y2]);
  const corners: PatternShapes['dots'] = [
    [0, 0],
    [s, 0],
    [0, s],
    [s, s],
    [s / 2, s / 2],
  ];
  const lines = {
    dots: [],
    hatch: rising,
    lines: horizontal(s),
    strokes: strokes(s),
    'cross-hatch': [...rising, ...falling],
  }[kind];
  return { size: s, lines, dots: kind === 'dots' ? corners : [] };
}

function horizontal(s: number): PatternShapes['lines'] {
  return [[0, s / 2, s, s / 2]];
}

/** One in the middle, and the halves of the others at the corners. */
function strokes(s: number): PatternShapes['lines'] {
  return [
    [s / 2, s / 4, s / 2, (3 * s) / 4],
    [0, 0, 0, s / 4],
    [0, (3 * s) / 4, 0, s],
    [s, 0, s, s / 4],
    [s, (3 * s) / 4, s, s],
  ];
}
