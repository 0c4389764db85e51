import { expect, test } from 'vitest';
import type { ColumnData, ColumnPeriod } from '../../../geodata/columns/column.ts';
import { showAsItWas } from '../../../geodata/columns/kept-column.ts';
import { absentArea, type Status, statuses } from '../../../geodata/observation.ts';

function makePeriod(period: string, figures: readonly (number | Status | null)[]): ColumnPeriod {
  return {
    period,
    boundaryYear: 2024,
    values: Float64Array.from(figures, (figure) => (typeof figure === 'number' ? figure : Number.NaN)),
    statuses: Uint8Array.from(figures, (figure) =>
      figure === null ? absentArea : statuses.indexOf(typeof figure === 'number' ? 'final' : figure),
    ),
  };
}

function makeColumn(...periods: ColumnPeriod[]): ColumnData {
  const size = periods[0]?.values.length ?? 0;
  return { indicator: 'misdrijven', level: 'district', unit: 'aantal', scale: 1, size, periods };
}

test('older figures stand where there is a figure now, and nothing else of them', () => {
  const kept = makeColumn(makePeriod('2023', [1, 2, 3, 'missing']), makePeriod('2022', [9, 9, 9, 9]));
  const current = makeColumn(
    makePeriod('2023', [10, 'suppressed', null, 40, 50]),
    makePeriod('2024', [1, 1, 1, 1, 1]),
  );
  const shown = showAsItWas(kept, current);
  expect(shown?.periods.map(({ period }) => period)).toEqual(['2023']);
  expect([...(shown?.periods[0]?.values ?? [])]).toEqual([1, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  const codes = [...(shown?.periods[0]?.statuses ?? [])].map((code) => statuses[code] ?? null);
  expect(codes).toEqual(['final', 'suppressed', null, 'missing', 'missing']);
});

test('nothing is left where no period is', () => {
  expect(showAsItWas(makeColumn(makePeriod('2023', [1])), makeColumn(makePeriod('2024', [1])))).toBeNull();
});
