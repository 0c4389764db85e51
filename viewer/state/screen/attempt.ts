import { signal } from '@preact/signals';

/** What somebody asked for and did not get, with how to ask again; null when there is none. */
export const failedAction = signal<{ readonly retry: () => void } | null>(null);

/** Does what somebody asked for. Where that fails the page says so, and offers to try again. */
export function attempt(action: () => Promise<unknown>): void {
  failedAction.value = null;
  action().catch(() => {
    failedAction.value = { retry: () => attempt(action) };
  });
}
