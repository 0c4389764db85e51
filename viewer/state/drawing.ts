import { options } from 'preact';

const drawing = new Set<Promise<void>>();

/** How long anything waits for a map at most, in milliseconds: a hidden page draws none. */
const longestWait = 400;

/** Lets what follows wait until a map has drawn what it was just given. */
export function drawFirst(drawn: Promise<void>): void {
  const ended = drawn.finally(() => drawing.delete(ended));
  drawing.add(ended);
}

/**
 * Does something once the maps have drawn, where they have to: a colour that follows the slider at once is worth more than
 * words that do, and drawn together each would wait for the other. What is asked for first is done first.
 */
export function afterMaps(work: () => void): void {
  // A change tells the maps and the words in one go; which hears of it first is left to chance.
  queueMicrotask(() => {
    if (drawing.size === 0) return work();
    const tooLong = new Promise((resolve) => setTimeout(resolve, longestWait));
    void Promise.race([Promise.all(drawing), tooLong]).then(work);
  });
}

/** Renders every part of the page after the maps. */
export function letMapsGoFirst(): void {
  options.debounceRendering = afterMaps;
}
