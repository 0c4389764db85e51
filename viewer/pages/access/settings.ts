import { computed, signal } from '@preact/signals';
import { type VisibilityRule, visibilities } from '../../../geodata/visibility.ts';
import { readAccess, writeRule, writeSite } from '../../data/client.ts';
import type { Access } from '../../data/contract.ts';
import { createResource } from '../../state/resource.ts';

/** Counts changes, each of which has the settings asked for again. */
const changes = signal(0);

/** The settings; nothing for who is no administrator. */
export const access = createResource(
  computed(() => `after ${changes.value} changes`),
  (_key, abort) => readAccess(abort),
);

/** What is being changed, or was last: shown beside the table. */
export const outcome = signal<'saving' | 'saved' | 'failed' | null>(null);

/** The visibility that a rule sets, and `public` where there is none. */
export type Wished = Parameters<typeof writeRule>[0];

export function changeRule(rule: Wished): Promise<void> {
  return change(writeRule(rule));
}

export function changeSite(isClosed: boolean): Promise<void> {
  return change(writeSite(isClosed));
}

async function change(written: Promise<Access>): Promise<void> {
  outcome.value = 'saving';
  try {
    await written;
    outcome.value = 'saved';
  } catch {
    outcome.value = 'failed';
  }
  changes.value++;
}

/** The most closed of some visibilities; `public` for none. */
export function mostClosed(
  rules: readonly Pick<VisibilityRule, 'visibility'>[],
): (typeof visibilities)[number] {
  const places = rules.map(({ visibility }) => visibilities.indexOf(visibility));
  return visibilities[Math.max(0, ...places)] ?? 'public';
}
