import {
  columnFromArray,
  float32,
  float64,
  int8,
  int16,
  int32,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  uint8,
  uint16,
  uint32,
  utf8,
} from '@uwdata/flechette';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArrowTable } from '../../../geodata/columns/arrow-table.ts';

const types = {
  int8: { of: int8, values: fc.integer({ min: -128, max: 127 }) },
  int16: { of: int16, values: fc.integer({ min: -32_768, max: 32_767 }) },
  int32: { of: int32, values: fc.integer() },
  uint8: { of: uint8, values: fc.integer({ min: 0, max: 255 }) },
  uint16: { of: uint16, values: fc.integer({ min: 0, max: 65_535 }) },
  uint32: { of: uint32, values: fc.integer({ min: 0, max: 2 ** 32 - 1 }) },
  float64: { of: float64, values: fc.double() },
} as const;

/** Fields of so many rows each, some with nulls. */
const tables = fc.integer({ min: 1, max: 40 }).chain((size) =>
  fc.array(
    fc.constantFrom(...Object.values(types)).chain(({ of, values }) =>
      fc
        .array(fc.oneof({ weight: 5, arbitrary: values }, fc.constant(null)), {
          minLength: size,
          maxLength: size,
        })
        .map((rows) => columnFromArray(rows, of())),
    ),
    { minLength: 1, maxLength: 8 },
  ),
);

function encode(columns: readonly ReturnType<typeof columnFromArray>[]): Uint8Array {
  const table = tableFromColumns(columns.map((column, index) => [`figure ${index} é`, column]));
  return tableToIPC(table, { format: 'stream' }) ?? new Uint8Array();
}

test('reads of every table what a whole reader of Arrow reads', () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 0, max: 7 }), (columns, shift) => {
      const bytes = encode(columns);
      // As part of a larger buffer, where nothing begins at a multiple of eight.
      const within = new Uint8Array(bytes.length + shift).subarray(shift);
      within.set(bytes);
      // A Buffer of Node gives no copy of its parts where another array does.
      const [ours, theirs] = [
        readArrowTable(shift % 2 ? Buffer.from(within.buffer, shift) : within),
        tableFromIPC(bytes),
      ];
      expect(ours.size).toBe(theirs.numRows);
      expect([...ours.fields.keys()]).toEqual(theirs.schema.fields.map(({ name }) => name));
      for (const { name, nullable } of theirs.schema.fields) {
        const field = ours.fields.get(name);
        const rows = Array.from({ length: ours.size }, (_, row) =>
          field?.isNull(row) ? null : field?.numbers[row],
        );
        expect([field?.nullable, rows]).toEqual([nullable, [...(theirs.getChild(name) ?? [])]]);
      }
    }),
    { numRuns: 150 },
  );
});

test('says of other bytes that they are none, wherever they end', () => {
  const bytes = encode([columnFromArray([1, 2, 3], int32()), columnFromArray([1, null, 3], float64())]);
  for (const broken of [new Uint8Array(), Uint8Array.of(1, 2, 3), new Uint8Array(64).fill(255)])
    expect(() => readArrowTable(broken)).toThrow(/Arrow/);
  const whole = readArrowTable(bytes);
  for (let length = 0; length < bytes.length; length++) {
    try {
      expect(readArrowTable(bytes.slice(0, length)).size).toBe(whole.size);
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(RangeError);
    }
  }
});

test('refuses what is no number of a column, by the name of its field', () => {
  expect(() => readArrowTable(encode([columnFromArray(['a', 'b'], utf8())]))).toThrow('figure 0');
  expect(() => readArrowTable(encode([columnFromArray([1.5], float32())]))).toThrow('figure 0');
});
