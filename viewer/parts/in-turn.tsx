import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

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

/** Parts of a page that wait to be made, in order. */
const waiting = new Set<() => void>();
let isUnderWay = false;

/**
 * Calls `begin` once those before it had their turn, one each frame: the parts of a long page, made at once, would hold it
 * up. Gives what takes it out of the queue.
 */
export function waitForTurn(begin: () => void): () => void {
  waiting.add(begin);
  if (!isUnderWay) {
    isUnderWay = true;
    nextTurn();
  }
  return () => void waiting.delete(begin);
}

/** A part that was made may have parts of its own, which ask for their turn a frame later. */
const quietFrames = 3;

/** Resolves once every part had its turn. */
export function finishTurns(): Promise<void> {
  return new Promise((resolve) => {
    let quiet = 0;
    const look = () => {
      quiet = waiting.size > 0 ? 0 : quiet + 1;
      if (quiet < quietFrames) requestAnimationFrame(look);
      else resolve();
    };
    look();
  });
}

function takeTurn(): void {
  const [begin] = waiting;
  if (begin) {
    waiting.delete(begin);
    begin();
  }
  isUnderWay = waiting.size > 0;
  if (isUnderWay) nextTurn();
}

/** After the frame, so that what is made next does not add to the layout of what was made before. */
function nextTurn(): void {
  requestAnimationFrame(() => setTimeout(takeTurn));
}
