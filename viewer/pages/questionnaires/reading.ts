import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ServerProblem } from '../../data/sending.ts';
import { explain } from './sending.ts';

/** Why nothing came: the kind of the problem, and what it is in words. */
export interface ReadRefusal {
  readonly kind: string;
  readonly reason: string;
}

/** What a page reads when it is opened, and anew when it is told to. */
export function useReading<Data>(ask: () => Promise<Data>): {
  readonly data: Signal<Data | null>;
  readonly refusal: Signal<ReadRefusal | null>;
  readonly read: () => Promise<void>;
} {
  const data = useSignal<Data | null>(null);
  const refusal = useSignal<ReadRefusal | null>(null);
  const read = async () => {
    try {
      data.value = await ask();
      refusal.value = null;
    } catch (error) {
      refusal.value = {
        kind: error instanceof ServerProblem ? error.kind : 'other',
        reason: explain(error),
      };
    }
  };
  useEffect(() => void read(), []);
  return { data, refusal, read };
}
