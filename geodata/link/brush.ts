import { type Absence, absences } from '../classes/absence-pattern.ts';
import { readLimit } from './limit-text.ts';

/** Values from `from` up to, not including, `to`; null: no limit on that side. */
export interface ValueSpan {
  readonly from: number | null;
  readonly to: number | null;
}

/** A rectangle in a scatter of two indicators: the figures of the panel's own (`x`) and of the other (`y`). */
export interface PairSpan {
  readonly x: ValueSpan;
  readonly y: ValueSpan;
}

/**
 * Which areas stand out on every map: those whose figure in one panel lies in a span, or is absent for one reason; or whose
 * figures of two indicators lie in a rectangle.
 */
export interface Brush {
  /** Index of the panel. */
  readonly panel: number;
  readonly of: ValueSpan | PairSpan | Absence;
}

export function isPairSpan(of: Brush['of']): of is PairSpan {
  return typeof of !== 'string' && 'x' in of;
}

/**
 * Reads `1:10..25`, `1:10..`, `2:..25`, `1:missing` or, of two indicators, `1:10..25x..40`, panels counted from 1; null for
 * what is none of these.
 */
export function readBrush(text: string): Brush | null {
  const match = /^([1-4]):(.+)$/.exec(text);
  const [, panel, rest = ''] = match ?? [];
  const absence = absences.find((each) => each === rest);
  const of = absence ?? readPair(rest) ?? readSpan(rest);
  return panel && of ? { panel: Number(panel) - 1, of } : null;
}

export function writeBrush({ panel, of }: Brush): string {
  const what =
    typeof of === 'string' ? of : isPairSpan(of) ? `${writeSpan(of.x)}x${writeSpan(of.y)}` : writeSpan(of);
  return `${panel + 1}:${what}`;
}

function writeSpan({ from, to }: ValueSpan): string {
  return `${from ?? ''}..${to ?? ''}`;
}

export function isInSpan(value: number, { from, to }: ValueSpan): boolean {
  return (from === null || value >= from) && (to === null || value < to);
}

function readPair(text: string): PairSpan | null {
  const [first = '', second, ...others] = text.split('x');
  if (second === undefined || others.length > 0) return null;
  const [x, y] = [readSide(first), readSide(second)];
  return x && y ? { x, y } : null;
}

/** A side of a rectangle may be open to both ends. */
function readSide(text: string): ValueSpan | null {
  return text === '..' ? { from: null, to: null } : readSpan(text);
}

function readSpan(text: string): ValueSpan | null {
  const sides = text.split('..');
  if (sides.length !== 2) return null;
  const [from, to] = sides.map((side) => (side === '' ? undefined : readLimit(side)));
  if (from === null || to === null || (from ?? to) === undefined) return null;
  return from !== undefined && to !== undefined && from >= to ? null : { from: from ?? null, to: to ?? null };
}
