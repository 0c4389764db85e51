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
