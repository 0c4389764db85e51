import { computed, effect, signal } from '@preact/signals';
import { readCatalog } from '../data/client.ts';
import { orderIndicators, type ResolvedView, resolveView } from './resolve.ts';
import { createResource } from './resource.ts';
import { arrivals, changeView, linkProblems, view } from './view.ts';

/** Everything there is to show; asked for once. */
export const catalog = createResource(signal('catalog'), (_key, abort) => readCatalog(abort));

const resolution = computed(() => (catalog.data.value ? resolveView(view.value, catalog.data.value) : null));

/** The view with everything filled in; null until the catalog is there, or where it has nothing to show. */
export const shown = computed<ResolvedView | null>(() => resolution.value?.view ?? null);

/** The indicator on screen. */
export const indicator = computed(
  () => catalog.data.value?.indicators.find(({ key }) => key === shown.value?.indicator) ?? null,
);

export const indicators = computed(() => (catalog.data.value ? orderIndicators(catalog.data.value) : []));

/** The boundary year on screen: the one chosen, or the newest that has the period. */
export const boundaryYear = computed(() => {
  const { period, boundaryYear: chosen } = shown.value ?? {};
  const years = indicator.value?.periods.filter((entry) => entry.period === period) ?? [];
  return chosen ?? (years.length > 0 ? Math.max(...years.map((entry) => entry.boundaryYear)) : null);
});

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
    changeView(resolved.view, 'replace');
  });
}
