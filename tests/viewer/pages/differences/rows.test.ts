import { expect, test } from 'vitest';
import { compareWithReference } from '../../../../geodata/comparing/chance/comparison.ts';
import { referToValue } from '../../../../geodata/comparing/references.ts';
import { statuses } from '../../../../geodata/observation.ts';
import { listFindings } from '../../../../viewer/pages/differences/rows.ts';
import { spanOf } from '../../../../viewer/parts/chart/interval-bar.tsx';

const counts = Float64Array.of(400, 100, 5, 110, Number.NaN);
const exposures = Float64Array.of(1, 1, 1, 1, 1);
const codes = (['final', 'final', 'final', 'final', 'suppressed'] as const).map((status) =>
  statuses.indexOf(status),
);
const areas = ['A', 'B', 'C', 'D', 'E'].map((name, index) => ({ code: `BU0153000${index}`, name, index }));

const comparison = compareWithReference({
  interval: 'poisson-exact',
  figures: { values: counts, statuses: Uint8Array.from(codes) },
  counts: { counts, exposures },
  references: referToValue(100, counts.length),
});

test('areas that differ by more than chance are listed, the largest difference first', () => {
  const { rows, tested, notDifferent } = listFindings(comparison, counts, areas);
  expect(rows.map(({ name, side, difference, isSmall }) => [name, side, difference, isSmall])).toEqual([
    ['A', 'higher', 300, false],
    ['C', 'lower', -95, true],
  ]);
  expect([tested, notDifferent]).toEqual([4, 2]);
  for (const { lower, difference, upper, p } of rows) {
    expect(lower).toBeLessThan(difference);
    expect(upper).toBeGreaterThan(difference);
    expect(p).toBeLessThan(0.05);
  }
});

test('what could not be tested is counted by its reason, and has no figure in the list', () => {
  const { untested, rows } = listFindings(comparison, counts, areas);
  expect([...untested]).toEqual([['suppressed', 1]]);
  expect(rows.some(({ name }) => name === 'E')).toBe(false);
});

test('the lines of the intervals share one span that holds zero, whatever a few of them reach', () => {
  const row = { code: '', name: '', value: 0, difference: 0, p: 0, side: 'higher', isSmall: false } as const;
  const rows = Array.from({ length: 40 }, (_, index) => ({
    ...row,
    lower: 1,
    upper: index === 0 ? 900 : 10,
  }));
  expect(spanOf(rows)).toEqual({ low: 0, high: 10 });
  expect(spanOf([])).toEqual({ low: 0, high: 0 });
});
