/** Cuts a list into groups of `size`, the last one perhaps smaller, in order. */
export function group<Item>(items: readonly Item[], size: number): Item[][] {
  const groups: Item[][] = [];
  for (let start = 0; start < items.length; start += size) groups.push(items.slice(start, start + size));
  return groups;
}
