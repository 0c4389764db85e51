import { computed } from '@preact/signals';
import { chooseCycle, type PolicyCycle } from '../../../geodata/policy/cycle.ts';
import type { PolicyTemplate } from '../../../geodata/policy/template.ts';
import { readPolicy } from '../../data/client.ts';
import { pageMunicipality } from '../../state/area/page-municipality.ts';
import { catalog } from '../../state/catalog.ts';
import { viewParts } from '../../state/link/view.ts';
import { createWritten } from '../../state/written.ts';

const isOpen = computed(() => ['policy', 'cycle', 'start'].includes(viewParts.page.value));
const written = createWritten(isOpen, readPolicy);

/** Templates and cycles, as they are now. */
export const policy = written.resource;

/** The newest version of each template. */
export const templates = computed(() => {
  const all = policy.data.value?.templates ?? [];
  return all.filter((template) => all.find(({ key }) => key === template.key) === template);
});

/** The template whose steps are shown. */
export const template = computed(
  () => templates.value.find(({ key }) => key === viewParts.template.value) ?? templates.value[0] ?? null,
);

/** The version of its template that a cycle goes by. */
export function templateOf(cycle: Pick<PolicyCycle, 'template' | 'templateVersion'>): PolicyTemplate | null {
  const all = policy.data.value?.templates ?? [];
  return all.find(({ key, version }) => key === cycle.template && version === cycle.templateVersion) ?? null;
}

/** All cycles of that municipality, the newest first. */
export const ownCycles = computed(() =>
  (policy.data.value?.cycles ?? [])
    .filter((cycle) => cycle.municipality === pageMunicipality.value?.code)
    .toSorted((one, other) => other.fromYear - one.fromYear),
);

/** Each municipality with the cycle by the template that it is in; null where it has none. */
export const matrixMunicipalities = computed(() => {
  const [all, shown] = [policy.data.value?.cycles ?? [], template.value];
  return (catalog.data.value?.municipalities ?? []).map(({ code, name }) => ({
    code,
    name,
    cycle: shown && chooseCycle(all, { municipality: code, template: shown.key, fromYear: null }),
  }));
});

/** Writes a part of a cycle at its address and waits until all of it was read anew. Throws ServerProblem. */
export const changeCycle = (path: string, body: object) => written.change(`/api/policy/cycles/${path}`, body);
