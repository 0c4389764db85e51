import type { Stale } from './drawing.ts';

/** Draws in the next frame what is out of date, once for all that was said of it until then. */
export interface Frames {
  readonly invalidate: (part: Stale) => void;
  /** Draws a part now, in the frame that is under way, with all else that is out of date. */
  readonly drawNow: (part?: Stale) => void;
  /** Whether the picture is as it should be. */
  readonly isFresh: () => boolean;
  readonly cancel: () => void;
}

/** `draw` says whether it drew; what it did not stays out of date. */
export function createFrames(draw: (stale: ReadonlySet<Stale>) => boolean): Frames {
  const stale = new Set<Stale>(['sight']);
  let frame = 0;

  function drawNow(part?: Stale): void {
    if (part) stale.add(part);
    const parts = new Set(stale);
    // Before, as who hears of the picture may want another one.
    stale.clear();
    if (!draw(parts)) for (const each of parts) stale.add(each);
  }

  return {
    invalidate: (part) => {
      stale.add(part);
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        drawNow();
      });
    },
    drawNow,
    isFresh: () => stale.size === 0,
    cancel: () => cancelAnimationFrame(frame),
  };
}
