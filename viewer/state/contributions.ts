import { computed, signal } from '@preact/signals';
import { countStories, readContributions } from '../data/contributions.ts';
import { area } from './area/selection.ts';
import { indicators, shown, shownParts } from './catalog.ts';
import { createResource } from './resource.ts';

/** Number of the practice that somebody is about to write about who does it too. */
export const adoptedPractice = signal<number | null>(null);

/** Whether the page draws what is told of stories: nothing is fetched before. */
export const areStoriesDrawn = signal(false);

/** Addresses that are about the same thing: an indicator, what is derived from it, and what it is derived from. */
export function listSameSubject(address: string): string[] {
  const all = indicators.value;
  const base = all.find(({ key }) => key === address)?.derive?.numerator ?? address;
  const derived = all.filter(({ kind, derive }) => kind === 'rate' && derive?.numerator === base);
  return [...new Set([address, base, ...derived.map(({ key }) => key)])];
}

const wantedStories = computed(() => {
  const [code, address] = [shownParts.area.value && area.data.value?.code, shown.value?.indicator];
  return areStoriesDrawn.value && code && address
    ? { kind: 'story' as const, area: code, indicator: listSameSubject(address) }
    : null;
});

/** Stories of the pinned area about the indicator on screen. */
export const areaStories = createResource(wantedStories, readContributions);

const wantedDocuments = computed(() => {
  const code = shownParts.area.value && area.data.value?.code;
  return areStoriesDrawn.value && code ? { kind: 'document' as const, area: code } : null;
});

/** Documents of the pinned area. */
export const areaDocuments = createResource(wantedDocuments, readContributions);

const wantedCounts = computed(() => {
  const [address, level] = [shown.value?.indicator, shownParts.level.value];
  return areStoriesDrawn.value && address && level ? { indicator: address, level } : null;
});

/** How many stories each area on the map has about the indicator on screen. */
export const storyCounts = createResource(wantedCounts, countStories);
