import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followKey } from '../../../../viewer/atlas/timeline/keys.ts';
import {
  dwell,
  easeOut,
  momentAt,
  placeBetween,
  progressAt,
  timeAPeriod,
} from '../../../../viewer/atlas/timeline/moment.ts';

const periods = ['2012', '2016', '2020', '2022'];
const places = [0, 4, 8, 10];

describe('on the way through periods', () => {
  test('the link names the nearest period, the figures of the other are mixed in', () => {
    expect(momentAt(periods, 1)).toEqual({ period: '2016', motion: null });
    expect(momentAt(periods, 1.25)).toEqual({ period: '2016', motion: { period: '2020', share: 0.25 } });
    expect(momentAt(periods, 1.75)).toEqual({ period: '2020', motion: { period: '2016', share: 0.25 } });
  });

  test('nothing lies before the first or after the last', () => {
    expect(momentAt(periods, -3)).toEqual({ period: '2012', motion: null });
    expect(momentAt(periods, 9)).toEqual({ period: '2022', motion: null });
    expect(momentAt(['2020'], 0.4)).toEqual({ period: '2020', motion: null });
  });

  test('a place on the axis lies between two periods in proportion to the distance', () => {
    expect(places.map((position) => progressAt(places, position))).toEqual([0, 1, 2, 3]);
    expect(progressAt(places, 5)).toBe(1.25);
    expect(progressAt(places, -1)).toBe(0);
    expect(progressAt(places, 99)).toBe(3);
  });

  test('the thumb stands where the hand put it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10, noNaN: true }), (position) => {
        const { period, motion } = momentAt(periods, progressAt(places, position));
        const at = (of: string) => places[periods.indexOf(of)] ?? Number.NaN;
        const stands = motion ? placeBetween(at(period), at(motion.period), motion.share) : at(period);
        expect(stands).toBeCloseTo(position, 9);
        expect(motion?.share ?? 0).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});

describe('the pace', () => {
  test('of playing keeps the order of time, and is at each period in turn', () => {
    expect([0, 1, 2.5, 3].map(dwell)).toEqual([0, 1, 2.5, 3]);
    const progress = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(progress, progress, (one, other) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        expect(dwell(first)).toBeLessThanOrEqual(dwell(last) + 1e-9);
        expect(Math.abs(dwell(one) - one)).toBeLessThan(0.5);
      }),
    );
  });

  test('of coming to rest goes from all to nothing', () => {
    expect([0, 1, 2].map(easeOut)).toEqual([1, 0, 0]);
    expect(easeOut(0.5)).toBe(0.125);
  });

  test('of a long series is faster, but never a flicker', () => {
    expect(timeAPeriod(9)).toBe(1_200);
    expect(timeAPeriod(60)).toBe(600);
    expect(timeAPeriod(519)).toBe(300);
  });
});

test('the keys of a slider stay between its ends', () => {
  expect(
    ['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'].map((key) => followKey(key, 1, 3)),
  ).toEqual([0, 2, 3, 0, 0, 3]);
  expect(followKey('ArrowRight', 3, 3)).toBe(3);
  expect(followKey('ArrowLeft', 0, 3)).toBe(0);
  expect(followKey('a', 0, 3)).toBeNull();
});
