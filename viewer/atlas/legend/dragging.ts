import { useRef } from 'preact/hooks';
import { changeView } from '../../state/link/view.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { spanBetween } from './brushing.ts';

interface Drag {
  readonly start: number;
  /** The bar that it reached; null while it has not left the first. */
  end: number | null;
}

/**
 * Handlers for the holder of a panel's bars, each of which carries its class as `data-class`: a pointer that is dragged
 * from one bar to another brushes all between, and is no press on the one where it ends.
 */
export function useBarDrag(panel: Panel, breaks: readonly number[]) {
  const drag = useRef<Drag | null>(null);
  return {
    onPointerDown(event: PointerEvent) {
      const start = classAt(event);
      drag.current = start === null || event.button !== 0 || event.shiftKey ? null : { start, end: null };
    },
    onPointerMove(event: PointerEvent) {
      const [held, index] = [drag.current, classAt(event)];
      if (!held || event.buttons === 0 || index === null) return;
      if (index === (held.end ?? held.start)) return;
      const of = spanBetween(breaks, held.start, index);
      changeView({ brush: of && { panel: panel.index, of } }, held.end === null ? 'push' : 'replace');
      held.end = index;
    },
    onClickCapture(event: MouseEvent) {
      if (drag.current && drag.current.end !== null) event.stopPropagation();
      drag.current = null;
    },
  };
}

/** The class of the bar under the pointer, which a finger that is held down keeps to itself otherwise. */
function classAt({ clientX, clientY }: PointerEvent): number | null {
  const bar = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-class]');
  return bar?.dataset.class === undefined ? null : Number(bar.dataset.class);
}
