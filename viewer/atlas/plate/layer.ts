import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** An element over the map, and a signal that changes with its size: what reads it is placed anew. */
export function useLayer(): {
  readonly layer: RefObject<HTMLDivElement | null>;
  readonly size: Signal<number>;
} {
  const layer = useRef<HTMLDivElement>(null);
  const size = useSignal(0);
  useEffect(() => {
    if (!layer.current) return;
    const observer = new ResizeObserver(() => {
      size.value += 1;
    });
    observer.observe(layer.current);
    return () => observer.disconnect();
  }, []);
  return { layer, size };
}
