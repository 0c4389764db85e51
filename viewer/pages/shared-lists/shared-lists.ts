import { computed } from '@preact/signals';
import { municipalityOfCode } from '../../../geodata/area.ts';
import type { SharedList } from '../../../geodata/policy/shared-list.ts';
import { readSharedLists } from '../../data/client.ts';
import { viewParts } from '../../state/link/view.ts';
import { createWritten } from '../../state/written.ts';

const isOpen = computed(() => ['shared-lists', 'shared-list', 'start'].includes(viewParts.page.value));
const written = createWritten(isOpen, readSharedLists);

/** The lists that may be seen, as they are now. */
export const sharedLists = written.resource;

/** The list of the link; null where it names none, or none that may be seen. */
export const sharedList = computed(
  () => sharedLists.data.value?.find(({ id }) => id === viewParts.list.value) ?? null,
);

/** Writes a part of a list at its address and waits until all of it was read anew. Throws ServerProblem. */
export const changeList = (path: string, body: object) => written.change(`/api/shared-lists/${path}`, body);

/** How many municipalities the areas of a list lie in. */
export function countMunicipalities({ areas }: Pick<SharedList, 'areas'>): number {
  return new Set(areas.map(({ area }) => municipalityOfCode(area))).size;
}
