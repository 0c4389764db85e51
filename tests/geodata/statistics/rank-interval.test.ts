import { describe, expect, test } from 'vitest';
import { type RankInput, simulateRanks } from '../../../geodata/statistics/rank-interval.ts';
import fixture from '../../fixtures/rank.json' with { type: 'json' };
import { runToEnd } from '../run.ts';

const draws = 20_000;
const seed = 7;
const numbers = (list: readonly number[]) => Float64Array.from(list);

const { bounds, counts } = fixture;
const survey: RankInput = {
  values: numbers(bounds.value),
  uncertainty: { kind: 'bounds', lower: numbers(bounds.lower), upper: numbers(bounds.upper) },
  draws,
  seed,
};
const rates: RankInput = {
  values: numbers(counts.count.map((count, i) => count / (counts.exposure[i] ?? 1))),
  uncertainty: {
    kind: 'counts',
    counts: { counts: numbers(counts.count), exposures: numbers(counts.exposure) },
  },
  draws,
  seed,
};

/** A share of draws differs from its chance by less than five standard errors, and 1/1000 for the integral. */
const slack = 5 * Math.sqrt((0.025 * 0.975) / draws) + 0.001;

describe(`ranks are as uncertain as ${fixture.made} integrates`, () => {
  test.each([
    ['by the bounds of a survey', survey, bounds.chances],
    ['by counts', rates, counts.chances],
  ] as const)('%s', (_, input, chances) => {
    const { result, progress } = runToEnd(simulateRanks(input));
    expect(progress).toHaveLength(draws);
    expect(result).toMatchObject({ of: chances.length, uncertain: 0 });
    const highestFirst = [...input.values].sort((one, other) => other - one);
    chances.forEach((cumulative, area) => {
      // Ranks in the list of the chances count from above too: others above it, and 1.
      const chanceUpTo = (rank: number) => (rank < 1 ? 0 : (cumulative[rank - 1] ?? 1));
      const [first = 0, last = 0] = [result.first[area], result.last[area]];
      expect(chanceUpTo(first - 1)).toBeLessThanOrEqual(0.025 + slack);
      expect(chanceUpTo(first)).toBeGreaterThanOrEqual(0.025 - slack);
      expect(1 - chanceUpTo(last)).toBeLessThanOrEqual(0.025 + slack);
      expect(1 - chanceUpTo(last - 1)).toBeGreaterThanOrEqual(0.025 - slack);
      expect(result.ranks[area]).toBe(highestFirst.indexOf(input.values[area] ?? 0) + 1);
    });
  });
});

test('a seed gives the same ranks again', () => {
  expect(runToEnd(simulateRanks(rates)).result).toEqual(runToEnd(simulateRanks(rates)).result);
});

test('an area without a figure or without bounds takes no part', () => {
  const lower = numbers(bounds.lower);
  lower[2] = Number.NaN;
  const values = numbers(bounds.value);
  values[0] = Number.NaN;
  const uncertainty = { kind: 'bounds', lower, upper: numbers(bounds.upper) } as const;
  const { result } = runToEnd(simulateRanks({ values, uncertainty, draws: 200, seed }));
  expect(result).toMatchObject({ of: 7, uncertain: 1 });
  expect([result.ranks[0], result.ranks[2], result.last[0]]).toEqual([0, 0, 0]);
  expect(Math.max(...result.last)).toBeLessThanOrEqual(7);
});
