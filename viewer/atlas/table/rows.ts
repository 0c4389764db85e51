import { compareNames, type Order } from '../../parts/table/order.ts';
import type { FigureOfArea } from '../../state/area/selection.ts';
import { fold } from '../tree/nodes.ts';

/** A row of the table: one area with its figure in each panel. */
export interface TableRow {
  readonly code: string;
  readonly name: string;
  readonly index: number;
  readonly municipality: string | null;
  /** By index of the panel; null where it has no column, where figures load, or where its boundaries lack the area. */
  readonly figures: readonly (FigureOfArea | null)[];
  /** Whether the brush in the legend picks it; null: nothing is brushed. */
  readonly isBrushed: boolean | null;
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

/** The rows that the brush picks, where there is one and it is asked for. */
export function keepBrushed(rows: readonly TableRow[], isAsked: boolean): readonly TableRow[] {
  return isAsked ? rows.filter(({ isBrushed }) => isBrushed !== false) : rows;
}

/** Sorted copies; rows without a value stay last whichever way round, in order of name. */
export function sortRows(rows: readonly TableRow[], { key, isDescending }: Order): TableRow[] {
  const turn = isDescending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const byName = compareNames(a.name, b.name);
    if (key === 'municipality')
      return turn * compareNames(a.municipality ?? '', b.municipality ?? '') || byName;
    if (typeof key === 'string') return turn * byName;
    const [one, other] = [figureIn(a, key.panel), figureIn(b, key.panel)];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName;
    return turn * (one - other) || byName;
  });
}

function figureIn({ figures }: TableRow, panel: number): number | null {
  return figures[panel]?.value ?? null;
}
