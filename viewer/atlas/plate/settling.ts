import { panels } from '../../state/panel/panels.ts';
import { areFlying } from './flying.ts';
import { describeScene } from './map-scene.ts';
import { maps } from './maps.ts';

/** A tab that nobody sees gets no frames of the screen, milliseconds. */
const frameUnseen = 250;

/**
 * Resolves when what the link says is laid out, every panel has its figures, no map flies, and each has drawn all of them;
 * a map that cannot be drawn waits for ever. Resolves too once nobody waits any more, by `ended`: by then there may be no
 * maps that could be still.
 */
export async function settleMaps(ended: AbortSignal): Promise<void> {
  // What the link changed is laid out by then.
  await nextFrame();
  await nextFrame();
  while (!ended.aborted) {
    if (isStill()) {
      await finishMaps();
      await nextFrame();
      // What came meanwhile has to be drawn too.
      if (isStill()) return finishMaps();
    } else await nextFrame();
  }
}

async function finishMaps(): Promise<void> {
  await Promise.all([...maps.peek().values()].map((map) => map.finished()));
}

function isStill(): boolean {
  return !areFlying() && isLaidOut() && hasFigures();
}

/** Whether there is a map for each panel, and none besides, each as large as its frame. */
function isLaidOut(): boolean {
  const frames = [...document.querySelectorAll('.frame')];
  const count = panels.peek().length;
  return (
    frames.length === count &&
    maps.peek().size === count &&
    panels.peek().every(({ index }) => maps.peek().has(index)) &&
    frames.every((frame) => {
      const canvas = frame.querySelector('.map-canvas canvas');
      return canvas !== null && Math.abs(canvas.getBoundingClientRect().width - frame.clientWidth) < 2;
    })
  );
}

/** Whether every panel has what it shows: figures, differences or kinds. */
function hasFigures(): boolean {
  return panels
    .peek()
    .every((panel) => panel.figures.peek() !== null && (describeScene(panel, null)?.column ?? null) !== null);
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(done, frameUnseen);
    const frame = requestAnimationFrame(done);
    function done() {
      clearTimeout(late);
      cancelAnimationFrame(frame);
      resolve();
    }
  });
}
