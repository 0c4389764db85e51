export type Ink = readonly [red: number, green: number, blue: number];

/** A computed colour, which browsers write as `rgb(29, 79, 145)`, as numbers. */
export function readInk(colour: string): Ink {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
  return [red, green, blue];
}

/** Lays a disc over what is there; its edge is smooth over one pixel. */
export function stampDot(
  { data, width, height }: Pick<ImageData, 'data' | 'width' | 'height'>,
  x: number,
  y: number,
  radius: number,
  [red, green, blue]: Ink,
  alpha: number,
): void {
  const reach = radius + 0.5;
  const [left, right] = [Math.max(0, Math.floor(x - reach)), Math.min(width - 1, Math.ceil(x + reach))];
  const [top, bottom] = [Math.max(0, Math.floor(y - reach)), Math.min(height - 1, Math.ceil(y + reach))];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const [across, down] = [column + 0.5 - x, row + 0.5 - y];
      const squared = across * across + down * down;
      if (squared >= reach * reach) continue;
      const own = alpha * Math.min(1, reach - Math.sqrt(squared));
      const at = 4 * (row * width + column);
      const under = ((data[at + 3] ?? 0) / 255) * (1 - own);
      const all = own + under;
      data[at] = (red * own + (data[at] ?? 0) * under) / all;
      data[at + 1] = (green * own + (data[at + 1] ?? 0) * under) / all;
      data[at + 2] = (blue * own + (data[at + 2] ?? 0) * under) / all;
      data[at + 3] = 255 * all;
    }
}

/**
 * Draws step by step, one each frame: thousands of marks and the rest of the page at once would hold it up. Gives what ends
 * the drawing.
 */
export function drawInFrames(steps: Generator<void>): () => void {
  let request = requestAnimationFrame(function draw() {
    if (!steps.next().done) request = requestAnimationFrame(draw);
  });
  return () => cancelAnimationFrame(request);
}
