import type { Difference } from '../../../geodata/comparing/difference.ts';
import { compareNames, type Order } from '../../parts/table/order.ts';

/** A row of the comparison, as far as its order needs it. */
export interface Sortable {
  readonly number: number;
  readonly name: string;
  /** A panel each; null where there is none. */
  readonly values: readonly (number | null)[];
  readonly difference: Difference | null;
}

/** Sorted copies; rows without a figure stay last whichever way round. Equals keep the order of their numbers. */
export function orderRows<Row extends Sortable>(rows: readonly Row[], { key, isDescending }: Order): Row[] {
  const turn = isDescending ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (key === 'number') return turn * (a.number - b.number);
    if (key === 'name') return turn * compareNames(a.name, b.name) || a.number - b.number;
    const [one, other] = [figureOf(a, key), figureOf(b, key)];
    if (one === null || other === null)
      return Number(one === null) - Number(other === null) || a.number - b.number;
    return turn * (one - other) || a.number - b.number;
  });
}

function figureOf({ values, difference }: Sortable, key: Order['key']): number | null {
  if (typeof key === 'object') return values[key.panel] ?? null;
  if (key === 'difference') return difference?.amount ?? null;
  return key === 'percent' ? (difference?.percent ?? null) : null;
}
