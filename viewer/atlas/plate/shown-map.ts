import { copyCanvases } from '../../map/picture.ts';
import { drawScaleBar } from '../../map/scale-bar.ts';
import { view } from '../../state/link/view.ts';
import { appearance } from '../../state/screen/appearance.ts';
import { shownMap } from '../../state/screen/shown-map.ts';
import { describePinned } from '../walk/live-region.tsx';
import { maps } from './maps.ts';
import { settleMaps } from './settling.ts';

/** Lets whoever passes on what is seen have a picture of the maps on a plate. Returns what ends that. */
export function offerPicture(plate: HTMLElement): () => void {
  shownMap.value = { copy: () => copyPlate(plate), settle: settleMaps, describePinned };
  return () => {
    shownMap.value = null;
  };
}

/** The maps where they lie beside or over one another; in the pixels of their canvases. */
function copyPlate(plate: HTMLElement): HTMLCanvasElement | null {
  for (const map of maps.peek().values()) void map.redraw();
  const room = plate.getBoundingClientRect();
  const { arrangement, divider } = view.peek();
  const picture = document.createElement('canvas');
  const density = Math.max(1, devicePixelRatio);
  picture.width = Math.round(room.width * density);
  picture.height = Math.round(room.height * density);
  const context = picture.getContext('2d');
  // The one that is swiped over the other lies on top, as far as the divider.
  const isSwiped = arrangement === 'swipe';
  const all = [...plate.querySelectorAll('.map-canvas')];
  let count = 0;
  for (const place of isSwiped ? all.reverse() : all) {
    const drawn = copyCanvases(place);
    if (!drawn || !context) continue;
    const { left, top, width } = place.getBoundingClientRect();
    const camera = maps
      .peek()
      .get(Number(place.closest<HTMLElement>('.frame')?.dataset.index))
      ?.camera();
    if (camera) drawScaleBar(drawn, camera, { width, appearance: appearance.value });
    const shown = isSwiped && count > 0 ? divider : 1;
    // On whole pixels, as it was drawn: between them everything would be blurred.
    const [x, y] = [Math.round((left - room.left) * density), Math.round((top - room.top) * density)];
    const [across, down] = [Math.round(drawn.width * shown), drawn.height];
    if (shown < 1) context.clearRect(x, y, across, down);
    context.drawImage(drawn, 0, 0, across, down, x, y, across, down);
    count += 1;
  }
  if (count === 0 || !context) return null;
  context.scale(density, density);
  for (const title of plate.querySelectorAll('.frame-title')) writeTitle(context, title, room);
  return picture;
}

/** What stands over each of several maps, where it stands. */
function writeTitle(context: CanvasRenderingContext2D, title: Element, room: DOMRect): void {
  const { left, top, width, height } = title.getBoundingClientRect();
  const { font, color, backgroundColor } = getComputedStyle(title);
  const text = [...title.children].map(({ textContent }) => textContent).join(' ');
  if (!text || width === 0) return;
  const [x, y] = [left - room.left, top - room.top];
  context.fillStyle = backgroundColor;
  context.fillRect(x, y, width, height);
  context.font = font;
  context.fillStyle = color;
  context.textBaseline = 'middle';
  context.fillText(text, x + 4, y + height / 2, width - 8);
}
