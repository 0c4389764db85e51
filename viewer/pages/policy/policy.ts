import { computed, signal } from '@preact/signals';
import { municipalityOfCode } from '../../../geodata/area.ts';
import { chooseCycle, type PolicyCycle } from '../../../geodata/policy/cycle.ts';
import type { PolicyTemplate } from '../../../geodata/policy/template.ts';
import { put } from '../../data/accounts.ts';
import { readPolicy } from '../../data/client.ts';
import { catalog } from '../../state/catalog.ts';
import { viewParts } from '../../state/link/view.ts';
import { createResource, whenAnswered } from '../../state/resource.ts';

/** Counts changes, each of which has the policy asked for again. */
const changes = signal(0);

const isOpen = computed(() => ['policy', 'cycle', 'start'].includes(viewParts.page.value));

/** Templates and cycles, as they are now. */
export const policy = createResource(
  computed(() => (isOpen.value ? `after ${changes.value} changes` : null)),
  (_key, abort) => readPolicy(abort),
);

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

/** The municipality that the page of one is about, as on the page of its figures. */
export const municipality = computed(() => {
  const all = catalog.data.value?.municipalities ?? [];
  const code = viewParts.area.value && municipalityOfCode(viewParts.area.value);
  return all.find((each) => each.code === code) ?? all[0] ?? null;
});

/** All cycles of that municipality, the newest first. */
export const ownCycles = computed(() =>
  (policy.data.value?.cycles ?? [])
    .filter((cycle) => cycle.municipality === municipality.value?.code)
    .toSorted((one, other) => other.fromYear - one.fromYear),
);

/** Each municipality with the cycle by the template that it is in; null where it has none. */
export const columns = computed(() => {
  const [all, shown] = [policy.data.value?.cycles ?? [], template.value];
  return (catalog.data.value?.municipalities ?? []).map(({ code, name }) => ({
    code,
    name,
    cycle: shown && chooseCycle(all, { municipality: code, template: shown.key, fromYear: null }),
  }));
});

interface CycleAnswer {
  readonly rows: readonly PolicyCycle[];
}

/** Writes a part of a cycle at its address and waits until all of it was read anew. Throws AccountProblem. */
export async function changeCycle(path: string, body: object): Promise<void> {
  try {
    await put<CycleAnswer>(`/api/policy/cycles/${path}`, body);
  } finally {
    // After a refusal too: what somebody else wrote in the meantime is what has to be seen.
    changes.value++;
    await whenAnswered(policy);
  }
}
