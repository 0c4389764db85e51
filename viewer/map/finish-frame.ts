import type { Map as MapLibreMap } from 'maplibre-gl';

/** Resolves when the GPU has done all that a map has asked of it so far, or is lost. */
export async function finishFrame(map: MapLibreMap): Promise<void> {
  const context = map.getCanvas().getContext('webgl2');
  const fence = context?.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!context || !fence) return;
  context.flush();
  const turns = createTurns();
  while (!context.isContextLost() && context.clientWaitSync(fence, 0, 0) === context.TIMEOUT_EXPIRED) {
    await turns.next();
  }
  turns.end();
  context.deleteSync(fence);
}

/** Turns of the event loop without the delay of a timer, by one channel: the state of a fence changes only between tasks. */
function createTurns(): { next: () => Promise<void>; end: () => void } {
  const { port1, port2 } = new MessageChannel();
  return {
    next: () =>
      new Promise((resolve) => {
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      }),
    end: () => port1.close(),
  };
}
