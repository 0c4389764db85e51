import { expect, test } from 'vitest';
import { isBrushed, pressBrush, spanBetween, spanOfClass } from '../../../../viewer/atlas/legend/brushing.ts';
import { parseLimits } from '../../../../viewer/parts/typed-limits.ts';

const breaks = [10, 20, 40];

test('the outer classes are open', () => {
  expect([0, 1, 2, 3].map((index) => spanOfClass(breaks, index))).toEqual([
    { from: null, to: 10 },
    { from: 10, to: 20 },
    { from: 20, to: 40 },
    { from: 40, to: null },
  ]);
});

test('a press brushes a class, the same press again nothing', () => {
  const span = spanOfClass(breaks, 1);
  const brush = pressBrush(null, 0, span, false);
  expect(brush).toEqual({ panel: 0, of: { from: 10, to: 20 } });
  expect(isBrushed(brush, 0, span)).toBe(true);
  expect(isBrushed(brush, 1, span)).toBe(false);
  expect(pressBrush(brush, 0, span, false)).toBeNull();
});

test('an extended brush holds all classes between, and over every class it is none', () => {
  const second = pressBrush(null, 0, spanOfClass(breaks, 1), false);
  const upToLast = pressBrush(second, 0, spanOfClass(breaks, 3), true);
  expect(upToLast).toEqual({ panel: 0, of: { from: 10, to: null } });
  expect(isBrushed(upToLast, 0, spanOfClass(breaks, 2))).toBe(true);
  expect(pressBrush(upToLast, 0, spanOfClass(breaks, 0), true)).toBeNull();
});

test('from one class to another all between are meant, whichever is the lower, and every class is none', () => {
  expect(spanBetween(breaks, 1, 2)).toEqual({ from: 10, to: 40 });
  expect(spanBetween(breaks, 2, 1)).toEqual({ from: 10, to: 40 });
  expect(spanBetween(breaks, 0, 2)).toEqual({ from: null, to: 40 });
  expect(spanBetween(breaks, 3, 0)).toBeNull();
});

test('an absence is brushed by itself, never with a class', () => {
  const brush = pressBrush(pressBrush(null, 0, spanOfClass(breaks, 1), false), 0, 'missing', true);
  expect(brush).toEqual({ panel: 0, of: 'missing' });
  expect(isBrushed(brush, 0, spanOfClass(breaks, 1))).toBe(false);
});

test('limits are read as people type them', () => {
  expect(parseLimits('10; 20,5 −3')).toEqual([10, 20.5, -3]);
  expect(parseLimits('10; veel')).toBeNull();
  expect(parseLimits('')).toBeNull();
});
