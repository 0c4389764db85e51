import {
  type Column,
  columnFromArray,
  Endianness,
  field,
  float64,
  int16,
  int32,
  Table,
  tableFromIPC,
  tableToIPC,
  uint8,
  Version,
} from '@uwdata/flechette';
import { isMapLevel, type MapLevel } from './level.ts';
import { statuses } from './observation.ts';

/** In `ColumnPeriod.statuses`: the boundary year of the period has no area with this index. */
export const absentArea = 255;

/** The figures of one period in one boundary year, one place for each area version: its `index`. */
export interface ColumnPeriod {
  readonly period: string;
  readonly boundaryYear: number;
  /** In the indicator's unit; NaN where there is no value. */
  readonly values: Float64Array;
  /** Index in `statuses` of observation.ts, or `absentArea`. */
  readonly statuses: Uint8Array;
  /** Bounds of the values, where the source gives them; NaN where it gives none for an area. */
  readonly lower?: Float64Array;
  readonly upper?: Float64Array;
  /** Of figures that were carried here from another boundary year: that year, and what share of each was measured. */
  readonly carriedFrom?: number;
  readonly measured?: Float64Array;
}

/** Every figure of one indicator on one level of the map. */
export interface ColumnData {
  readonly indicator: string;
  readonly level: MapLevel;
  readonly unit: string;
  /** Numbers are stored as integers, `round(number × scale)`: 10 to the power of the indicator's decimals. */
  readonly scale: number;
  /** Number of area versions on the level: the length of every array. */
  readonly size: number;
  readonly periods: readonly ColumnPeriod[];
}

const largestInt16 = 32_767;
const largestInt32 = 2_147_483_647;

/**
 * Apache Arrow IPC in the file format (Feather 2), uncompressed, in one record batch: the form that every Arrow reader
 * opens. Fields of a period are named `2024@2024`, `2024@2024:status`, `:lower` and `:upper`. Numbers are Int16 where
 * all of a field fit, else Int32, else Float64; null where there is no value. The schema's metadata says what the
 * numbers mean. Throws RangeError for an array whose length is not `size`.
 */
export function encodeColumn(data: ColumnData): Uint8Array {
  return encodeTable(data, { ...describeColumn(data), hash: hashColumn(data) });
}

/** A hash of everything a column says (16 hexadecimal digits): equal columns have equal hashes. */
export function hashColumn(data: ColumnData): string {
  return hashBytes(encodeTable(data, describeColumn(data)));
}

/** Reads what `encodeColumn` wrote. Throws an Error for bytes that are no such column. */
export function decodeColumn(bytes: Uint8Array): ColumnData {
  const table = tableFromIPC(bytes);
  const metadata = table.schema.metadata ?? new Map<string, string>();
  const level = metadata.get('level') ?? '';
  if (!isMapLevel(level)) throw new Error('These bytes are Arrow, but not a column of figures');
  const scale = Number(metadata.get('scale'));
  const size = Number(metadata.get('size'));
  const keys = JSON.parse(metadata.get('periods') ?? '[]') as Pick<ColumnPeriod, 'period' | 'boundaryYear'>[];
  return {
    indicator: metadata.get('indicator') ?? '',
    level,
    unit: metadata.get('unit') ?? '',
    scale,
    size,
    periods: keys.map((key) => decodePeriod(key, table, scale, size)),
  };
}

function describeColumn({
  indicator,
  level,
  unit,
  scale,
  size,
  periods,
}: ColumnData): Record<string, string> {
  return {
    indicator,
    level,
    unit,
    scale: String(scale),
    size: String(size),
    periods: JSON.stringify(periods.map(({ period, boundaryYear }) => ({ period, boundaryYear }))),
    statuses: JSON.stringify(statuses),
  };
}

function encodeTable(data: ColumnData, metadata: Record<string, string>): Uint8Array {
  const columns = data.periods.flatMap((period) => encodePeriod(period, data));
  const fields = columns.map(([name, column]) => field(name, column.type));
  const table = new Table(
    {
      version: Version.V5,
      endianness: Endianness.Little,
      fields,
      metadata: new Map(Object.entries(metadata)),
    },
    columns.map(([, column]) => column),
  );
  const bytes = tableToIPC(table, { format: 'file' });
  if (!bytes) throw new Error('The Arrow encoder gave no bytes');
  return bytes;
}

function encodePeriod(period: ColumnPeriod, { scale, size }: ColumnData): [string, Column<unknown>][] {
  const name = fieldName(period);
  const encode = (numbers: Float64Array) => encodeNumbers(checkLength(numbers, size, name), scale);
  const columns: [string, Column<unknown>][] = [
    [name, encode(period.values)],
    [`${name}:status`, columnFromArray(checkLength(period.statuses, size, name), uint8())],
  ];
  if (period.lower) columns.push([`${name}:lower`, encode(period.lower)]);
  if (period.upper) columns.push([`${name}:upper`, encode(period.upper)]);
  return columns;
}

function encodeNumbers(numbers: Float64Array, scale: number): Column<unknown> {
  let largest = 0;
  const scaled = Array.from(numbers, (number) => {
    if (Number.isNaN(number)) return null;
    // Adding 0 turns -0 into 0.
    const integer = Math.round(number * scale) + 0;
    largest = Math.max(largest, Math.abs(integer));
    return integer;
  });
  const type = largest <= largestInt16 ? int16() : largest <= largestInt32 ? int32() : float64();
  return columnFromArray(scaled, type);
}

function decodePeriod(
  key: Pick<ColumnPeriod, 'period' | 'boundaryYear'>,
  table: Table,
  scale: number,
  size: number,
): ColumnPeriod {
  const name = fieldName(key);
  const decode = (suffix: string) => {
    const column: Column<number | null> | undefined = table.getChild(name + suffix);
    return (
      column && Float64Array.from(column, (integer) => (integer === null ? Number.NaN : integer / scale))
    );
  };
  const values = checkLength(decode('') ?? new Float64Array(), size, name);
  const status: Column<number> | undefined = table.getChild(`${name}:status`);
  const lower = decode(':lower');
  const upper = decode(':upper');
  return {
    period: key.period,
    boundaryYear: key.boundaryYear,
    values,
    statuses: checkLength(Uint8Array.from(status ?? []), size, `${name}:status`),
    ...(lower && { lower }),
    ...(upper && { upper }),
  };
}

function fieldName({ period, boundaryYear }: Pick<ColumnPeriod, 'period' | 'boundaryYear'>): string {
  return `${period}@${boundaryYear}`;
}

function checkLength<Numbers extends ArrayLike<number>>(
  numbers: Numbers,
  size: number,
  name: string,
): Numbers {
  if (numbers.length !== size)
    throw new RangeError(`${name} has ${numbers.length} places instead of ${size}`);
  return numbers;
}

/** FNV-1a of 64 bits (Fowler, Noll, Vo; offset and prime from RFC 9923). */
function hashBytes(bytes: Uint8Array): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
