import { describe, expect, test } from 'vitest';
import { type Correlation, correlate, rankList } from '../../../geodata/statistics/correlation.ts';
import { rankCrossConnections } from '../../../geodata/statistics/cross-connections.ts';
import { correctForTries } from '../../../geodata/statistics/false-discovery.ts';
import fixture from '../../fixtures/correlation.json' with { type: 'json' };
import { runToEnd } from '../run.ts';
import { expectAgreement } from './agreement.ts';

const toList = (given: readonly (number | null)[]) => Float64Array.from(given, (each) => each ?? Number.NaN);
const cases = fixture.cases.map(({ x, y, w, ...expected }) => ({
  x: rankList(toList(x)),
  y: rankList(toList(y)),
  w: toList(w),
  ...expected,
}));

interface Expected {
  readonly value: number;
  readonly bounds: readonly (number | null)[];
  readonly p: number | null;
}

function expectCorrelation(found: Correlation, { value, bounds, p }: Expected): void {
  expectAgreement(found.value, value);
  expectAgreement(found.lower, bounds[0] ?? null);
  expectAgreement(found.upper, bounds[1] ?? null);
  expectAgreement(found.p, p);
}

describe(`correlations as ${fixture.made} computes them`, () => {
  test.each(cases)('of $pearson.n areas', ({ x, y, w, ...expected }) => {
    for (const method of ['pearson', 'spearman'] as const) {
      const found = correlate(x, y, method);
      expectCorrelation(found, expected[method]);
      expect(found.count).toBe(expected[method].n);
      expect(found.count + found.leftOut).toBe(w.length);
      expect(found.effectiveCount).toBe(found.count);
    }
    const weightedPearson = correlate(x, y, 'pearson', w);
    expectCorrelation(weightedPearson, expected.weightedPearson);
    expectAgreement(weightedPearson.effectiveCount, expected.weightedPearson.effective);
    expectCorrelation(correlate(x, y, 'spearman', w), expected.weightedSpearman);
  });
});

test('equal weights are no weights', () => {
  for (const { x, y, w } of cases)
    for (const method of ['pearson', 'spearman'] as const) {
      const [weighted, plain] = [
        correlate(
          x,
          y,
          method,
          w.map(() => 7),
        ),
        correlate(x, y, method),
      ];
      expectAgreement(weighted.value, plain.value);
      expectAgreement(weighted.lower, plain.lower);
    }
});

test('an area cut in two changes no weighted correlation', () => {
  const [first] = cases.slice(2);
  if (!first) throw new Error('There is a third case.');
  const append = (list: Float64Array, value: number) => Float64Array.from([...list, value]);
  const halved = append(
    first.w.map((weight, i) => (i === 0 ? weight / 2 : weight)),
    (first.w[0] ?? 0) / 2,
  );
  const [x, y] = [first.x, first.y].map(({ values }) => rankList(append(values, values[0] ?? 0)));
  if (!x || !y) throw new Error('There are two lists.');
  for (const method of ['pearson', 'spearman'] as const)
    expectAgreement(
      correlate(x, y, method, halved).value,
      correlate(first.x, first.y, method, first.w).value,
    );
});

test('is unknown where one side is the same everywhere, or too few areas are known', () => {
  const flat = rankList(new Float64Array(9).fill(3));
  const steep = rankList(Float64Array.from({ length: 9 }, (_, i) => i));
  expect(correlate(flat, steep, 'pearson').value).toBeNaN();
  expect(correlate(flat, steep, 'spearman').p).toBeNaN();
  const few = rankList(steep.values.map((value) => (value < 2 ? value : Number.NaN)));
  expect(correlate(few, steep, 'pearson')).toMatchObject({ value: Number.NaN, count: 2, leftOut: 7 });
  expect(correlate(steep, steep, 'pearson')).toMatchObject({ value: 1, upper: 1, p: 0 });
  expect(() => correlate(rankList(new Float64Array(2)), steep, 'pearson')).toThrow(/one length/);
});

test('what goes together comes strongest first, corrected for the number of tries', () => {
  const [base] = cases.slice(3);
  if (!base) throw new Error('There is a fourth case.');
  const others = [
    base.x.values.map((_, i) => Math.sin(i * 7919)),
    base.y.values,
    base.x.values.map(() => 4),
    base.x.values.map((value, i) => -value + (i % 3)),
  ];
  const { result: ranked, progress } = runToEnd(
    rankCrossConnections({ one: base.x.values, others, method: 'spearman' }),
  );
  expect(progress).toEqual([0.25, 0.5, 0.75, 1]);
  expect(ranked.map(({ other }) => other)).toEqual([3, 1, 0, 2]);
  const byPlace = [...ranked].sort((one, other) => one.other - other.other);
  const corrected = correctForTries(Float64Array.from(byPlace, ({ p }) => p));
  expect(byPlace.map((each) => each.corrected)).toEqual([...corrected]);
});
