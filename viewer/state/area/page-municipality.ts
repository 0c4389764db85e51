import { computed } from '@preact/signals';
import { municipalityOfCode } from '../../../geodata/area.ts';
import { catalog } from '../catalog.ts';
import { viewParts } from '../link/view.ts';

/** The municipality that a page of one is about: the one that the area of the link is or lies in, else the first. */
export const pageMunicipality = computed(() => {
  const all = catalog.data.value?.municipalities ?? [];
  const code = viewParts.area.value && municipalityOfCode(viewParts.area.value);
  return all.find((each) => each.code === code) ?? all[0] ?? null;
});
