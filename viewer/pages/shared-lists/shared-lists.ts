import { computed, signal } from '@preact/signals';
import { municipalityOfCode } from '../../../geodata/area.ts';
import type { SharedList } from '../../../geodata/policy/shared-list.ts';
import { put } from '../../data/accounts.ts';
import { readSharedLists } from '../../data/client.ts';
import { viewParts } from '../../state/link/view.ts';
import { createResource, whenAnswered } from '../../state/resource.ts';

/** Counts changes, each of which has the lists asked for again. */
const changes = signal(0);

const isOpen = computed(() => ['shared-lists', 'shared-list', 'start'].includes(viewParts.page.value));

/** The lists that may be seen, as they are now. */
export const sharedLists = createResource(
  computed(() => (isOpen.value ? `after ${changes.value} changes` : null)),
  (_key, abort) => readSharedLists(abort),
);

/** The list of the link; null where it names none, or none that may be seen. */
export const sharedList = computed(
  () => sharedLists.data.value?.find(({ id }) => id === viewParts.list.value) ?? null,
);

/** Writes a part of a list at its address and waits until all of it was read anew. Throws AccountProblem. */
export async function changeList(path: string, body: object): Promise<void> {
  try {
    await put(`/api/shared-lists/${path}`, body);
  } finally {
    changes.value++;
    await whenAnswered(sharedLists);
  }
}

/** How many municipalities the areas of a list lie in. */
export function countMunicipalities({ areas }: Pick<SharedList, 'areas'>): number {
  return new Set(areas.map(({ area }) => municipalityOfCode(area))).size;
}
