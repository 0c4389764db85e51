import { expect, test } from 'vitest';
import { isSameValue } from '../../../viewer/state/same-value.ts';

test.each([
  [null, null],
  [Number.NaN, Number.NaN],
  [
    [1, ['a']],
    [1, ['a']],
  ],
  [
    { a: 1, b: { c: [2] } },
    { b: { c: [2] }, a: 1 },
  ],
])('%j is the same as %j', (one, other) => {
  expect(isSameValue(one, other)).toBe(true);
});

test.each([
  [null, undefined],
  [1, '1'],
  [0, -0],
  [[1], [1, 2]],
  [[], {}],
  [{ a: undefined }, { b: undefined }],
  [{ a: 1 }, { a: 1, b: 2 }],
  [Float64Array.of(1), Float64Array.of(1)],
  [new Map(), new Map()],
])('%j is not the same as %j', (one, other) => {
  expect(isSameValue(one, other)).toBe(false);
  expect(isSameValue(other, one)).toBe(false);
});

test('a list of figures is the same as itself alone', () => {
  const values = Float64Array.of(1, Number.NaN);
  expect(isSameValue({ values }, { values })).toBe(true);
  expect(isSameValue({ values }, { values: values.slice() })).toBe(false);
});
