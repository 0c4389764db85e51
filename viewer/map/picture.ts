/**
 * What the canvases of a map hold right now, as one picture; null where nothing is drawn. What a GPU has drawn is gone after
 * the task in which it drew.
 */
export function copyCanvases(room: Element): HTMLCanvasElement | null {
  const drawn = [...room.querySelectorAll('canvas')].filter(({ width, height }) => width > 0 && height > 0);
  if (drawn.length === 0) return null;
  const picture = document.createElement('canvas');
  picture.width = Math.max(...drawn.map(({ width }) => width));
  picture.height = Math.max(...drawn.map(({ height }) => height));
  const context = picture.getContext('2d');
  for (const canvas of drawn) {
    if (!context) break;
    // Fills that let a base map through.
    context.globalAlpha = Number(canvas.style.opacity || 1);
    context.drawImage(canvas, 0, 0, picture.width, picture.height);
  }
  if (context) context.globalAlpha = 1;
  return picture;
}
