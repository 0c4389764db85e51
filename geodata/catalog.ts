import { type Definitions, findDefinition, readAddress } from './dimension.ts';
import type { Indicator } from './indicator.ts';

/** An indicator as a catalog has it: what it has of each category lies nested in it, as far as it differs. */
export type Entry = Indicator & { readonly items: readonly { readonly category: string }[] };

const found = new WeakMap<object, Map<string, unknown>>();

/**
 * The entry of an address in a catalog; of an item, that of its indicator with what is the item's own. Undefined where
 * there is none, or no figure of it. The same object every time, so that whoever compares sees no change.
 */
export function findEntry<Of extends Entry>(catalog: Definitions<Of>, address: string): Of | undefined {
  const known = found.get(catalog) ?? new Map<string, unknown>();
  found.set(catalog, known);
  if (!known.has(address)) known.set(address, buildEntry(catalog, address));
  return known.get(address) as Of | undefined;
}

function buildEntry<Of extends Entry>(catalog: Definitions<Of>, address: string): Of | undefined {
  const definition = findDefinition(catalog, address);
  const { category } = readAddress(address);
  if (category === null || !definition) return definition;
  const item = definition.items.find((candidate) => candidate.category === category);
  if (!item) return undefined;
  const { category: _, ...own } = item;
  return { ...definition, ...own, items: [] };
}
