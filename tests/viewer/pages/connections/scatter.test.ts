import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cornersOfSpan, spanOfCorners } from '../../../../viewer/pages/connections/scatter/brushing.ts';
import { frameScatter } from '../../../../viewer/pages/connections/scatter/frame.ts';
import { createNearest } from '../../../../viewer/pages/connections/scatter/nearest.ts';
import { orderUpwards, stepTo } from '../../../../viewer/pages/connections/scatter/walk.ts';
import { stampDot } from '../../../../viewer/parts/chart/canvas.ts';

const dots = { x: Float64Array.of(2, 10, 40, 98), y: Float64Array.of(5, 1, 9, 3) };
const decimals = { x: 1, y: 0 };
const frame = frameScatter(dots, { width: 600, height: 400 }, decimals, 'nl');

describe('a scatter', () => {
  test('has every dot inside, higher figures to the right and upwards', () => {
    for (const pixel of frame.pixelsX) expect(pixel).toBeGreaterThanOrEqual(frame.left);
    for (const pixel of frame.pixelsY) expect(pixel).toBeLessThan(frame.height);
    expect(frame.toX(98)).toBeGreaterThan(frame.toX(2));
    expect(frame.toY(9)).toBeLessThan(frame.toY(1));
    expect(frame.fromX(frame.toX(40))).toBeCloseTo(40, 9);
    expect(frame.fromY(frame.toY(3))).toBeCloseTo(3, 9);
  });

  test('keeps its scale where one area lies far beyond the others, and shows that at the edge', () => {
    const x = Float64Array.from({ length: 101 }, (_, at) => (at === 100 ? 5000 : at));
    const y = Float64Array.from(x, (_, at) => at);
    const squeezed = frameScatter({ x, y }, { width: 600, height: 400 }, decimals, 'nl');
    expect(squeezed.x.high).toBe(100);
    expect(squeezed.further).toBe(1);
    expect(squeezed.pixelsX[100]).toBeCloseTo(squeezed.toX(100), 3);
    expect(squeezed.pixelsY[100]).toBeCloseTo(squeezed.toY(100), 3);
    expect(frameScatter(dots, { width: 600, height: 400 }, decimals, 'nl').further).toBe(0);
  });

  test('finds the dot that looking at all of them would find', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), place, (places, [x, y]) => {
        const find = createNearest(
          Float32Array.from(places, ([each]) => each),
          Float32Array.from(places, ([, each]) => each),
        );
        const distances = places.map(([atX, atY]) => Math.hypot(atX - x, atY - y));
        const least = Math.min(...distances);
        const found = find(x, y, 16);
        if (least > 16) expect(found).toBe(-1);
        else expect(distances[found]).toBe(least);
      }),
    );
  });

  test('is walked through in order of either figure, and not beyond its ends', () => {
    const upwards = orderUpwards(dots.y);
    expect([...upwards]).toEqual([1, 3, 0, 2]);
    expect(stepTo('ArrowRight', -1, upwards)).toBe(0);
    expect(stepTo('ArrowRight', 0, upwards)).toBe(1);
    expect(stepTo('ArrowRight', 3, upwards)).toBe(3);
    expect(stepTo('ArrowUp', 1, upwards)).toBe(3);
    expect(stepTo('ArrowDown', 3, upwards)).toBe(1);
    expect(stepTo('ArrowDown', 1, upwards)).toBe(1);
    expect(stepTo('End', -1, upwards)).toBe(3);
    expect(stepTo('a', 0, upwards)).toBeNull();
  });

  test('is brushed as precisely as figures are shown, open where the rectangle leaves the axes', () => {
    const corners = { x: frame.toX(10.04), y: frame.toY(9), toX: 599, toY: frame.toY(2.6) };
    expect(spanOfCorners(corners, frame, decimals)).toEqual({
      x: { from: 10, to: null },
      y: { from: 3, to: 9 },
    });
    const flat = { x: 300, y: 200, toX: 300.2, toY: 200.2 };
    const { x, y } = spanOfCorners(flat, frame, decimals);
    expect((x.to ?? 0) - (x.from ?? 0)).toBeGreaterThan(0);
    expect((y.to ?? 0) - (y.from ?? 0)).toBeGreaterThan(0);
  });

  test('shows a rectangle of a link where it was drawn', () => {
    const shown = cornersOfSpan({ x: { from: 10, to: null }, y: { from: null, to: 5 } }, frame);
    expect(shown.x).toBeCloseTo(frame.toX(10), 6);
    expect(shown.toX).toBeCloseTo(frame.toX(frame.x.high), 6);
    expect(shown.y).toBeCloseTo(frame.toY(5), 6);
    expect(shown.toY).toBeCloseTo(frame.toY(frame.y.low), 6);
  });
});

test('a dot lies over what is under it, in the middle as strong as it is meant, and nowhere outside', () => {
  const picture = { data: new Uint8ClampedArray(4 * 9 * 9), width: 9, height: 9 };
  const pixelAt = (x: number, y: number) => [...picture.data.slice(4 * (9 * y + x), 4 * (9 * y + x) + 4)];
  stampDot(picture, 4.5, 4.5, 2, [200, 100, 0], 0.5);
  expect(pixelAt(4, 4)).toEqual([200, 100, 0, 128]);
  expect(pixelAt(4, 1)).toEqual([0, 0, 0, 0]);
  stampDot(picture, 4.5, 4.5, 2, [0, 0, 200], 1);
  expect(pixelAt(4, 4)).toEqual([0, 0, 200, 255]);
  // One that lies on the edge stays within the picture.
  stampDot(picture, 0, 8.5, 2, [1, 2, 3], 1);
  expect(pixelAt(0, 8)).toEqual([1, 2, 3, 255]);
});
