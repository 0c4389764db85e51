import { expect, test } from 'vitest';
import { findNearLimit } from '../../../../viewer/parts/chart/near-limit.ts';

const hundred = Float64Array.from({ length: 100 }, (_, at) => at + 1);

test('a scale holds the largest figure where that is near to the others', () => {
  expect(findNearLimit(hundred)).toBe(100);
  expect(findNearLimit(Float64Array.of(3))).toBe(3);
  expect(findNearLimit(Float64Array.of(1, 2, 3, 900))).toBe(900);
});

test('one that lies far beyond most is left out, but for what is wanted', () => {
  const far = Float64Array.of(...hundred, 900);
  expect(findNearLimit(far)).toBe(98);
  expect(findNearLimit(far, [500])).toBe(500);
  expect(findNearLimit(far, [900])).toBe(900);
});

test('figures below nothing keep their scale', () => {
  expect(findNearLimit(Float64Array.of(-9, -8, -1))).toBe(-1);
});
