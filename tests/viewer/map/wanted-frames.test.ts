import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWantedFrames } from '../../../viewer/map/wanted-frames.ts';

let asked: FrameRequestCallback[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal('requestAnimationFrame', (draw: FrameRequestCallback) => asked.push(draw));
  vi.stubGlobal('cancelAnimationFrame', (place: number) => {
    asked[place - 1] = () => undefined;
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function passFrame(): number {
  const due = asked;
  asked = [];
  for (const draw of due) draw(0);
  return due.length;
}

test('a loop that asks for ever gets its first frame, and then one for each that somebody wants', () => {
  const frames = createWantedFrames();
  let drawn = 0;
  const loop = () => {
    drawn++;
    frames.requestAnimationFrame(loop);
  };
  frames.requestAnimationFrame(loop);
  expect([passFrame(), passFrame(), drawn]).toEqual([1, 0, 1]);
  frames.want();
  frames.want();
  expect([passFrame(), passFrame(), drawn]).toEqual([1, 0, 2]);
});

test('a frame that is wanted before the loop asks is not lost', () => {
  const frames = createWantedFrames();
  frames.requestAnimationFrame(() => undefined);
  passFrame();
  frames.want();
  let drawn = 0;
  frames.requestAnimationFrame(() => {
    drawn++;
  });
  passFrame();
  expect(drawn).toBe(1);
});

test('a loop that ends draws no more', () => {
  const frames = createWantedFrames();
  let drawn = 0;
  frames.requestAnimationFrame(() => {
    drawn++;
  });
  frames.cancelAnimationFrame();
  frames.want();
  passFrame();
  expect(drawn).toBe(0);
});
