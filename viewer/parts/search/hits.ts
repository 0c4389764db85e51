import { type ReadonlySignal, type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { searchAreas } from '../../data/client.ts';
import type { SearchResult } from '../../data/contract.ts';
import { isAbort } from '../../data/request.ts';

export type Hit = SearchResult['rows'][number];

/** Long enough not to ask at every letter of a quick typist, short enough to feel at once. */
const pause = 120;

/** What the API finds for the text as it is being typed; null until there is an answer. The last text wins. */
export function useHits(typed: Signal<string>): {
  readonly hits: ReadonlySignal<readonly Hit[] | null>;
  /** Whether addresses could not be looked for. */
  readonly areAddressesAway: ReadonlySignal<boolean>;
  readonly failed: ReadonlySignal<boolean>;
} {
  const hits = useSignal<readonly Hit[] | null>(null);
  const areAddressesAway = useSignal(false);
  const failed = useSignal(false);
  useSignalEffect(() => {
    const text = typed.value.trim();
    const abort = new AbortController();
    failed.value = false;
    if (text === '') hits.value = null;
    const timer = setTimeout(() => {
      if (text === '') return;
      searchAreas(text, abort.signal).then(
        ({ rows, addresses }) => {
          if (abort.signal.aborted) return;
          hits.value = rows;
          areAddressesAway.value = addresses === 'unavailable';
        },
        (error: unknown) => {
          if (!isAbort(error)) failed.value = true;
        },
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  });
  return { hits, areAddressesAway, failed };
}
