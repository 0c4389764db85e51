import { describe, expect, test } from 'vitest';
import {
  estimateMean,
  estimateWeightedShare,
  type WeightedSample,
} from '../../../geodata/weighting/estimate.ts';
import type { Margin } from '../../../geodata/weighting/margin.ts';
import { createProjection } from '../../../geodata/weighting/projection.ts';
import { type Bounds, rake } from '../../../geodata/weighting/rake.ts';
import fixture from '../../fixtures/weighting.json' with { type: 'json' };
import { expectAgreement } from '../statistics/agreement.ts';

const { people, designs } = fixture;
const design = Float64Array.from(people.design);
const index = (values: readonly string[], names: readonly string[]) =>
  Int32Array.from(values, (value) => names.indexOf(value));
const strata = [...new Set(people.stratum)];
const districts: Margin = {
  name: 'district',
  categoryOf: index(people.district, fixture.districts.names),
  totals: fixture.districts.totals,
};
const cells: Margin = {
  name: 'age and sex',
  categoryOf: index(people.cell, fixture.cells.names),
  totals: fixture.cells.totals,
};
const bounds: Bounds = { lower: 0.742, upper: 1.9 };

const cases = [
  { name: 'design', margins: [], within: null, expected: designs.design },
  { name: 'post-stratified', margins: [cells], within: null, expected: designs['post-stratified'] },
  { name: 'raked', margins: [districts, cells], within: null, expected: designs.raked },
  { name: 'bounded', margins: [districts, cells], within: bounds, expected: designs.bounded },
];

describe(`as ${fixture.made} computes them`, () => {
  test.each(cases)('weights: $name', ({ margins, within, expected }) => {
    const { weights, hasConverged } = rake(design, margins, within);
    expect(hasConverged).toBe(true);
    for (const [respondent, weight] of expected.weights.entries())
      expectAgreement(weights[respondent] ?? Number.NaN, weight, `respondent ${respondent}`);
  });

  test.each(cases)('estimates: $name', ({ margins, within, expected }) => {
    const sample: WeightedSample = {
      weights: rake(design, margins, within).weights,
      stratumOf: index(people.stratum, strata),
      project: createProjection(margins, design),
    };
    expect(expected.estimates).toHaveLength(11);
    for (const row of expected.estimates) {
      const inside = (district: string) => row.domain === null || row.domain.includes(district);
      const column: readonly (number | null)[] = people[row.variable as 'share' | 'mark' | 'rare'];
      const values = Float64Array.from(column, (value, respondent) =>
        inside(people.district[respondent] ?? '') ? (value ?? Number.NaN) : Number.NaN,
      );
      const estimate = (row.variable === 'mark' ? estimateMean : estimateWeightedShare)(sample, values);
      const what = `${row.variable} in ${row.domain ?? 'all'}`;
      expect(estimate?.count, what).toBe(row.count);
      for (const key of ['value', 'standardError', 'effectiveCount', 'lower', 'upper'] as const) {
        const [computed = Number.NaN, told = 0] = [estimate?.[key], row[key]];
        // What is 0 in R, or not more than its rounding.
        if (Math.abs(told) < 1e-12) expect(Math.abs(computed), `${what}, ${key}`).toBeLessThan(1e-12);
        else expectAgreement(computed, told, `${what}, ${key}`);
      }
      if (row.designEffect === null) expect(estimate?.designEffect, what).toBeNull();
      else expectAgreement(estimate?.designEffect ?? Number.NaN, row.designEffect, `${what}, design effect`);
    }
  });

  test('bounds that leave no solution are said to', () => {
    expect(fixture.fails).toBe(true);
    const { hasConverged, distance, bounded } = rake(design, [districts, cells], { lower: 0.6, upper: 1.6 });
    expect(hasConverged).toBe(false);
    expect(distance).toBeGreaterThan(0.01);
    expect(bounded).toBeGreaterThan(0);
  });
});

describe('raking', () => {
  test('meets every margin, and says how far it is where margins contradict each other', () => {
    const { weights } = rake(design, [districts, cells], bounds);
    const sum = [...weights].reduce((total, weight) => total + weight, 0);
    expect(sum).toBeCloseTo(16_500, 4);
    const more = { ...cells, totals: cells.totals.map((total) => total * 1.1) };
    const { hasConverged, distance } = rake(design, [districts, more], null);
    expect(hasConverged).toBe(false);
    expect(distance).toBeGreaterThan(0.05);
  });
});
