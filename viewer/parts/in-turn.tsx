import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { waitForTurn } from './turns.ts';

/** A part of a long page that is made when those before it are. */
export function InTurn({ children }: { readonly children: () => ComponentChildren }): ComponentChildren {
  const isMade = useSignal(false);
  useEffect(
    () =>
      waitForTurn(() => {
        isMade.value = true;
      }),
    [],
  );
  return isMade.value ? children() : null;
}
