import { type Absence, absences } from '../fill.ts';

/** Values from `from` up to, not including, `to`; null: no limit on that side. */
export interface ValueSpan {
  readonly from: number | null;
  readonly to: number | null;
}

/** Which areas stand out on every map: those whose figure in one panel lies in a span, or is absent for one reason. */
export interface Brush {
  /** Place of the panel, from 0. */
  readonly panel: number;
  readonly of: ValueSpan | Absence;
}

/** Reads `1:10..25`, `1:10..`, `2:..25` or `1:missing`, panels counted from 1; null for what is none of these. */
export function readBrush(text: string): Brush | null {
  const match = /^([1-4]):(.+)$/.exec(text);
  const [, panel, rest = ''] = match ?? [];
  const absence = absences.find((each) => each === rest);
  const of = absence ?? readSpan(rest);
  return panel && of ? { panel: Number(panel) - 1, of } : null;
}

export function writeBrush({ panel, of }: Brush): string {
  const what = typeof of === 'string' ? of : `${of.from ?? ''}..${of.to ?? ''}`;
  return `${panel + 1}:${what}`;
}

export function isInSpan(value: number, { from, to }: ValueSpan): boolean {
  return (from === null || value >= from) && (to === null || value < to);
}

function readSpan(text: string): ValueSpan | null {
  const match = /^(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/.exec(text);
  if (!match) return null;
  const [from, to] = match.slice(1).map((side) => (side === undefined ? null : Number(side)));
  if (from == null && to == null) return null;
  return from != null && to != null && from >= to ? null : { from: from ?? null, to: to ?? null };
}
