import { type Definitions, findDefinition, readAddress } from './dimension.ts';
import type { Indicator } from './indicator.ts';
import { isMapLevel, type Level } from './level.ts';

/** An indicator as a catalog has it: what it has of each category lies nested in it, as far as it differs. */
export type Entry = Indicator & { readonly items: readonly { readonly category: string }[] };

interface WithPeriods {
  readonly periods: readonly { readonly levels: readonly Level[] }[];
}

/** Where an item has none of its own, its periods are those of the whole. */
interface ItemPeriods {
  readonly periods?: WithPeriods['periods'] | undefined;
}

/** Without the periods that only the country or the region has figures for: those are not for the map. */
export function keepMapPeriods<Of extends WithPeriods & { readonly items: readonly ItemPeriods[] }>(
  indicator: Of,
): Of {
  const keep = (periods: WithPeriods['periods']) => periods.filter(({ levels }) => levels.some(isMapLevel));
  const items = indicator.items.map((item) =>
    item.periods ? { ...item, periods: keep(item.periods) } : item,
  );
  return { ...indicator, periods: keep(indicator.periods), items };
}

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
