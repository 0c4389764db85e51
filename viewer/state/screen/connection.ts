import { computed, signal } from '@preact/signals';
import type { FailureReason } from '../../data/request.ts';
import { failures } from '../resource.ts';

const offline = signal(!navigator.onLine);

/** Trouble of the map itself, as it tells; null when it draws well. */
export const mapTrouble = signal<'tiles' | 'context' | null>(null);

export type Trouble = 'offline' | 'tiles' | 'context' | Exclude<FailureReason, 'not-found'>;

/** What keeps figures or map from the screen now, the most telling first; null when all is well. */
export const trouble = computed<Trouble | null>(() => {
  if (offline.value) return 'offline';
  const reasons = failures.value.map(({ failure }) => failure.value?.reason);
  const reason = (['closed', 'starting', 'unreachable', 'failed'] as const).find((each) =>
    reasons.includes(each),
  );
  return reason ?? mapTrouble.value;
});

/** Asks again for all that failed. */
export function retryAll(): void {
  for (const resource of failures.peek()) resource.retry();
}

/** Follows whether there is a network, and asks again as soon as there is. */
export function followConnection(): void {
  addEventListener('offline', () => {
    offline.value = true;
  });
  addEventListener('online', () => {
    offline.value = false;
    retryAll();
  });
}
