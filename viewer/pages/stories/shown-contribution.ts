import { computed } from '@preact/signals';
import { readContribution } from '../../data/contributions.ts';
import { viewParts } from '../../state/link/view.ts';
import { createResource } from '../../state/resource.ts';

const wanted = computed(() =>
  viewParts.page.value === 'contribution' ? viewParts.contribution.value : null,
);

/** The contribution that the link is about, where a page shows it. */
export const shownContribution = createResource(wanted, readContribution);
