import type { Page } from 'playwright-core';

/** What stood on the screen. */
export interface Frame {
  /** Milliseconds: since 1970 as recorded, or since whatever the caller counts from. */
  readonly at: number;
  /** JPEG of the viewport. */
  readonly picture: Buffer;
}

export interface Recording {
  /** Ends it; gives the frames in order. */
  stop(): Promise<Frame[]>;
}

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
    async stop() {
      await session.send('Page.stopScreencast');
      await session.detach();
      return frames;
    },
  };
}
