import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSlots, listSkipped, listStretches, placeOn } from '../../../../viewer/atlas/timeline/axis.ts';
import { chooseLabels } from '../../../../viewer/atlas/timeline/labels.ts';

const rounds = createSlots('year', ['2016', '2025', '2024-03'], new Set(['2018', '2019', '2022']));

describe('the axis of time', () => {
  test('has every period of its unit that anything is known of, and tells which have no figures', () => {
    expect(rounds.map(({ period }) => period)).toEqual(
      Array.from({ length: 10 }, (_, position) => String(2016 + position)),
    );
    expect(rounds.flatMap(({ period, hasFigures }) => (hasFigures ? [period] : []))).toEqual([
      '2018',
      '2019',
      '2022',
    ]);
    expect(createSlots('month', ['2024'], new Set())).toEqual([]);
  });

  test.each([
    ['quarter', ['2023-Q3', '2024-Q2'], ['2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2']],
    ['month', ['2023-11', '2024-02'], ['2023-11', '2023-12', '2024-01', '2024-02']],
    // 2020 has 53 ISO weeks, 2021 has 52.
    ['week', ['2020-W52', '2021-W02'], ['2020-W52', '2020-W53', '2021-W01', '2021-W02']],
    ['week', ['2021-W51', '2022-W01'], ['2021-W51', '2021-W52', '2022-W01']],
  ] as const)('goes over the end of a year by %s', (unit, known, expected) => {
    expect(createSlots(unit, known, new Set()).map(({ period }) => period)).toEqual(expected);
  });

  test('draws a line along what has figures, and knows what lies between', () => {
    expect(listStretches(rounds)).toEqual([
      [2, 3],
      [6, 6],
    ]);
    expect(listSkipped(rounds, placeOn(rounds, '2019'), placeOn(rounds, '2022'))).toEqual(['2020', '2021']);
    expect(listSkipped(rounds, placeOn(rounds, '2022'), placeOn(rounds, '2019'))).toEqual(['2020', '2021']);
    expect(listSkipped(rounds, placeOn(rounds, '2018'), placeOn(rounds, '2019'))).toEqual([]);
  });
});

describe('names under the axis', () => {
  const shorten = (period: string) => `nu ${period}`;

  test('are all there where there is room', () => {
    const labels = chooseLabels({ slots: rounds, chosen: ['2019'], width: 700, shorten });
    expect(labels.map(({ text }) => text).sort()).toEqual([
      ...['2016', '2017', '2018', '2020', '2021', '2022', '2023', '2024', '2025'],
      'nu 2019',
    ]);
  });

  test('of months are their years, but for the chosen', () => {
    const months = createSlots('month', ['2016-01', '2025-12'], new Set());
    const labels = chooseLabels({ slots: months, chosen: ['2020-06'], width: 500, shorten });
    expect(labels[0]).toEqual({ position: 53, text: 'nu 2020-06' });
    expect(labels.slice(1).every(({ position }) => position % 12 === 0)).toBe(true);
    expect(labels.length).toBeGreaterThan(5);
  });

  test('never touch, and the chosen come first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 900 }), fc.nat(119), fc.nat(119), (width, one, other) => {
        const months = createSlots('month', ['2016-01', '2025-12'], new Set());
        const chosen = [months[one]?.period ?? '', months[other]?.period ?? ''];
        const labels = chooseLabels({ slots: months, chosen, width, shorten: (period) => period });
        expect(labels[0]?.position).toBe(one);
        const ordered = labels.toSorted((a, b) => a.position - b.position);
        for (const [number, label] of ordered.entries()) {
          const next = ordered[number + 1];
          if (!next) continue;
          const apart = ((next.position - label.position) * width) / 119;
          expect(apart).toBeGreaterThan(((next.text.length + label.text.length) / 2) * 6);
        }
      }),
    );
  });
});
