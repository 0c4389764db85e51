import type { Map as MapLibreMap } from 'maplibre-gl';

/** Resolves when the GPU has done all that a map has asked of it so far, or is lost. */
export async function finishFrame(map: MapLibreMap): Promise<void> {
  const context = map.getCanvas().getContext('webgl2');
  const fence = context?.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!context || !fence) return;
  context.flush();
  while (!context.isContextLost() && context.clientWaitSync(fence, 0, 0) === context.TIMEOUT_EXPIRED) {
    await nextTask();
  }
  context.deleteSync(fence);
}

/** A turn of the event loop without the delay of a timer: the state of a fence changes only between tasks. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
