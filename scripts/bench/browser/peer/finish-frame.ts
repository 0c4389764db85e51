/** Resolves when the GPU has done all that a canvas has asked of it so far: by a fence, as the product waits. */
export async function finishFrame(canvas: HTMLCanvasElement): Promise<void> {
  const context = canvas.getContext('webgl2');
  const fence = context?.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!context || !fence) throw new Error('no WebGL2 to wait for');
  context.flush();
  while (context.clientWaitSync(fence, 0, 0) === context.TIMEOUT_EXPIRED) await pause();
  context.deleteSync(fence);
}

/** The state of a fence changes only between tasks; asking without a pause would take a processor from whoever draws. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
