import type { ShownStatus } from '../state/selection.ts';
import { fold } from '../tree/nodes.ts';

/** A row of the table: one area with its figure, or the status that says why there is none. */
export interface TableRow {
  readonly code: string;
  readonly name: string;
  readonly index: number;
  readonly municipality: string | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: ShownStatus;
}

export const sortKeys = ['name', 'municipality', 'value'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Order {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** The rows that have every word of the filter in their name, code or municipality. */
export function filterRows(rows: readonly TableRow[], filter: string): readonly TableRow[] {
  const wanted = fold(filter).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return rows;
  return rows.filter(({ name, code, municipality }) => {
    const text = fold(`${name} ${code} ${municipality ?? ''}`);
    return wanted.every((word) => text.includes(word));
  });
}

/** Sorted copies; rows without a value stay last whichever way round, in order of name. */
export function sortRows(rows: readonly TableRow[], { key, descending }: Order): TableRow[] {
  const turn = descending ? -1 : 1;
  const byName = (a: TableRow, b: TableRow): number => collator.compare(a.name, b.name);
  return [...rows].sort((a, b) => {
    if (key === 'name') return turn * byName(a, b);
    if (key === 'municipality')
      return turn * collator.compare(a.municipality ?? '', b.municipality ?? '') || byName(a, b);
    if (a.value === null || b.value === null)
      return Number(a.value === null) - Number(b.value === null) || byName(a, b);
    return turn * (a.value - b.value) || byName(a, b);
  });
}

const collator = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' });
