import { writeAddress } from '../../dimension.ts';
import type { Level } from '../../level.ts';
import type { Observation } from '../../observation.ts';
import { isPeriod } from '../../period.ts';
import { InputError } from '../../problem.ts';
import type { Account } from '../account.ts';
import { readAreaCode } from '../area-code.ts';
import { createTally, type Repair, type Tally } from '../boundaries/repair.ts';
import { findField, readTable, type Table } from '../formats/csv.ts';
import { findDecimalSign, type SignProof, settleDecimalSign } from '../number.ts';
import { type FieldRole, listCategoryKeys } from '../package/field.ts';
import type { ObservationResource } from '../package/resource.ts';
import { readPeriodText } from '../period-text.ts';
import { plainSigns } from '../plain-signs.ts';
import { suggest } from '../suggestion.ts';
import { listDoubts } from './doubts.ts';
import { readFigure } from './figure.ts';
import { attachCompanions, type Column, type Reading, type ValueColumn } from './reading.ts';

/** The figures of a table, what became of its rows, and what people should know of how it was read. */
export interface ObservationReading {
  readonly observations: readonly Observation[];
  readonly account: Account;
  /** Of each row that was read, as people count: every one gives an observation for each field of values. */
  readonly rowNumbers: Uint32Array;
  readonly notes: readonly Repair[];
  /** Figures that may be right and are far from what can be expected. */
  readonly doubts: readonly Repair[];
}

/**
 * Reads a table of figures: one observation a row and value field, missing and withheld ones included. Notes say what
 * was read otherwise than declared and which values look odd. Throws InputError, naming row and field, on anything that
 * cannot be read with certainty.
 */
export async function readObservations(
  resource: ObservationResource,
  bytes: Uint8Array,
): Promise<ObservationReading> {
  const { path: file, fields, encoding, delimiter } = resource;
  const names = fields.map(({ name }) => name);
  const table = readTable(bytes, { file, encoding, delimiter, fields: names });
  const columns = fields
    .filter(({ as }) => as !== null)
    .map((field) => ({ ...field, position: findField(table, field.name, file) }));
  const tally = createTally();
  noteAbsentFields(table, names, tally);
  const reading = { resource, ...readDecimalSign(table, columns, file, tally), tally };
  const observations = readRows(table, columns, reading);
  const { rows, blank } = table;
  return {
    observations,
    account: {
      file,
      unit: 'rows',
      read: rows.length + blank.count,
      written: { count: rows.length, as: 'rows' },
      leftOut: blank.count ? [{ reason: 'without anything in them', ...blank }] : [],
    },
    rowNumbers: Uint32Array.from(rows, ({ number }) => number),
    notes: [...table.notes, ...tally.toRepairs(file)],
    doubts: listDoubts(observations, resource),
  };
}

function noteAbsentFields(table: Table, names: readonly string[], tally: Tally): void {
  for (const name of names)
    if (!table.header.includes(name))
      tally.add('the descriptor names a field that the file lacks; it is not needed', `field "${name}"`);
}

/** The decimal sign that cells with numbers prove, where the descriptor does not say it. Throws where they contradict. */
function readDecimalSign(
  table: Table,
  columns: readonly Column[],
  file: string,
  tally: Tally,
): Pick<Reading, 'sign' | 'provedFields'> {
  const numeric = columns.filter(({ as, decimalChar }) => !decimalChar && isNumeric(as));
  const proof: SignProof = new Map();
  const provedFields = new Set<number>();
  for (const { number, cells } of table.rows)
    for (const { position, name, kind, as } of numeric) {
      const text = plainSigns(cells[position] ?? '')
        .trim()
        .replace(/\s*\*{1,2}$/, '');
      const sign = findDecimalSign(text, kind === 'count' || as === 'sampleSize');
      if (sign === 'unknown') continue;
      provedFields.add(position);
      if (!proof.has(sign)) proof.set(sign, `row ${number}, field "${name}", "${text}"`);
    }
  const remedy =
    'write all numbers of the file the same way, or give the fields their own "decimalChar" in the descriptor';
  const sign = settleDecimalSign(proof, file, remedy);
  if (sign === ',') tally.add('numbers have decimal commas', proof.get(',') ?? '');
  return { sign, provedFields };
}

function isNumeric(role: FieldRole | null): boolean {
  return role === 'value' || role === 'lower' || role === 'upper' || role === 'sampleSize';
}

function readRows(table: Table, columns: readonly Column[], reading: Reading): Observation[] {
  const area = columns.find(({ as }) => as === 'area');
  const period = columns.find(({ as }) => as === 'period');
  const category = columns.find(({ as }) => as === 'category');
  const values = attachCompanions(columns);
  const readAddress = createAddressReader(category, reading);
  const readPeriod = createPeriodReader(period, reading);
  const seen = new Map<string, Map<string, number>>();
  const observations: Observation[] = [];
  for (const { number, cells } of table.rows) {
    const code = readCode(cells, area, number, reading);
    const rowPeriod = readPeriod(cells, number);
    for (const [index, column] of values.entries()) {
      const own = column.value.period ?? rowPeriod.period;
      const indicator = readAddress(column.value, cells, number);
      const row = { code, period: own, number, indicator };
      const observation = readObservation(cells, column, row, reading);
      const at = number * values.length + index;
      const first = remember(seen, `${own} ${indicator}`, code, at);
      if (first !== at) throw describeDuplicate(observation, [first, at], values, reading);
      observations.push(
        rowPeriod.isProvisional && observation.status === 'final' && column.value.period === null
          ? { ...observation, status: 'provisional' }
          : observation,
      );
    }
  }
  return observations;
}

/** Reads the period of a row; each text once, as there may be millions of rows. */
function createPeriodReader(
  field: Column | undefined,
  reading: Reading,
): (cells: readonly string[], row: number) => { period: string; isProvisional: boolean } {
  const fixed = { period: reading.resource.period ?? '', isProvisional: false };
  if (!field) return () => fixed;
  const known = new Map<string, { period: string; isProvisional: boolean }>();
  return (cells, row) => {
    const text = plainSigns(cells[field.position] ?? '').trim();
    const period = known.get(text) ?? readRowPeriod(text, field, row, reading);
    known.set(text, period);
    return period;
  };
}

/**
 * The address of a value's figure: of the column's category, or of the row's, where a field holds it. The texts are made
 * once each, as there may be millions of rows.
 */
function createAddressReader(
  field: Column | undefined,
  { resource }: Reading,
): (value: Column, cells: readonly string[], row: number) => string {
  const known = new Map<Column, Map<string, string>>();
  const listAddresses = ({ indicator, dimension }: Column) => {
    const addresses = new Map<string, string>();
    for (const key of dimension ? listCategoryKeys(dimension) : [])
      addresses.set(
        key,
        writeAddress({ indicator: indicator ?? '', category: key === dimension?.total ? null : key }),
      );
    return addresses;
  };
  return (value, cells, row) => {
    const addresses = known.get(value) ?? listAddresses(value);
    known.set(value, addresses);
    const text = field ? plainSigns(cells[field.position] ?? '').trim() : value.category;
    if (text === null) return value.indicator ?? '';
    const address = addresses.get(text);
    if (address !== undefined) return address;
    throw new InputError({
      file: resource.path,
      place: `row ${row}, field "${field?.name}"`,
      message: text ? `"${text}" is no category of "${value.dimension?.key}"` : 'the category is missing',
      remedy: text
        ? suggest(text, [...addresses.keys()])
        : 'write the one that the figure is of, or the total',
    });
  };
}

/**
 * The position at which this period, item and area first stood: a row and column as one number. Nested maps, as a key a figure
 * would double the memory.
 */
function remember(seen: Map<string, Map<string, number>>, cell: string, code: string, index: number): number {
  const positions = seen.get(cell) ?? new Map<string, number>();
  seen.set(cell, positions);
  const first = positions.get(code) ?? index;
  positions.set(code, first);
  return first;
}

function readObservation(
  cells: readonly string[],
  column: ValueColumn,
  row: { code: string; period: string; number: number; indicator: string },
  reading: Reading,
): Observation {
  const { resource } = reading;
  return {
    indicator: row.indicator,
    area: row.code,
    level: resource.level,
    boundaryYear: resource.boundaryYear,
    period: row.period,
    ...readFigure(cells, column, `row ${row.number} (${row.code})`, reading),
    origin: 'published',
    source: resource.source.key,
  };
}

function readCode(
  cells: readonly string[],
  area: Column | undefined,
  row: number,
  { resource, tally }: Reading,
): string {
  const level: Level = resource.level;
  const place = `row ${row}, field "${area?.name}"`;
  return readAreaCode(cells[area?.position ?? -1], level, resource.path, place, tally.add);
}

function readRowPeriod(
  text: string,
  field: Column,
  row: number,
  { resource }: Reading,
): { period: string; isProvisional: boolean } {
  const mustBeYear = field.type === 'year';
  const reading = isPeriod(text)
    ? { period: text, isProvisional: false }
    : readPeriodText(text, { dates: null, spans: null });
  if (reading !== null && 'period' in reading && (!mustBeYear || /^\d{4}$/.test(reading.period)))
    return reading;
  const refuse = (message: string, remedy: string) =>
    new InputError({ file: resource.path, place: `row ${row}, field "${field.name}"`, message, remedy });
  if (reading !== null && 'ask' in reading && !mustBeYear)
    throw reading.ask === 'span'
      ? refuse(
          `"${text}" is several years`,
          'write 2021..2023 where it is an average over these years, or the one year that the figure counts for',
        )
      : refuse(`"${text}" is a date`, 'write the year, quarter, month or week that it stands for');
  throw refuse(
    text ? `"${text}" is no ${mustBeYear ? 'year' : 'period'}` : 'the period is missing',
    mustBeYear ? 'write a year of four digits' : 'write 2024, 2024-Q1, 2024-03 or 2024-W12',
  );
}

/** `positions` hold the row and, counted among the fields of values, the column of either. */
function describeDuplicate(
  { indicator, area, period }: Observation,
  positions: readonly [first: number, second: number],
  values: readonly ValueColumn[],
  { resource }: Reading,
): InputError {
  const [first, second] = positions.map((index) => ({
    row: Math.floor(index / values.length),
    field: values[index % values.length]?.value.name ?? '',
  }));
  const isOneColumn = first?.field === second?.field;
  const write = (place: typeof first) => `row ${place?.row}${isOneColumn ? '' : `, field "${place?.field}"`}`;
  return new InputError({
    file: resource.path,
    place: write(second),
    message: `"${indicator}" of ${area} for ${period} stands in ${write(first)} too`,
    remedy: isOneColumn ? 'remove one of the two rows' : 'remove one of the two figures',
  });
}
