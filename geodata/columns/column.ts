import { columnFromArray, Endianness, field, Table, tableToIPC, uint8, Version } from '@uwdata/flechette';
import { type FigureReason, figureReasons } from '../disclosure/rule.ts';
import { isMapLevel, type MapLevel } from '../level.ts';
import { type ArrowTable, readArrowTable } from './arrow-table.ts';
import {
  add,
  carryOn,
  decodeNumbers,
  divide,
  type EncodedField,
  encodeNumbers,
  subtract,
  toIntegers,
} from './numbers.ts';

/** The figures of one period in one boundary year, one entry for each area version, at its `index`. */
export interface ColumnPeriod {
  readonly period: string;
  readonly boundaryYear: number;
  /** In the indicator's unit; NaN where there is no value. */
  readonly values: Float64Array;
  /** Index in `statuses`, or `absentArea`, both of observation.ts. */
  readonly statuses: Uint8Array;
  /** Where something is said of some beside their status: its place in `figureReasons` from 1 on; 0 for nothing. */
  readonly reasons?: Uint8Array;
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

/** Place of a period in the boundaries of a year in a column; -1 where it has none. */
export function findPeriod(
  column: ColumnData | null,
  period: string | undefined,
  boundaryYear: number | null,
): number {
  const periods = column?.periods ?? [];
  return periods.findIndex((each) => each.period === period && each.boundaryYear === boundaryYear);
}

/** The same, or else in its newest boundaries: for what is drawn on others than its own. */
export function findPeriodSomewhere(
  column: ColumnData | null,
  period: string,
  boundaryYear: number | null,
): number {
  const same = findPeriod(column, period, boundaryYear);
  return same >= 0 ? same : (column?.periods ?? []).findLastIndex((each) => each.period === period);
}

/** What is said of the figure of an area beside its status; null: nothing. */
export function reasonAt({ reasons }: Pick<ColumnPeriod, 'reasons'>, index: number): FigureReason | null {
  return figureReasons[(reasons?.[index] ?? 0) - 1] ?? null;
}

/** The encoding that the metadata names. Columns of before it name none, and hold every number as it is. */
const steps = 'steps';

/**
 * Apache Arrow IPC in the streaming format, uncompressed, in one record batch: every Arrow reader opens it. Fields of a
 * period are named `2024@2024`, `2024@2024:status`, `:reason`, `:lower` and `:upper`; docs/columns.md says how figures are computed
 * from what they hold. Made to be small once it is compressed: a period is the steps from the one before, bounds are
 * distances from the value, a status field stands only where a status changes, and like lies beside like. Throws
 * RangeError for an array whose length is not `size`, and for a column without periods.
 */
export function encodeColumn(data: ColumnData): Uint8Array {
  return encodeTable(data, { ...describeColumn(data), hash: hashColumn(data) });
}

/** A hash of everything a column says (16 hexadecimal digits): equal columns have equal hashes. */
export function hashColumn(data: ColumnData): string {
  return hashBytes(encodeTable(data, describeColumn(data)));
}

/** Reads what `encodeColumn` writes, and what it wrote before there were steps. Throws an Error for bytes that are neither. */
export function decodeColumn(bytes: Uint8Array): ColumnData {
  const table = readArrowTable(bytes);
  const { metadata } = table;
  const level = metadata.get('level') ?? '';
  if (!isMapLevel(level)) throw new Error('These bytes are Arrow, but not a column of figures');
  const scale = Number(metadata.get('scale'));
  return {
    indicator: metadata.get('indicator') ?? '',
    level,
    unit: metadata.get('unit') ?? '',
    scale,
    size: table.size,
    periods: decodePeriods(table, scale, metadata.get('encoding') === steps),
  };
}

function describeColumn({ indicator, level, unit, scale, periods }: ColumnData): Record<string, string> {
  const names = JSON.stringify(periods.map(nameField));
  return { indicator, level, unit, scale: String(scale), periods: names, encoding: steps };
}

function encodeTable(data: ColumnData, metadata: Record<string, string>): Uint8Array {
  const encoded = encodeFields(data);
  if (encoded.length === 0) throw new RangeError(`The column of ${data.indicator} has no periods`);
  const table = new Table(
    {
      version: Version.V5,
      endianness: Endianness.Little,
      fields: encoded.map(({ name, column, nullable }) => field(name, column.type, nullable)),
      metadata: new Map(Object.entries(metadata)),
    },
    encoded.map(({ column }) => column),
  );
  const bytes = tableToIPC(table, { format: 'stream' });
  if (!bytes) throw new Error('The Arrow encoder gave no bytes');
  return bytes;
}

function encodeFields({ periods, scale, size }: ColumnData): EncodedField[] {
  const values: EncodedField[] = [];
  const statuses: EncodedField[] = [];
  const bounds: EncodedField[] = [];
  let held: Float64Array = new Float64Array(size);
  let codes: Uint8Array = new Uint8Array();
  for (const period of periods) {
    const name = nameField(period);
    const measure = (numbers: Float64Array) => toIntegers(checkLength(numbers, size, name), scale);
    if (!isSame(checkLength(period.statuses, size, name), codes))
      statuses.push({
        name: `${name}:status`,
        column: columnFromArray(period.statuses, uint8()),
        nullable: false,
      });
    if (period.reasons)
      statuses.push({
        name: `${name}:reason`,
        column: columnFromArray(checkLength(period.reasons, size, name), uint8()),
        nullable: false,
      });
    codes = period.statuses;
    const numbers = measure(period.values);
    values.push(encodeNumbers(name, subtract(numbers, held), codes));
    held = carryOn(numbers, held);
    if (period.lower)
      bounds.push(encodeNumbers(`${name}:lower`, subtract(held, measure(period.lower)), codes));
    if (period.upper)
      bounds.push(encodeNumbers(`${name}:upper`, subtract(measure(period.upper), held), codes));
  }
  return [...values, ...statuses, ...bounds];
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((code, index) => code === other[index]);
}

function decodePeriods(table: ArrowTable, scale: number, isStepped: boolean): ColumnPeriod[] {
  const none = new Float64Array(table.size);
  let held: Float64Array = none;
  let codes: Uint8Array = new Uint8Array();
  return [...table.fields.keys()].flatMap((name) => {
    if (name.includes(':')) return [];
    codes = decodeBytes(table, `${name}:status`) ?? codes.slice();
    const reasons = decodeBytes(table, `${name}:reason`);
    const read = (suffix: string) => decodeNumbers(table.fields.get(name + suffix), codes);
    const values = add(read('') ?? none, isStepped ? held : none);
    held = carryOn(values, held);
    const [below, above] = [read(':lower'), read(':upper')];
    const lower = below && (isStepped ? subtract(held, below) : below);
    const upper = above && (isStepped ? add(held, above) : above);
    return {
      ...parseField(name),
      values: divide(values, scale),
      statuses: codes,
      ...(reasons && { reasons }),
      ...(lower && { lower: divide(lower, scale) }),
      ...(upper && { upper: divide(upper, scale) }),
    };
  });
}

function decodeBytes(table: ArrowTable, name: string): Uint8Array | undefined {
  const field = table.fields.get(name);
  return field && Uint8Array.from(field.numbers);
}

function nameField({ period, boundaryYear }: Pick<ColumnPeriod, 'period' | 'boundaryYear'>): string {
  return `${period}@${boundaryYear}`;
}

function parseField(name: string): Pick<ColumnPeriod, 'period' | 'boundaryYear'> {
  const [period = '', boundaryYear = ''] = name.split('@');
  return { period, boundaryYear: Number(boundaryYear) };
}

function checkLength<Numbers extends ArrayLike<number>>(
  numbers: Numbers,
  size: number,
  name: string,
): Numbers {
  if (numbers.length !== size)
    throw new RangeError(`${name} has ${numbers.length} entries instead of ${size}`);
  return numbers;
}

/** FNV-1a of 64 bits (Fowler, Noll, Vo; offset and prime from RFC 9923). */
function hashBytes(bytes: Uint8Array): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
