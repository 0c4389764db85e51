import { signal } from '@preact/signals';
import { readProvenance } from '../../data/client.ts';
import { createResource } from '../../state/resource.ts';

/** The releases that are published; asked for when the page is first opened. */
export const releases = createResource(
  signal('all'),
  async (_key, abort) => (await readProvenance(abort)).releases,
);
