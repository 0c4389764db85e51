import { computed } from '@preact/signals';
import { levelOfCode, municipalityOfCode } from '../../../geodata/area.ts';
import type { OwnReference } from '../../../geodata/link/view.ts';
import { readArea } from '../../data/client.ts';
import { catalog, municipalityNames } from '../catalog.ts';
import { viewParts } from '../link/view.ts';
import { createResource } from '../resource.ts';
import { translate, words } from '../screen/words.ts';
import type { ReferenceChoice } from './choice.ts';
import { mayHavePeers } from './context.ts';
import { holdsAll, placeFor } from './held-against.ts';

/** A district or neighbourhood that the link names as the reference: its name has to be asked for. */
const named = createResource(
  computed(() => {
    const level = levelOfCode(viewParts.reference.value);
    return level === 'district' || level === 'neighbourhood' ? viewParts.reference.value : null;
  }),
  (code, abort) => readArea({ code }, abort),
);

/** The region, the country, what each area has of its own, each municipality, and the smaller area that the link names. */
export const choices = computed<readonly ReferenceChoice[]>(() => {
  const data = catalog.data.value;
  if (!data) return [];
  const area = named.data.value;
  return [
    placeChoice('region', data.region.key, translate(data.region.name)),
    ...(data.country ? [placeChoice('country', data.country.code, data.country.name)] : []),
    ownChoice('municipality'),
    ...(mayHavePeers(data.indicators) ? [ownChoice('peers')] : []),
    ...(data.targets.length > 0 ? [ownChoice('target')] : []),
    ...data.municipalities.map(({ code, name }) => placeChoice(code, code, name)),
    ...(area ? [placeChoice(area.code, area.code, area.name)] : []),
  ];
});

function placeChoice(key: string, code: string, name: string): ReferenceChoice {
  return { key, kind: 'place', code, name, label: name };
}

function ownChoice(kind: OwnReference): ReferenceChoice {
  const { names, labels } = words.value.references;
  return { key: kind, kind, code: null, name: names[kind], label: labels[kind] };
}

/** What areas are held against, on the map, in tables and on every page; the region where the link names nothing there is. */
export const reference = computed(
  () => choices.value.find(({ key }) => key === viewParts.reference.value) ?? choices.value[0] ?? null,
);

/** Whether each area has a reference of its own. */
export function hasOwnReferences(): boolean {
  return reference.value !== null && reference.value.kind !== 'place';
}

/** Whether the selection or the card of an area is on screen and holds areas against the reference, each against one of its own. */
export function isHeldBeside(): boolean {
  const tab = viewParts.tab.value;
  return hasOwnReferences() && (tab === 'selection' || (tab === 'area' && viewParts.area.value !== null));
}

/** What an area that a page is about is held against: the reference, its own municipality by its name, or the region where that is the area itself. */
export function referenceFor(code: string): ReferenceChoice | null {
  const [chosen, region] = [reference.value, choices.value[0] ?? null];
  if (chosen?.kind !== 'place' && chosen?.kind !== 'municipality') return chosen;
  const place = placeFor(code, chosen);
  if (place === null || place.code === code) return region;
  return choices.value.find(({ key }) => key === place.key) ?? region;
}

/** What an area is held against, within a sentence: its own municipality by its name. */
export function nameReference(code: string | null): string {
  const chosen = reference.value;
  const own =
    chosen?.kind === 'municipality' && code ? municipalityNames.value.get(municipalityOfCode(code)) : null;
  return own ?? chosen?.name ?? '';
}

/** Where the figure of a reference is: `in Twente`, or what it is: `als streefwaarde`. */
export function whereOf({ kind, name }: Pick<ReferenceChoice, 'kind' | 'name'>): string {
  const { inPlace, asTarget } = words.value.references;
  return kind === 'target' ? asTarget : inPlace(name);
}

/** Whether it has to be known which areas there are: not where all are part of the reference, or each of a group. */
export function needsAreas(): boolean {
  const key = reference.value?.key;
  return !holdsAll(key) && key !== 'peers';
}
