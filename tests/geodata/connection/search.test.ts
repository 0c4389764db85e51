import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ColumnPeriod, encodeColumn } from '../../../geodata/columns/column.ts';
import { chooseFigures, leftOutReasons, matchFigures } from '../../../geodata/connection/match.ts';
import { pairFigures } from '../../../geodata/connection/pair.ts';
import { searchConnections } from '../../../geodata/connection/search.ts';
import { absentArea, type Status, statuses } from '../../../geodata/observation.ts';
import { correlate, rankList } from '../../../geodata/statistics/correlation.ts';
import { correctForTries } from '../../../geodata/statistics/false-discovery.ts';
import { runToEnd } from '../run.ts';

type Cell = number | Status | 'no-area';

/** Figures by area index; a word for a cell without one, whose value must never matter. */
function figuresOf(cells: readonly Cell[], period = '2024', boundaryYear = 2024): ColumnPeriod {
  const code = (cell: Cell) => {
    if (typeof cell === 'number') return 0;
    return cell === 'no-area' ? absentArea : statuses.indexOf(cell);
  };
  return {
    period,
    boundaryYear,
    values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN)),
    statuses: Uint8Array.from(cells, code),
  };
}

const bytesOf = (...periods: ColumnPeriod[]) =>
  encodeColumn({
    indicator: 'other',
    level: 'neighbourhood',
    unit: '%',
    scale: 10,
    size: periods[0]?.values.length ?? 0,
    periods,
  });

const noise = (seed: number) =>
  Array.from({ length: 40 }, (_, i) => Math.round(100 * Math.sin((i + 1) * seed)) / 10);
const subject = figuresOf(noise(1.7));
const search = { subject, weights: null, method: 'spearman' } as const;

describe('the figures to hold beside others', () => {
  const at = (period: string, boundaryYear: number, cells: Cell[] = [1]) =>
    figuresOf(cells, period, boundaryYear);

  test('are those of the nearest period that has any, in the boundaries that are wished', () => {
    const periods = [at('2019', 2021), at('2022', 2022), at('2022', 2024), at('2023', 2024, ['missing'])];
    const found = chooseFigures(periods, { period: '2024', boundaryYear: 2024 });
    expect(found).toBe(periods[2]);
    expect(chooseFigures(periods, { period: '2022', boundaryYear: 2021 })).toBe(periods[1]);
    expect(
      chooseFigures([at('2023', 2024, ['missing'])], { period: '2023', boundaryYear: 2024 }),
    ).toBeUndefined();
  });

  test('leave an area out for one reason, which is said', () => {
    const one = figuresOf([1, 2, 'suppressed', 'missing', 5, 6, 'no-area', 8]);
    const other = figuresOf([9, 'not-asked', 'missing', 3, 'no-area', 4, 7, 'suppressed']);
    const weights = figuresOf([10, 10, 10, 10, 10, 0, 10, 10]);
    const { leftOut, count, ...found } = matchFigures(one, other, weights);
    expect(leftOut).toEqual({
      suppressed: 2,
      'too-few': 0,
      missing: 1,
      'not-asked': 1,
      'boundary-changed': 1,
      'no-weight': 1,
    });
    expect(count).toBe(1);
    expect([...found.other]).toEqual([9, ...Array(7).fill(Number.NaN)]);
  });

  test('add up to the areas that there are', () => {
    const cell = fc.oneof(
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom(...statuses.slice(3), 'no-area' as const),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }), (cells) => {
        const one = figuresOf(cells.map(([first]) => first));
        const { count, leftOut } = matchFigures(one, figuresOf(cells.map(([, second]) => second)));
        const out = leftOutReasons.reduce((sum, reason) => sum + leftOut[reason], 0);
        expect(count + out).toBe(cells.filter(([first]) => first !== 'no-area').length);
      }),
    );
  });
});

describe('what goes together with an indicator', () => {
  const same = noise(1.7).map((value) => value * 2 + 1);
  const against = noise(1.7).map((value, i) => -value + (i % 4));
  const others = [
    { address: 'noise', isRelated: false, bytes: bytesOf(figuresOf(noise(2.9))) },
    { address: 'same', isRelated: true, bytes: bytesOf(figuresOf(same)) },
    {
      address: 'against',
      isRelated: false,
      bytes: bytesOf(figuresOf(against, '2021', 2021), figuresOf(noise(3.1), '2011', 2011)),
    },
    { address: 'empty', isRelated: false, bytes: bytesOf(figuresOf(noise(1).map(() => 'missing' as const))) },
  ];

  test('is ranked by strength, what is made of the same figures apart, with the period that was nearest', () => {
    const { result, progress } = runToEnd(searchConnections({ ...search, others }));
    expect(result.related.map(({ address, value }) => [address, value])).toEqual([['same', 1]]);
    expect(result.independent.map(({ address, period }) => [address, period])).toEqual([
      ['against', '2021'],
      ['noise', '2024'],
    ]);
    const p = result.independent.map((each) => each.p);
    expect(result.independent.map((each) => each.corrected)).toEqual([
      ...correctForTries(Float64Array.from(p)),
    ]);
    expect(progress.at(-1)).toBe(1);
  });

  test('is that of the areas with both figures, and nothing a suppressed cell could hold changes it', () => {
    const hidden = (value: number): ColumnPeriod => {
      const figures = figuresOf(noise(2.9));
      figures.values[3] = value;
      figures.statuses[3] = statuses.indexOf('suppressed');
      return figures;
    };
    const run = (value: number) =>
      runToEnd(searchConnections({ ...search, subject: hidden(value), others })).result;
    expect(run(1e6)).toEqual(run(-1e6));
    const [against] = run(0).independent;
    expect(against?.count).toBe(39);
    expect(against?.leftOut.suppressed).toBe(1);
  });

  test('weighs areas by their inhabitants where that is asked', () => {
    const people = figuresOf(noise(1).map((_, i) => (i === 0 ? 0 : i * 10)));
    const { result } = runToEnd(searchConnections({ ...search, others, weights: bytesOf(people) }));
    const [first] = result.independent;
    const expected = correlate(
      rankList(subject.values),
      rankList(Float64Array.from(against)),
      'spearman',
      people.values,
    );
    expect(first?.value).toBeCloseTo(expected.value, 12);
    expect(first?.leftOut['no-weight']).toBe(1);
    expect(first?.effectiveCount).toBeLessThan(39);
  });
});

describe('two indicators beside each other', () => {
  const rows = noise(1).map((_, index) => ({
    code: `BU${index}`,
    name: `Buurt ${index}`,
    index,
    neighbours: [],
  }));
  const areas = new TextEncoder().encode(JSON.stringify({ rows }));
  const other = bytesOf(figuresOf(noise(1.7).map((value, i) => (i === 5 ? 'suppressed' : -value))));
  const input = { subject, other, weights: null, areas, method: 'pearson' } as const;

  test('stand in order of the first, each with its area, without those that lack one', () => {
    const { result } = runToEnd(pairFigures(input));
    if (!result) throw new Error('There are figures.');
    expect([...result.x]).toEqual([...result.x].sort((a, b) => a - b));
    expect(result.codes.split('\n')).toEqual([...result.indexes].map((index) => `BU${index}`));
    expect(result.indexes).not.toContain(5);
    expect(result.x).toHaveLength(39);
    expect(result.leftOut.suppressed).toBe(1);
    expect([...result.y].every((y, index) => y === -(result.x[index] ?? 0))).toBe(true);
    expect(result.correlations.pearson.value).toBeCloseTo(-1, 12);
    expect(result.correlations.spearman.value).toBeCloseTo(-1, 12);
  });

  test('are none where the other has no figures', () => {
    const nothing = bytesOf(figuresOf(noise(1).map(() => 'missing' as const)));
    expect(runToEnd(pairFigures({ ...input, other: nothing })).result).toBeNull();
  });
});
