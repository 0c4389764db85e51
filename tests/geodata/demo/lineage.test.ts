import { expect, it } from 'vitest';
import { cleanCoverage } from '../../../geodata/boundary/cleaning/coverage.ts';
import {
  computeLineage,
  type LineageYear,
  summarizeLineage,
} from '../../../geodata/boundary/lineage/lineage.ts';
import { dissolve } from '../../../geodata/boundary/topology.ts';
import { generateDemonstration } from '../../../geodata/demo/demonstration.ts';

const { boundaries } = generateDemonstration();

it('is ground that needs no repair', () => {
  for (const features of boundaries.values()) expect(cleanCoverage(features).repairs).toEqual([]);
});

it('shows every kind of change between its two years', () => {
  const { municipality, district, neighbourhood } = summarizeLineage(
    computeLineage(dissolveYear(2023), dissolveYear(2025)),
  );
  expect(municipality).toMatchObject({ unchanged: 14, redrawn: 0, new: 0, gone: 0 });
  expect(district.redrawn).toBeGreaterThan(0);
  // Three split, two merged with a neighbour, two on either side of a border that moved. The old code of the recoded
  // one is gone and its new code is new, so it counts with those too.
  expect(neighbourhood).toMatchObject({ renamed: 1, recoded: 1, redrawn: 7, new: 4, gone: 3 });
});

function dissolveYear(year: number): LineageYear {
  const features = boundaries.get(`buurten-${year}`) ?? [];
  const parents = new Map(
    features.map(({ code, district, municipality }) => [code, { district, municipality }]),
  );
  const names = new Map(features.map(({ code, name }) => [code, name]));
  return { ...dissolve(year, cleanCoverage(features).shapes, parents), names };
}
