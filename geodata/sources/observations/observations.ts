import { writeAddress } from '../../dimension.ts';
import type { Level } from '../../level.ts';
import type { Observation } from '../../observation.ts';
import { parsePeriod, writePeriod } from '../../period.ts';
import { InputError } from '../../problem.ts';
import { readAreaCode } from '../area-code.ts';
import { createTally, type Repair, type Tally } from '../boundaries/repair.ts';
import { findField, readTable, type Table } from '../formats/csv.ts';
import { type DecimalSign, findDecimalSign, settleDecimalSign } from '../number.ts';
import { type FieldRole, listCategoryKeys } from '../package/field.ts';
import type { ObservationResource } from '../package/resource.ts';
import { suggest } from '../suggestion.ts';
import { readFigure } from './figure.ts';
import { attachCompanions, type Column, type Reading, type ValueColumn } from './reading.ts';

/**
 * Reads a table of figures: one observation a row and value field, missing and withheld ones included. Notes say what
 * was read otherwise than declared and which values look odd. Throws InputError, naming row and field, on anything that
 * cannot be read with certainty.
 */
export async function readObservations(
  resource: ObservationResource,
  bytes: Uint8Array,
): Promise<{ observations: Observation[]; notes: Repair[]; rowsRead: number }> {
  const { path: file, fields, encoding, delimiter } = resource;
  const names = fields.map(({ name }) => name);
  const table = readTable(bytes, { file, encoding, delimiter, fields: names });
  const columns = fields
    .filter(({ as }) => as !== null)
    .map((field) => ({ ...field, position: findField(table, field.name, file) }));
  const tally = createTally();
  noteAbsentFields(table, names, tally);
  const reading: Reading = { resource, sign: readDecimalSign(table, columns, file, tally), tally };
  const observations = readRows(table, columns, reading);
  return { observations, notes: [...table.notes, ...tally.toRepairs(file)], rowsRead: table.rows.length };
}

function noteAbsentFields(table: Table, names: readonly string[], tally: Tally): void {
  for (const name of names)
    if (!table.header.includes(name))
      tally.add('the descriptor names a field that the file lacks; it is not needed', `field "${name}"`);
}

/** The decimal sign that cells with numbers prove, where the descriptor does not say it. Throws where they contradict. */
function readDecimalSign(table: Table, columns: readonly Column[], file: string, tally: Tally): DecimalSign {
  const numeric = columns.filter(({ as, decimalChar }) => !decimalChar && isNumeric(as));
  const proof = new Map<DecimalSign, string>();
  for (const { number, cells } of table.rows)
    for (const { position, name } of numeric) {
      const text = (cells[position] ?? '').trim().replace(/\s*\*{1,2}$/, '');
      const sign = findDecimalSign(text);
      if (sign !== 'unknown' && !proof.has(sign))
        proof.set(sign, `row ${number}, field "${name}", "${text}"`);
    }
  const sign = settleDecimalSign(proof, file, 'write all numbers of the file the same way');
  if (sign === ',') tally.add('numbers have decimal commas', proof.get(',') ?? '');
  return sign;
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
  const rowsSeen = values.map(() => new Map<string, Map<string, number>>());
  const observations: Observation[] = [];
  for (const { number, cells } of table.rows) {
    const code = readCode(cells, area, number, reading);
    const rowPeriod = period ? readRowPeriod(cells, period, number, reading) : reading.resource.period;
    for (const [index, column] of values.entries()) {
      const own = column.value.period ?? rowPeriod ?? '';
      const indicator = readAddress(column.value, cells, number);
      const row = { code, period: own, number, indicator };
      const observation = readObservation(cells, column, row, reading);
      const firstRow = remember(rowsSeen[index], `${own} ${indicator}`, code, number);
      if (firstRow !== number) throw describeDuplicate(observation, firstRow, number, reading);
      observations.push(observation);
    }
  }
  return observations;
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
    const text = field ? (cells[field.position] ?? '').trim() : value.category;
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

/** The row in which a column first had this period, item and area. Nested maps, as a key a figure would double the memory. */
function remember(
  seen: Map<string, Map<string, number>> | undefined,
  cell: string,
  code: string,
  row: number,
): number {
  const rows = seen?.get(cell) ?? new Map<string, number>();
  seen?.set(cell, rows);
  const first = rows.get(code) ?? row;
  rows.set(code, first);
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
    note: null,
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

function readRowPeriod(cells: readonly string[], field: Column, row: number, { resource }: Reading): string {
  const text = (cells[field.position] ?? '').trim();
  const period = parsePeriod(text);
  if (period && (field.type !== 'year' || period.unit === 'year')) return writePeriod(period);
  throw new InputError({
    file: resource.path,
    place: `row ${row}, field "${field.name}"`,
    message: text ? `"${text}" is no ${field.type === 'year' ? 'year' : 'period'}` : 'the period is missing',
    remedy:
      field.type === 'year' ? 'write a year of four digits' : 'write 2024, 2024-Q1, 2024-03 or 2024-W12',
  });
}

function describeDuplicate(
  { indicator, area, period }: Observation,
  first: number,
  second: number,
  { resource }: Reading,
): InputError {
  return new InputError({
    file: resource.path,
    place: `row ${second}`,
    message: `"${indicator}" of ${area} for ${period} stands in row ${first} too`,
    remedy: 'remove one of the two rows',
  });
}
