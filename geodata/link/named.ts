import type { View } from './view.ts';

/** Stands for the address of an indicator that whoever opens a link may not know of. */
export const notShown = 'not-shown';

/** Addresses of the indicators and categories that the maps of a view name, each once. */
export function listMapped({ panels, other }: Pick<View, 'panels' | 'other'>): string[] {
  const named = [...panels.flatMap(({ indicator, pair }) => [indicator, pair]), other];
  return [...new Set(named.filter((address) => address !== null && address !== notShown))] as string[];
}

/** A view as it is told to who may not know of some of the indicators of its maps: those are counted, not named. */
export function hideMapped(view: View, unknown: readonly string[]): View {
  const hide = (address: string | null) =>
    address !== null && unknown.includes(address) ? notShown : address;
  const panels = view.panels.map((panel) => ({
    ...panel,
    indicator: hide(panel.indicator),
    pair: hide(panel.pair),
  }));
  return { ...view, panels, other: hide(view.other) };
}
