import { signal } from '@preact/signals';
import { readProvenance } from '../../data/client.ts';
import { createResource } from '../../state/resource.ts';

/** Every source and release of what is published; asked for when the page is first opened. */
export const provenance = createResource(signal('all'), (_key, abort) => readProvenance(abort));
