/** Canvases over each other, as large as the map, in the processor's memory: they are read and written all the time. */
export interface CanvasLayers {
  readonly element: HTMLElement;
  /** The uppermost canvas, which hears of pointers and keys. */
  readonly surface: HTMLCanvasElement;
  /** Coloured areas; the borders; what stands out and the names. */
  readonly areas: CanvasRenderingContext2D;
  readonly borders: CanvasRenderingContext2D;
  readonly names: CanvasRenderingContext2D;
  /** Gives all of them a size, CSS pixels, and forgets what they show; the contexts then count in CSS pixels. */
  readonly resize: (size: { readonly width: number; readonly height: number }, pixelRatio: number) => void;
  readonly clear: (context: CanvasRenderingContext2D) => void;
}

/** Throws CanvasUnavailableError where the browser has no canvas. */
export function createCanvasLayers(): CanvasLayers {
  const element = document.createElement('div');
  element.className = 'canvas-map';
  const [areas, borders, names] = [createLayer(element), createLayer(element), createLayer(element)];
  const all = [areas, borders, names];
  const surface = names.canvas;
  surface.setAttribute('role', 'img');
  surface.tabIndex = 0;
  return {
    element,
    surface,
    areas,
    borders,
    names,
    resize: ({ width, height }, pixelRatio) => {
      for (const context of all) {
        context.canvas.width = Math.max(1, Math.floor(width * pixelRatio));
        context.canvas.height = Math.max(1, Math.floor(height * pixelRatio));
        context.canvas.style.width = `${width}px`;
        context.canvas.style.height = `${height}px`;
        context.scale(pixelRatio, pixelRatio);
      }
    },
    clear: (context) => {
      context.save();
      context.resetTransform();
      context.clearRect(0, 0, context.canvas.width, context.canvas.height);
      context.restore();
    },
  };
}

function createLayer(element: HTMLElement): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser offers no canvas.');
  element.append(canvas);
  return context;
}
