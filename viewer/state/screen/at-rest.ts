/**
 * How long nobody has to have stepped through time, milliseconds. For another address or title the browser draws its own
 * window anew, and all of the page with it.
 */
const restMilliseconds = 300;

const waiting = new Map<string, () => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Does something once nobody has asked for a while; of all under one name what was asked for last. */
export function atRest(name: string, work: () => void): void {
  waiting.set(name, work);
  clearTimeout(timer);
  timer = setTimeout(endRest, restMilliseconds);
}

/** Does at once what still waits: whoever acts on the page finds its address as it should be. */
export function endRest(): void {
  clearTimeout(timer);
  const all = [...waiting.values()];
  waiting.clear();
  for (const work of all) work();
}

/** Lets nothing wait once somebody presses anything but the arrows that step, turns to another window, or leaves. */
export function watchRest(): void {
  addEventListener('pointerdown', endRest, true);
  addEventListener('keydown', (event) => void (isStep(event) || endRest()), true);
  for (const name of ['blur', 'pagehide'] as const) addEventListener(name, endRest);
}

function isStep({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key.startsWith('Arrow') && !altKey && !ctrlKey && !metaKey;
}
