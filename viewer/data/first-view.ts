import type { FirstView } from './contract.ts';

/** What the server wrote into the page of its link; null where it wrote nothing. */
export function readFirstView(): FirstView | null {
  const text = document.querySelector('#first-view')?.textContent;
  return text ? (JSON.parse(text) as FirstView) : null;
}
