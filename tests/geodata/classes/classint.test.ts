import { describe, expect, it } from 'vitest';
import { ckmeansBreaks } from '../../../geodata/classes/ckmeans.ts';
import { countClasses } from '../../../geodata/classes/classed.ts';
import { classify } from '../../../geodata/classes/classify.ts';
import {
  deviationBreaks,
  deviationStep,
  equalIntervalBreaks,
  quantileBreaks,
} from '../../../geodata/classes/exact-breaks.ts';
import fixture from '../../fixtures/classint.json' with { type: 'json' };
import { expectClose, squaresWithin } from './expectation.ts';

interface Division {
  readonly values: string;
  readonly classes: number;
  readonly quantile: readonly number[];
  readonly equal: readonly number[];
  readonly fisher: readonly number[];
  readonly fisherWithin: number;
  readonly sd: readonly number[];
  readonly mean: number;
  readonly deviation: number;
  readonly fixed: readonly number[];
  readonly fixedCounts: readonly number[];
}

const divisions: readonly Division[] = fixture.divisions;
const valuesOf = new Map(
  Object.entries(fixture.values).map(([name, values]) => [name, Float64Array.from(values).sort()]),
);

function sortedOf({ values }: Division): Float64Array {
  return valuesOf.get(values) ?? new Float64Array();
}

const inner = (breaks: readonly number[]): number[] => breaks.slice(1, -1);

/**
 * R's breaks include both ends. classInt closes intervals on the left by default, as we do, and the last on the right.
 * Limits of `fisher` lie between values, so that closing does not matter.
 */
describe(`breaks of ${fixture.made}`, () => {
  it('are ours by quantiles, but for lowest values that fill a class, which get one of their own', () => {
    const usual = divisions.filter(({ quantile: [first = 0, second = 0] }) => second > first);
    expect(usual.length).toBeGreaterThan(100);
    for (const division of usual) {
      const limits = inner(division.quantile).filter((limit, i) => limit !== division.quantile[i]);
      expectClose(quantileBreaks(sortedOf(division), division.classes), limits);
    }
  });

  it('are ours by equal steps', () => {
    for (const division of divisions)
      expectClose(equalIntervalBreaks(sortedOf(division), division.classes), inner(division.equal));
  });

  it('are ours by the least squares within classes (fisher), or others of the same squares', () => {
    let same = 0;
    for (const division of divisions) {
      const sorted = sortedOf(division);
      const breaks = ckmeansBreaks(sorted, division.classes);
      expect(breaks).toHaveLength(division.classes - 1);
      const squares = squaresWithin(sorted, breaks);
      expect(squares).toBeLessThanOrEqual(division.fisherWithin * (1 + 1e-9) + 1e-9);
      const expected = inner(division.fisher);
      if (breaks.every((limit, i) => Math.abs(limit - (expected[i] ?? 0)) <= 1e-6 * Math.abs(limit))) same++;
    }
    expect(same).toBeGreaterThan(0.98 * divisions.length);
  });

  it('have the mean and deviation of ours, and hold ours where both take the same steps', () => {
    let shared = 0;
    for (const division of divisions) {
      const { classes, mean, deviation, sd } = division;
      const steps = Array.from(
        { length: classes - 1 },
        (_, i) => (i + 1 - classes / 2) * deviationStep(classes),
      );
      const breaks = deviationBreaks(sortedOf(division), classes);
      expectClose(
        breaks,
        steps.map((step) => mean + step * deviation),
      );
      const theirStep = ((sd[1] ?? 0) - (sd[0] ?? 0)) / deviation;
      for (const [i, limit] of breaks.entries()) {
        const theirs = Math.round(((limit - (sd[0] ?? 0)) / deviation / theirStep) * 1e6) / 1e6;
        const meets = Number.isInteger(theirs) && theirs >= 0 && theirs < sd.length;
        if (meets) expectClose([limit], [sd[theirs] ?? Number.NaN]);
        if (
          Number.isInteger((steps[i] ?? 0.1) / theirStep) &&
          limit > (sd[0] ?? 0) &&
          limit < (sd.at(-1) ?? 0)
        ) {
          expect(meets).toBe(true);
          shared++;
        }
      }
    }
    expect(shared).toBeGreaterThan(50);
  });

  it('by own limits hold as many values in each class', () => {
    for (const division of divisions) {
      const values = sortedOf(division);
      const limits = inner(division.fixed);
      if (limits.length < 2) continue;
      const found = classify([values], { method: 'own', classes: 5, decimals: 6, limits });
      expect(found.breaks).toEqual(limits);
      expect(countClasses(values, found)).toEqual(division.fixedCounts);
    }
  });
});
