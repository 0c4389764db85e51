import type { Page } from 'playwright-core';

/** What stood on the screen. */
export interface Frame {
  /** Milliseconds: since 1970 as recorded, or since whatever the caller counts from. */
  readonly at: number;
  /** JPEG of the viewport. */
  readonly picture: Buffer;
}

export interface Recording {
  /** How many frames there are so far. */
  count(): number;
  /** Waits until there are so many frames, and nothing more for a while. */
  untilStill(fewest: number): Promise<void>;
  /** Ends it; gives the frames in order. */
  stop(): Promise<Frame[]>;
}

/** How long nothing changes before a page is still: machines that do other things show frames late. */
const stillMilliseconds = 1500;
const patienceMilliseconds = 30_000;

/** Keeps every changed frame that the browser puts on the screen, with the moment that it did. */
export async function recordFrames(page: Page): Promise<Recording> {
  const session = await page.context().newCDPSession(page);
  const frames: Frame[] = [];
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ at: 1000 * (metadata.timestamp ?? Number.NaN), picture: Buffer.from(data, 'base64') });
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', { format: 'jpeg', quality: 90, everyNthFrame: 1 });
  return {
    count: () => frames.length,
    async untilStill(fewest) {
      const deadline = Date.now() + patienceMilliseconds;
      for (let seen = -1; seen < frames.length || frames.length < fewest; ) {
        if (Date.now() > deadline) return;
        seen = frames.length;
        await page.waitForTimeout(stillMilliseconds);
      }
    },
    async stop() {
      await session.send('Page.stopScreencast');
      await session.detach();
      return frames;
    },
  };
}
