import { expect, test } from 'vitest';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import { compareWithReference } from '../../../geodata/comparing/chance/comparison.ts';
import { withinChance } from '../../../geodata/comparing/change-status.ts';
import { computeDeviation } from '../../../geodata/comparing/deviation.ts';
import { referToValue } from '../../../geodata/comparing/references.ts';
import { absentArea, statuses } from '../../../geodata/observation.ts';

const final = statuses.indexOf('final');
const suppressed = statuses.indexOf('suppressed');
const missing = statuses.indexOf('missing');

const figures: ColumnPeriod = {
  period: '2024',
  boundaryYear: 2024,
  values: Float64Array.of(50, 40.1, 20, Number.NaN, Number.NaN),
  statuses: Uint8Array.of(final, final, final, suppressed, absentArea),
};

test('a deviation is the figure less the reference, in units or in per cents of the reference', () => {
  const absolute = computeDeviation({
    figures,
    references: referToValue(40, 5),
    kind: 'absolute',
    comparison: null,
  });
  expect([...absolute.values]).toEqual([10, 0.1, -20, Number.NaN, Number.NaN]);
  const relative = computeDeviation({
    figures,
    references: referToValue(40, 5),
    kind: 'relative',
    comparison: null,
  });
  expect([...relative.values]).toEqual([25, 0.25, -50, Number.NaN, Number.NaN]);
  expect([...relative.statuses]).toEqual([...figures.statuses]);
  expect(relative).toMatchObject({ period: '2024', boundaryYear: 2024 });
});

test('there are no per cents of nothing', () => {
  const { values, statuses: codes } = computeDeviation({
    figures,
    references: referToValue(0, 5),
    kind: 'relative',
    comparison: null,
  });
  expect([...values].every(Number.isNaN)).toBe(true);
  expect([...codes]).toEqual([missing, missing, missing, suppressed, absentArea]);
});

test('an area that may differ by chance keeps its deviation and is said to, with the interval of the difference', () => {
  const exposures = Float64Array.of(1, 1, 1, 1, 1);
  const comparison = compareWithReference({
    interval: 'poisson-exact',
    figures,
    counts: { counts: Float64Array.of(50, 40, 20, 0, 0), exposures },
    references: referToValue(40, 5),
  });
  const {
    values,
    statuses: codes,
    lower,
    upper,
  } = computeDeviation({
    figures,
    references: referToValue(40, 5),
    kind: 'absolute',
    comparison,
  });
  expect(values[1]).toBe(0.1);
  expect([...codes]).toEqual([withinChance, withinChance, final, suppressed, absentArea]);
  expect([...(lower ?? [])]).toEqual([...comparison.lower]);
  expect([...(upper ?? [])]).toEqual([...comparison.upper]);
});
