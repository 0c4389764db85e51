import { options } from 'preact';

/** What is being drawn that the words of the page wait for. */
const drawings = new Set<Promise<void>>();

/** How long anything waits for a map at most, in milliseconds: a page out of sight draws none. */
const longestWait = 500;

/** Lets all that `afterMaps` is asked for from now on wait until a map has drawn what it was just given. */
export function drawFirst(drawn: Promise<void>): void {
  const ended = Promise.race([drawn.then(passFrame), wait(longestWait)]).then(() => {
    drawings.delete(ended);
  });
  drawings.add(ended);
}

/**
 * Does something once the maps have drawn what they are drawing, at once where they draw nothing: a colour that follows a
 * choice at once is worth more than words that do, and done together each would wait for the other. What is asked for
 * first is done first. State never waits, only what is made of it on the page and in the address.
 */
export function afterMaps(work: () => void): void {
  // A change tells maps and words in one go; which hears of it first is left to chance.
  queueMicrotask(() => {
    if (drawings.size === 0) work();
    else void Promise.all(drawings).then(work);
  });
}

/** Renders every part of the page after the maps. */
export function drawMapsFirst(): void {
  options.debounceRendering = afterMaps;
}

/** The frame that shows what was drawn is made without the words, or it would wait for them. */
function passFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
