import type { Map as MapLibreMap } from 'maplibre-gl';

/** Resolves when the GPU has done all that a map has asked of it so far, or is lost. */
export async function finishFrame(map: MapLibreMap): Promise<void> {
  const context = map.getCanvas().getContext('webgl2');
  const fence = context?.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!context || !fence) return;
  context.flush();
  while (!context.isContextLost() && context.clientWaitSync(fence, 0, 0) === context.TIMEOUT_EXPIRED) {
    await pause();
  }
  context.deleteSync(fence);
}

/** The state of a fence changes only between tasks; asking without a pause would take a processor from whoever draws. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
