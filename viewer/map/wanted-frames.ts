/** Asks for frames of the screen as the window does, but only while somebody wants one. */
export interface WantedFrames {
  readonly requestAnimationFrame: (draw: FrameRequestCallback) => number;
  readonly cancelAnimationFrame: () => void;
  /** Lets whoever asked, or asks next, have one frame. */
  readonly want: () => void;
}

/**
 * Frames for a loop that asks for the next one at the end of each, for ever: deck.gl does, although the map asks it to
 * draw, and a page that wants sixty frames a second keeps processors busy with nothing.
 */
export function createWantedFrames(): WantedFrames {
  let waiting: FrameRequestCallback | null = null;
  let wanted = true;
  let asked = 0;

  const ask = (): void => {
    if (!wanted || !waiting || asked !== 0) return;
    wanted = false;
    asked = requestAnimationFrame((now) => {
      const draw = waiting;
      waiting = null;
      asked = 0;
      draw?.(now);
    });
  };

  return {
    requestAnimationFrame: (draw) => {
      waiting = draw;
      ask();
      return 1;
    },
    cancelAnimationFrame: () => {
      cancelAnimationFrame(asked);
      waiting = null;
      asked = 0;
    },
    want: () => {
      // One that is on its way is as good.
      if (asked !== 0) return;
      wanted = true;
      ask();
    },
  };
}
