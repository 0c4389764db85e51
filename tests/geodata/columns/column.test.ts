import { readFileSync } from 'node:fs';
import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ColumnData,
  type ColumnPeriod,
  decodeColumn,
  encodeColumn,
  hashColumn,
} from '../../../geodata/columns/column.ts';
import { mapLevels } from '../../../geodata/level.ts';
import { absentArea, statuses } from '../../../geodata/observation.ts';

const none = Number.NaN;
const crimes: ColumnData = {
  indicator: 'misdrijven-per-1000',
  level: 'district',
  unit: 'per 1.000 inwoners',
  scale: 10,
  size: 4,
  periods: [
    {
      period: '2023',
      boundaryYear: 2021,
      values: Float64Array.of(12.3, 0, none, none),
      statuses: Uint8Array.of(0, 1, 3, absentArea),
      lower: Float64Array.of(10, none, none, none),
      upper: Float64Array.of(14.6, none, none, none),
    },
    {
      period: '2024-03',
      boundaryYear: 2024,
      values: Float64Array.of(-4000.5, 1e6, 3e9, none),
      statuses: Uint8Array.of(0, 0, 2, 4),
    },
  ],
};

describe('a column', () => {
  test('reads back as it was written', () => {
    expect(decodeColumn(encodeColumn(crimes))).toEqual(crimes);
  });

  test('reads back whatever it holds, numbers to the precision of its scale', () => {
    fc.assert(
      fc.property(columns(), (column) => {
        expect(decodeColumn(encodeColumn(column))).toEqual(column);
      }),
      { numRuns: 60 },
    );
  });

  test('opens in another Arrow reader, which computes the figures by the documented rules', () => {
    const table = tableFromIPC(encodeColumn(crimes));
    const read = (name: string): (number | null)[] => [...(table.getChild(name) ?? [])];
    expect(table.numRows).toBe(4);
    expect(table.schema.metadata.get('encoding')).toBe('steps');
    const [first, second] = [read('2023@2021'), read('2024-03@2024')];
    expect(read('2023@2021:status')).toEqual([0, 1, 3, 255]);
    expect(first).toEqual([123, 0, 0, 0]);
    expect(read('2023@2021:upper')).toEqual([23, null, null, null]);
    expect(read('2023@2021:lower')).toEqual([23, null, null, null]);
    expect(read('2024-03@2024:status')).toEqual([0, 0, 2, 4]);
    expect(second.map((step, index) => (first[index] ?? 0) + (step ?? 0))).toEqual([-40005, 1e7, 3e10, 0]);
    expect(table.getChild('2024-03@2024:lower')).toBeNull();
    const { metadata } = table.schema;
    expect(metadata.get('scale')).toBe('10');
    expect(JSON.parse(metadata.get('periods') ?? '')).toEqual(['2023@2021', '2024-03@2024']);
    expect(metadata.get('hash')).toBe(hashColumn(crimes));
  });

  test('leaves out a status field in which nothing changes, and steps on from the last figure that there is', () => {
    const periods = [5, none, 7].map((value, index) => ({
      period: String(2020 + index),
      boundaryYear: 2024,
      values: Float64Array.of(value, 4 + index),
      statuses: Uint8Array.of(index === 1 ? 3 : 0, 0),
    }));
    const again = { ...(periods[2] as ColumnPeriod), period: '2023' };
    const column = { ...crimes, size: 2, periods: [...periods, again] };
    const table = tableFromIPC(encodeColumn(column));
    const steps = periods.map(({ period }) => [...(table.getChild(`${period}@2024`) ?? [])]);
    expect(steps).toEqual([
      [50, 40],
      [0, 10],
      [20, 10],
    ]);
    expect(table.schema.fields.map(({ name }) => name).filter((name) => name.includes(':'))).toEqual([
      '2020@2024:status',
      '2021@2024:status',
      '2022@2024:status',
    ]);
    expect(decodeColumn(encodeColumn(column))).toEqual(column);
  });

  test('marks as null what the statuses do not tell', () => {
    const column = (value: number) =>
      tableFromIPC(encodeColumn({ ...single(value) })).schema.fields[0]?.nullable;
    expect([column(1), column(none)]).toEqual([false, true]);
  });

  test('that was written with absolute numbers is still read', () => {
    const written = readFileSync('tests/fixtures/absolute-column.arrow');
    expect(decodeColumn(written)).toEqual(crimes);
  });

  test('uses the narrowest integers that hold its numbers', () => {
    const typeOf = (value: number) =>
      String(tableFromIPC(encodeColumn(single(value))).schema.fields[0]?.type);
    expect([12.7, -12.8, 12.8, 3276.7, 3276.8, 214_748_364.7, 214_748_364.8].map(typeOf)).toEqual([
      'Int8',
      'Int8',
      'Int16',
      'Int16',
      'Int32',
      'Int32',
      'Float64',
    ]);
  });

  test('has another hash as soon as anything in it is another', () => {
    const variants = [
      single(1),
      single(2),
      { ...single(1), unit: '%' },
      { ...single(1), level: 'district' as const },
    ];
    expect(new Set(variants.map(hashColumn)).size).toBe(variants.length);
    expect(hashColumn(single(1))).toBe(hashColumn(single(1)));
  });

  test('refuses an array of another length, no periods, and bytes that are no column', () => {
    expect(() => encodeColumn({ ...single(1), size: 2 })).toThrow(RangeError);
    expect(() => encodeColumn({ ...single(1), periods: [] })).toThrow(RangeError);
    expect(() => decodeColumn(new TextEncoder().encode('{"no": "column"}'))).toThrow();
  });
});

function single(value: number): ColumnData {
  const period = {
    period: '2024',
    boundaryYear: 2024,
    values: Float64Array.of(value),
    statuses: Uint8Array.of(0),
  };
  return { indicator: 'inwoners', level: 'neighbourhood', unit: '', scale: 10, size: 1, periods: [period] };
}

function columns(): fc.Arbitrary<ColumnData> {
  return fc
    .record({ size: fc.integer({ min: 1, max: 30 }), decimals: fc.integer({ min: 0, max: 3 }) })
    .chain(({ size, decimals }) => {
      const scale = 10 ** decimals;
      const number = fc.oneof(
        fc.constant(none),
        fc.integer({ min: -40_000, max: 40_000 }).map((integer) => (integer + 0) / scale),
        fc.integer({ min: -(2 ** 31), max: 2 ** 40 }).map((integer) => integer / scale),
      );
      const numbers = fc
        .array(number, { minLength: size, maxLength: size })
        .map((list) => Float64Array.from(list, (value) => value + 0));
      const status = fc.oneof(fc.integer({ min: 0, max: statuses.length - 1 }), fc.constant(absentArea));
      const period = fc.record(
        {
          period: fc.constantFrom('2019', '2024', '2024-Q1', '2024-12', '2024-W07'),
          boundaryYear: fc.integer({ min: 2010, max: 2030 }),
          values: numbers,
          statuses: fc
            .array(status, { minLength: size, maxLength: size })
            .map((list) => Uint8Array.from(list)),
          lower: numbers,
          upper: numbers,
        },
        { requiredKeys: ['period', 'boundaryYear', 'values', 'statuses'] },
      );
      return fc.record({
        indicator: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
        level: fc.constantFrom(...mapLevels),
        unit: fc.string(),
        scale: fc.constant(scale),
        size: fc.constant(size),
        periods: fc.uniqueArray(period, {
          maxLength: 5,
          minLength: 1,
          selector: ({ period: key, boundaryYear }) => `${key}@${boundaryYear}`,
        }),
      });
    });
}
