import type { Page } from 'playwright-core';

/** What stood on the screen. */
export interface Frame {
  /** Milliseconds: since 1970 as recorded, or since whatever the caller counts from. */
  readonly at: number;
  /** JPEG of the viewport. */
  readonly picture: Buffer;
}

export interface Recording {
  /** Waits until the screen as it stands is among the frames. */
  catchUp(): Promise<void>;
  /** Ends it; gives the frames in order. */
  stop(): Promise<Frame[]>;
}

const mostNudges = 40;
const nudgeMilliseconds = 250;

/** A busy browser leaves out frames, the last one too if nothing changes after it: something must, be it a single pixel. */
function nudge(): void {
  const known = document.querySelector<HTMLElement>('#nudge');
  const dot = known ?? document.body.appendChild(Object.assign(document.createElement('i'), { id: 'nudge' }));
  const shade = dot.style.opacity === '0.01' ? '0.02' : '0.01';
  dot.style.cssText = `position:fixed;left:0;top:0;width:1px;height:1px;background:#000;opacity:${shade}`;
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
    async catchUp() {
      const before = frames.length;
      for (let nudges = 0; nudges < mostNudges && frames.length < before + 2; nudges++) {
        await page.evaluate(nudge);
        await page.waitForTimeout(nudgeMilliseconds);
      }
    },
    async stop() {
      await session.send('Page.stopScreencast');
      await session.detach();
      return frames;
    },
  };
}
