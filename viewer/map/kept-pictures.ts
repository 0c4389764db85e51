/** Maps that the server drew into the page's frame, by panel, until a map of the page has taken their place. */
const kept = new Map<number, Element>();

/** Takes the pictures out of a frame that is about to go; those that lie below canvases already go with these. */
export function keepPictures(root: Element): void {
  for (const [index, place] of [...root.querySelectorAll('.map-canvas')].entries()) {
    const picture = place.querySelector(':scope > .drawn-map');
    if (!picture) continue;
    picture.remove();
    kept.set(index, picture);
  }
}

/** The picture of a panel; null where there is none, or somebody has taken it. */
export function takePicture(index: number): Element | null {
  const found = kept.get(index) ?? null;
  kept.delete(index);
  return found;
}

/** Nobody wants the others any more. */
export function dropPictures(): void {
  kept.clear();
}
