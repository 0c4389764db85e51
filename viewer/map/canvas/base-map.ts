import type { CanvasBase } from '../base/canvas-base.ts';

/** The base map of a map on canvases. */
export interface BaseMap {
  /** Shows it or takes it away. Its code comes when it is first shown. */
  readonly show: (isOn: boolean) => Promise<void>;
  /** What is drawn of it now; null: nothing. */
  readonly canvas: () => CanvasBase | null;
  /** Whether all of it is there, or none is wanted. */
  readonly isComplete: () => boolean;
  readonly destroy: () => void;
}

/** `areas`: the canvas of the fills that it lies under and over; `onChange`: more of it is there. */
export function createBaseMap(
  areas: HTMLCanvasElement,
  view: Parameters<typeof import('../base/canvas-base.ts').createCanvasBase>[1],
  onChange: () => void,
): BaseMap {
  let base: CanvasBase | null = null;
  let isWanted = false;
  let isAsked = false;

  function remove(): void {
    isWanted = false;
    base?.destroy();
    base = null;
  }

  async function show(isOn: boolean): Promise<void> {
    if (!isOn) return remove();
    isWanted = true;
    if (base || isAsked) return;
    isAsked = true;
    const code = await import('../base/canvas-base.ts').catch(() => null);
    isAsked = false;
    if (code && isWanted) base = code.createCanvasBase(areas, view, onChange);
  }

  return {
    show,
    canvas: () => base,
    isComplete: () => !isWanted || (base?.isComplete() ?? false),
    destroy: remove,
  };
}
