import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** The room of a drawing, which is larger than its coordinates where people have made their text larger. */
export interface DrawingSize {
  /** In coordinates of the drawing; 0 until it is known. */
  readonly width: number;
  /** Pixels on screen of one coordinate: 2 at text of 200%, so that words in a drawing grow with its margins. */
  readonly scale: number;
}

/** Text of this size, in pixels, is what drawings are made for. */
const usualText = 16;

/** The size that an element gives a drawing within it, followed as it changes. */
export function useDrawingSize(element: RefObject<HTMLElement | null>): ReadonlySignal<DrawingSize> {
  const size = useSignal<DrawingSize>({ width: 0, scale: 1 });
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      // Paper scales what the screen measured.
      if (matchMedia('print').matches) return;
      const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / usualText;
      const width = Math.round((entry?.contentRect.width ?? 0) / scale);
      const before = size.peek();
      if (width !== before.width || scale !== before.scale) size.value = { width, scale };
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return size;
}
