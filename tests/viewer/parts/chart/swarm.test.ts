import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stackSwarm } from '../../../../viewer/parts/chart/swarm.ts';

const places = fc.array(fc.double({ min: 0, max: 600, noNaN: true }), { maxLength: 400 });

test('no two marks of a column stand over each other, and all stay within reach or are as small as may be', () => {
  fc.assert(
    fc.property(places, (xs) => {
      const { radius, offsets } = stackSwarm(Float64Array.from(xs), 4, 34);
      const widest = Math.max(0, ...Array.from(offsets, Math.abs));
      expect(widest + radius <= 34 || radius === 0.5).toBe(true);
      const taken = new Set(xs.map((x, index) => `${Math.floor(x / (2 * radius))} ${offsets[index]}`));
      expect(taken.size).toBe(xs.length);
    }),
  );
});

test('a mark that is alone stands on the line', () => {
  expect(Array.from(stackSwarm(Float64Array.of(10, 100, 300), 4, 34).offsets)).toEqual([0, 0, 0]);
});
