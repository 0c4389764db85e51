import { computed, effect, signal } from '@preact/signals';
import { findEntry } from '../../geodata/catalog.ts';
import {
  drawnYear,
  orderIndicators,
  type ResolvedPanel,
  type ResolvedView,
  resolveView,
} from '../../geodata/link/resolve.ts';
import { differenceKind } from '../../geodata/link/view.ts';
import { readCatalog } from '../data/client.ts';
import type { CatalogIndicator } from '../data/contract.ts';
import { arrivals, changeView, linkProblems, view } from './link/view.ts';
import { createResource } from './resource.ts';

/** Everything there is to show; asked for once. */
export const catalog = createResource(signal('catalog'), (_key, abort) => readCatalog(abort));

const resolution = computed(() => (catalog.data.value ? resolveView(view.value, catalog.data.value) : null));

/** The view with everything filled in; null until the catalog is there, or where it has nothing to show. */
export const shown = computed<ResolvedView | null>(() => resolution.value?.view ?? null);

/** Parts of what is shown by themselves: what reads one of them hears of no other. */
export const shownParts = {
  area: computed(() => shown.value?.area ?? null),
  carry: computed(() => shown.value?.carry ?? null),
  change: computed(() => shown.value?.change ?? null),
  difference: computed(() => (shown.value ? differenceKind(shown.value) : null)),
  classes: computed(() => shown.value?.classes ?? null),
  level: computed(() => shown.value?.level ?? null),
  scheme: computed(() => shown.value?.scheme ?? null),
} as const;

/** The indicator, or the category of one, that an address stands for. */
export function indicatorOf(address: string | null | undefined): CatalogIndicator | null {
  const { value } = catalog.data;
  return (value && address && findEntry(value, address)) || null;
}

/** The indicator of the active panel. */
export const indicator = computed(() => indicatorOf(shown.value?.indicator));

export const indicators = computed(() => (catalog.data.value ? orderIndicators(catalog.data.value) : []));

/** The boundary year of a panel: the one that figures are carried to, or the one chosen, or the newest that has the period. */
export function boundaryYearOf(panel: ResolvedPanel): number | null {
  return drawnYear({ carry: shown.value?.carry ?? null }, panel, indicatorOf(panel.indicator));
}

/** The boundary year of the active panel. */
export const boundaryYear = computed(() => (shown.value ? boundaryYearOf(shown.value) : null));

/** Names of the municipalities by code. */
export const municipalityNames = computed(
  () => new Map(catalog.data.value?.municipalities.map(({ code, name }) => [code, name])),
);

let told = 0;

/**
 * Writes what was filled in into the link, so that it shows the same to whoever opens it later; tells what of an opened
 * link could not be kept, but not what follows from a choice on this page.
 */
export function keepLinkComplete(): void {
  effect(() => {
    const resolved = resolution.value;
    if (!resolved) return;
    const arrived = arrivals.value;
    if (arrived !== told && resolved.adjustments.length > 0)
      linkProblems.value = [...linkProblems.peek(), ...resolved.adjustments];
    told = arrived;
    changeView({ panels: resolved.view.panels }, 'replace');
  });
}
