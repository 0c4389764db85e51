import { computed } from '@preact/signals';
import { municipalityOfCode } from '../../../geodata/area.ts';
import { holdsAll, placeFor } from '../../../geodata/comparing/held-against.ts';
import {
  chooseReference,
  type HeldAgainst,
  listReferences,
  namesSmallArea,
  placeOf,
} from '../../../geodata/comparing/reference-choice.ts';
import { readArea } from '../../data/client.ts';
import { catalog, municipalityNames } from '../catalog.ts';
import { viewParts } from '../link/view.ts';
import { createResource } from '../resource.ts';
import { translate, words } from '../screen/words.ts';
import type { ReferenceChoice } from './choice.ts';

/** A district or neighbourhood that the link names as the reference: its name has to be asked for. */
const named = createResource(
  computed(() => {
    const wished = viewParts.reference.value;
    return namesSmallArea(wished) ? wished : null;
  }),
  (code, abort) => readArea({ code }, abort),
);

/** The region, the country, what each area has of its own, each municipality, and the smaller area that the link names. */
export const choices = computed<readonly ReferenceChoice[]>(() => {
  const data = catalog.data.value;
  if (!data) return [];
  const area = named.data.value;
  const names = new Map([
    [data.region.key, translate(data.region.name)],
    ...[data.country, ...data.municipalities, area].flatMap((place) =>
      place ? [[place.code, place.name] as const] : [],
    ),
  ]);
  const own = area ? [placeOf(area.code, area.code)] : [];
  return [...listReferences(data), ...own].map((held) => nameChoice(held, names));
});

function nameChoice(held: HeldAgainst, placeNames: ReadonlyMap<string, string>): ReferenceChoice {
  const { names, labels } = words.value.references;
  if (held.kind !== 'place') return { ...held, name: names[held.kind], label: labels[held.kind] };
  const name = placeNames.get(held.code ?? '') ?? '';
  return { ...held, name, label: name };
}

/** What areas are held against, on the map, in tables and on every page; the region where the link names nothing there is. */
export const reference = computed(() => chooseReference(choices.value, viewParts.reference.value));

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
