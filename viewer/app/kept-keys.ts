/** Keys pressed on the map before the page was there, in their order. */
const kept: string[] = [];
let ended = new AbortController();

/** Remembers what keys on the map should have done, until `giveKeys`. */
export function keepKeys(root: Element): void {
  const { signal } = ended;
  root.addEventListener(
    'keydown',
    (event) => {
      const { key, target, shiftKey, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
      if (shiftKey || ctrlKey || metaKey || altKey || !(target as Element).closest('#map')) return;
      if (!/^Arrow|^Escape$/.test(key)) return;
      event.preventDefault();
      kept.push(key);
    },
    { signal },
  );
}

/** Puts the page in the place of what is in the root: the keyboard stays where it was, and does there what it should have done. */
export function replaceFrame(root: Element, render: () => void): void {
  const wasOnMap = document.activeElement?.closest('#map') != null;
  ended.abort();
  ended = new AbortController();
  root.replaceChildren();
  render();
  const map = root.querySelector<HTMLElement>('#map');
  if (!map) return;
  if (wasOnMap) map.focus({ preventScroll: true });
  for (const key of kept.splice(0))
    map.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}
