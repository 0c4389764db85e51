import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levels } from '../../geodata/level.ts';
import { type Observation, origins, statuses } from '../../geodata/observation.ts';
import {
  findPosition,
  listAllObservations,
  listObservations,
  packObservations,
} from '../../geodata/observation-table.ts';

const number = fc.option(fc.double({ noNaN: true }));
const observation: fc.Arbitrary<Observation> = fc.record({
  indicator: fc.constantFrom('inwoners', 'misdrijven', 'score'),
  area: fc.string(),
  level: fc.constantFrom(...levels),
  boundaryYear: fc.integer({ min: 1995, max: 2100 }),
  period: fc.constantFrom('2024', '2024-Q1', '2024-W12'),
  value: number,
  lower: number,
  upper: number,
  sampleSize: fc.option(fc.nat()),
  status: fc.constantFrom(...statuses),
  origin: fc.constantFrom(...origins),
  source: fc.string(),
  note: fc.option(
    fc.oneof(
      fc.record({ denominatorPeriod: fc.string() }),
      fc.record({ parts: fc.nat(), partsKnown: fc.nat() }),
      fc.record({ items: fc.nat(), itemsKnown: fc.nat() }),
    ),
  ),
});

test('observations come back from a table as they went in, in their order, across threads too', () => {
  fc.assert(
    fc.property(fc.array(observation, { maxLength: 400 }), (observations) => {
      const table = structuredClone(packObservations(observations));
      expect(table.length).toBe(observations.length);
      for (const key of table.indicators.keys()) {
        const figures = [...listObservations(table, key)];
        expect(figures).toEqual(observations.filter(({ indicator }) => indicator === key));
        for (const [index, figure] of figures.entries())
          expect(observations[findPosition(table, key, index)]).toEqual(figure);
      }
      expect([...listAllObservations(table)]).toHaveLength(observations.length);
    }),
  );
});

test('a table without an indicator has none of its figures', () => {
  expect([...listObservations(packObservations([]), 'inwoners')]).toEqual([]);
});
