import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { explain } from './form.tsx';

/** What a page about people reads: what came, why nothing did, and how to read it anew. */
export interface Reading<Data> {
  readonly data: Signal<Data | null>;
  readonly refusal: Signal<string | null>;
  read(): Promise<void>;
}

/** Reads something when the page is opened. */
export function useReading<Data>(ask: () => Promise<Data>): Reading<Data> {
  const data = useSignal<Data | null>(null);
  const refusal = useSignal<string | null>(null);
  const read = async () => {
    try {
      data.value = await ask();
      refusal.value = null;
    } catch (error) {
      refusal.value = explain(error);
    }
  };
  useEffect(() => void read(), []);
  return { data, refusal, read };
}
