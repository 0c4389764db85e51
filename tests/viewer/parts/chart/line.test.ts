import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeAxis, shareOnAxis } from '../../../../geodata/chart/axis.ts';
import { drawBand, drawLine } from '../../../../geodata/chart/paths.ts';
import { alignPoints, findCuts, listPeriods } from '../../../../geodata/chart/series.ts';
import { findNearestPoint, spreadLabels } from '../../../../viewer/parts/chart/line.ts';
import { rankOf } from '../../../../viewer/state/area/rank.ts';

describe('the axis of a chart', () => {
  test('has round ticks around all values, from zero where that wastes little room', () => {
    expect(makeAxis([12, 47], 3, 0).ticks).toEqual([0, 20, 40, 60]);
    expect(makeAxis([81, 84], 3, 1).ticks).toEqual([81, 82, 83, 84]);
    expect(makeAxis([-0.3, 0.4], 3, 1).ticks).toEqual([-0.5, 0, 0.5]);
  });

  test('copes with one value and with no spread', () => {
    expect(makeAxis([5], 3, 0).ticks).toEqual([5, 6]);
    expect(makeAxis([0, 0], 3, 0).ticks).toEqual([0, 1]);
  });

  test('holds every value whatever they are', () => {
    const values = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 3 }), (whole, decimals) => {
        const all = whole.map((value) => value / 10 ** decimals);
        const axis = makeAxis(all, 3, decimals);
        expect(axis.ticks.length).toBeLessThanOrEqual(7);
        for (const value of all) {
          expect(shareOnAxis(value, axis)).toBeGreaterThanOrEqual(-1e-9);
          expect(shareOnAxis(value, axis)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

describe('the line of a chart', () => {
  const frame = { x: (period: string) => (Number(period) - 2020) * 10, y: (value: number) => 100 - value };
  const point = (
    period: string,
    value: number | null,
    lower: number | null = null,
    upper: number | null = null,
  ) => ({
    period,
    value,
    lower,
    upper,
  });

  test('breaks where a figure is missing, instead of bridging the gap', () => {
    const points = [
      point('2020', 1),
      point('2021', 2),
      point('2022', null),
      point('2023', 4),
      point('2024', 5),
    ];
    expect(drawLine(points, frame)).toBe('M0 99L10 98M30 96L40 95');
  });

  test('has its bounds as a band, a shape for each run of periods that have them', () => {
    const points = [point('2020', 5, 4, 6), point('2021', 5, 3, 7), point('2022', 5), point('2023', 5, 4, 6)];
    expect(drawBand(points, frame)).toBe('M0 94L10 93L10 97L0 96Z');
  });
});

describe('the lines of a chart', () => {
  const point = (period: string, value: number | null) => ({
    period,
    value,
    lower: null,
    upper: null,
    status: value === null ? ('missing' as const) : ('final' as const),
  });
  const frame = { x: (period: string) => (Number(period) - 2020) * 100, y: (value: number) => 100 - value };

  test('share the periods that any of them has, as long as the one on screen, in order of time', () => {
    const lines = [
      { points: [point('2021', 1), point('2019', 1), point('2021-03', 1)] },
      { points: [point('2020', 1)] },
    ];
    expect(listPeriods(lines, '2021')).toEqual(['2019', '2020', '2021']);
    expect(listPeriods(lines, '2021-01')).toEqual(['2021-03']);
  });

  test('have an empty point where others have a figure, so that no line bridges what its boundaries lack', () => {
    const line = { points: [point('2022', 3), point('2020', 1)], breaks: [] };
    const aligned = alignPoints(line, ['2020', '2021', '2022']);
    expect(aligned.map(({ value }) => value)).toEqual([1, null, 3]);
    expect(drawLine(aligned, frame)).toBe('M0 99M200 97');
  });

  test('are interrupted where the series breaks, also where the break lies between two rounds', () => {
    const points = [point('2019', 1), point('2021', 2), point('2023', 3)];
    const bounded = points.map((each) => ({ ...each, lower: each.value, upper: each.value }));
    const periods = ['2019', '2021', '2023'];
    const draw = (period: string) => {
      const aligned = alignPoints(
        { points: bounded, breaks: [{ period, reason: 'anders gevraagd' }] },
        periods,
      );
      return [drawLine(aligned, frame), drawBand(aligned, frame)];
    };
    const cut = ['M-100 99M100 98L300 97', 'M100 98L300 97L300 97L100 98Z'];
    expect(draw('2021')).toEqual(cut);
    expect(draw('2020')).toEqual(cut);
    expect(draw('2019')[0]).toBe('M-100 99L100 98L300 97');
    expect(draw('2024')[0]).toBe('M-100 99L100 98L300 97');
  });

  test('name each break once, with its lines where it does not concern all', () => {
    const asked = { period: '2021', reason: 'anders gevraagd' };
    const lines = [
      { name: 'A', breaks: [asked, { period: '2023', reason: 'grens gewijzigd' }] },
      { name: 'B', breaks: [asked] },
    ];
    expect(findCuts(lines, ['2019', '2021', '2023'])).toEqual([
      { before: '2019', after: '2021', reason: 'anders gevraagd', names: [] },
      { before: '2021', after: '2023', reason: 'grens gewijzigd', names: ['A'] },
    ]);
    expect(findCuts(lines, ['2023', '2024'])).toEqual([]);
  });

  test('are found by the point nearest to the pointer, within reach', () => {
    const lines = [
      { code: 'A', points: [point('2020', 10), point('2021', 20)] },
      { code: 'B', points: [point('2020', 15), point('2021', null)] },
    ];
    expect(findNearestPoint(lines, frame, { x: 2, y: 86 }, 20)).toEqual({ code: 'B', period: '2020' });
    expect(findNearestPoint(lines, frame, { x: 96, y: 82 }, 20)).toEqual({ code: 'A', period: '2021' });
    expect(findNearestPoint(lines, frame, { x: 50, y: 50 }, 20)).toBeNull();
  });

  test('have labels that never cover each other, in the order of their ends', () => {
    const wished = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 11 });
    fc.assert(
      fc.property(wished, (ends) => {
        const places = spreadLabels(ends, 13, { top: 10, bottom: 190 });
        expect(places).toHaveLength(ends.length);
        const sorted = [...places].sort((a, b) => a - b);
        for (const [index, at] of sorted.entries()) {
          expect(at).toBeGreaterThanOrEqual(10 - 1e-9);
          expect(at).toBeLessThanOrEqual(190 + 1e-9);
          if (index > 0) expect(at - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(13 - 1e-9);
        }
        for (const [a, one] of ends.entries())
          for (const [b, other] of ends.entries())
            if (one < other) expect(places[a]).toBeLessThan(places[b] ?? 0);
      }),
    );
    expect(spreadLabels([50, 100], 13, { top: 10, bottom: 190 })).toEqual([50, 100]);
  });
});

test('a rank counts the areas with a figure, the highest first, equals sharing a place', () => {
  const values = [5, Number.NaN, 9, 5, 1];
  expect(rankOf(2, values)).toEqual({ position: 1, ties: 1, of: 4 });
  expect(rankOf(0, values)).toEqual({ position: 2, ties: 2, of: 4 });
  expect(rankOf(3, values)).toEqual({ position: 2, ties: 2, of: 4 });
  expect(rankOf(4, values)).toEqual({ position: 4, ties: 1, of: 4 });
  expect(rankOf(1, values)).toBeNull();
  expect(rankOf(9, values)).toBeNull();
});

test('where all are equal there is no place', () => {
  expect(rankOf(1, [0, 0, Number.NaN, 0])).toBeNull();
  expect(rankOf(0, [0, 0, 1_000_000])).toEqual({ position: 2, ties: 2, of: 3 });
});
