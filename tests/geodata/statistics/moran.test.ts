import { describe, expect, test } from 'vitest';
import { createContiguity } from '../../../geodata/statistics/contiguity.ts';
import { correctForTries } from '../../../geodata/statistics/false-discovery.ts';
import { findClusters, quadrants } from '../../../geodata/statistics/local-moran.ts';
import { testMoran } from '../../../geodata/statistics/moran.ts';
import fixture from '../../fixtures/moran.json' with { type: 'json' };
import { runToEnd } from '../run.ts';
import { expectAgreement } from './agreement.ts';

const cases = fixture.cases.map(({ x, pairs, ...expected }) => ({
  values: Float64Array.from(x, (each) => each ?? Number.NaN),
  contiguity: createContiguity(
    x.length,
    pairs.map(([one = 0, other = 0]) => [one, other] as const),
  ),
  ...expected,
}));
const seed = 20_260_101;
/** As R names them. */
const names: Readonly<Record<string, string>> = {
  'High-High': 'high-high',
  'Low-Low': 'low-low',
  'High-Low': 'high-low',
  'Low-High': 'low-high',
};

describe(`as ${fixture.made} computes it`, () => {
  test.each(cases)('whether neighbours are alike (I = $global.value)', ({ values, contiguity, global }) => {
    const found = testMoran(values, contiguity);
    expectAgreement(found.value, global.value);
    expectAgreement(found.expected, global.expected);
    expectAgreement(found.variance, global.variance);
    expectAgreement(found.p, global.p);
    expect(found.count + found.leftOut).toBe(values.length);
  });

  test.each(cases)(
    'where they are (I = $global.value)',
    ({ values, contiguity, local, quadrants: names4 }) => {
      const { result } = runToEnd(findClusters({ values, contiguity, permutations: 0, seed }));
      let compared = 0;
      values.forEach((_, index) => {
        const p = local.p[index] ?? null;
        expectAgreement(result.p[index] ?? 0, p);
        const quadrant = quadrants[result.quadrants[index] ?? 0];
        if (p === null) {
          expect(quadrant).toBe('none');
          return;
        }
        compared += 1;
        expectAgreement(result.values[index] ?? 0, local.value[index] ?? null);
        expectAgreement(result.expected[index] ?? 0, local.expected[index] ?? null);
        expectAgreement(result.variance[index] ?? 0, local.variance[index] ?? null);
        expect(quadrant).toBe(names[names4[index] ?? '']);
      });
      expect(compared).toBe(result.count);
      expect(compared).toBeGreaterThan(10);
      expect([...result.corrected]).toEqual([...correctForTries(result.p)]);
    },
  );

  const small = cases.filter(({ exact }) => exact !== null);
  test.each(small)('by permutation, where all are counted (I = $global.value)', (each) => {
    const permutations = 20_000;
    const { result, progress } = runToEnd(findClusters({ ...each, permutations, seed }));
    each.values.forEach((_, index) => {
      const exact = each.exact?.[index] ?? null;
      const found = result.permuted[index] ?? 0;
      if (exact === null) expect(found).toBeNaN();
      // Twice a share of draws: within five standard errors of it.
      else
        expect(Math.abs(found - exact)).toBeLessThan(
          10 * Math.sqrt(((exact / 2) * (1 - exact / 2)) / permutations) + 2 / permutations,
        );
    });
    expect(progress.at(-1)).toBeLessThanOrEqual(1);
    expect([...result.corrected]).toEqual([...correctForTries(result.permuted)]);
  });
});

test('the same seed gives the same permutations, and another seed others', () => {
  const [first] = cases;
  if (!first) throw new Error('There is a first case.');
  const permuted = (given: number) =>
    runToEnd(findClusters({ ...first, permutations: 199, seed: given })).result.permuted;
  expect(permuted(1)).toEqual(permuted(1));
  expect(permuted(1)).not.toEqual(permuted(2));
});

test('equal figures have no clusters', () => {
  const [first] = cases;
  if (!first) throw new Error('There is a first case.');
  const flat = { ...first, values: first.values.map(() => 0.1) };
  expect(testMoran(flat.values, flat.contiguity).p).toBeNaN();
  const { result } = runToEnd(findClusters({ ...flat, permutations: 99, seed }));
  expect(result.corrected.every(Number.isNaN)).toBe(true);
  expect(result.quadrants.every((code) => code === 0)).toBe(true);
});

test('pairs of areas that are not there are refused', () => {
  expect(() => createContiguity(3, [[0, 3]])).toThrow(/0 and 3 are no places among 3 areas/);
});
