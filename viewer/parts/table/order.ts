/** What rows are sorted by: the number on the map, a name, the difference from a reference, or the value in a panel (its index). */
export type SortKey =
  | 'number'
  | 'name'
  | 'municipality'
  | 'difference'
  | 'percent'
  | { readonly panel: number };

export interface Order {
  readonly key: SortKey;
  readonly isDescending: boolean;
}

export function isSameKey(one: SortKey, other: SortKey): boolean {
  return typeof one === 'object' && typeof other === 'object' ? one.panel === other.panel : one === other;
}

/** The order after a click on a column's head: again the same turns it; figures begin with the highest. */
export function turnOrder(order: Order, key: SortKey): Order {
  if (isSameKey(order.key, key)) return { key, isDescending: !order.isDescending };
  return { key, isDescending: key !== 'number' && key !== 'name' && key !== 'municipality' };
}

/** For `aria-sort` of a column that can be sorted by some keys. */
export function describeOrder({ key, isDescending }: Order, keys: readonly SortKey[]) {
  if (!keys.some((each) => isSameKey(each, key))) return 'none';
  return isDescending ? 'descending' : 'ascending';
}

/** Compares names as people order them: numbers by size, accents and capitals aside. */
export function compareNames(one: string, other: string): number {
  return collator.compare(one, other);
}

const collator = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' });
