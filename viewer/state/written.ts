import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { put } from '../data/sending.ts';
import { createResource, type Resource, whenAnswered } from './resource.ts';

/** What several people write: how it is now, and how to change it. */
export interface Written<Data> {
  readonly resource: Resource<Data>;
  /** Writes a part of it at an address and waits until all of it was read anew. Throws ServerProblem. */
  readonly change: (address: string, body: object) => Promise<void>;
}

/** Reads what several people write while it is open, and anew after each change. */
export function createWritten<Data>(
  isOpen: ReadonlySignal<boolean>,
  load: (abort: AbortSignal) => Promise<Data>,
): Written<Data> {
  const changes = signal(0);
  const wanted = computed(() => (isOpen.value ? `after ${changes.value} changes` : null));
  const resource = createResource(wanted, (_key, abort) => load(abort));
  const change = async (address: string, body: object): Promise<void> => {
    try {
      await put(address, body);
    } finally {
      // After a refusal too: what somebody else wrote in the meantime is what has to be seen.
      changes.value++;
      await whenAnswered(resource);
    }
  };
  return { resource, change };
}
