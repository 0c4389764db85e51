import { signal } from '@preact/signals';

const query = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether people ask for no motion: nothing slides then, periods follow each other at once. */
export const prefersStillness = signal(query.matches);

query.addEventListener('change', () => {
  prefersStillness.value = query.matches;
});
