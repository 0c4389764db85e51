import type { Indicator, Kind } from '../indicator.ts';
import { parsePeriod, writePeriod } from '../period.ts';
import {
  hasKey,
  isObject,
  keyError,
  type Node,
  readChoice,
  readObject,
  readObjects,
  readOptionalText,
  readText,
  refuseOtherKeys,
} from './descriptor.ts';
import { suggest } from './nearest.ts';

/** What a column of a table holds. */
const fieldRoles = ['area', 'period', 'value', 'lower', 'upper', 'sampleSize', 'status'] as const;
export type FieldRole = (typeof fieldRoles)[number];

/** A column of a table. One without a role is not read. */
export interface Field {
  readonly name: string;
  /** The Data Package type: `string`, `number`, `integer`, `year` … */
  readonly type: string;
  readonly as: FieldRole | null;
  /** For a value and what belongs to it. */
  readonly indicator: string | null;
  /** Of the indicator: it says which values can be. */
  readonly kind: Kind | null;
  /** Of the indicator. */
  readonly decimals: number | null;
  /** The period of the column itself, as wide tables have; it goes before the resource's. */
  readonly period: string | null;
  /** Data Package's own way to say how the numbers are written; null where it is not said. */
  readonly decimalChar: '.' | ',' | null;
}

/**
 * Reads the columns of a table and checks that together they make observations: one area, values with a known
 * indicator and exactly one period, bounds that belong to a value. Throws InputError.
 */
export function readFields(resource: Node, indicators: readonly Indicator[], period: string | null): Field[] {
  const schema = readObject(resource, 'schema');
  const nodes = readObjects(
    schema,
    'fields',
    (values, number) =>
      `${resource.place}, field ${typeof values.name === 'string' ? `"${values.name}"` : number}`,
    true,
  );
  const fields = nodes.map((node) => readField(node, indicators));
  for (const [position, field] of fields.entries()) {
    const node = nodes[position];
    if (node && fields.findIndex(({ name }) => name === field.name) !== position)
      throw keyError(node, 'name', `"${field.name}" stands there twice`, 'rename or remove one of the two');
    if (node) checkCompany(field, fields.slice(0, position), fields, node);
  }
  checkRoles(resource, fields, period);
  return fields;
}

/** A period in our own notation. Throws InputError where the text is none. */
export function readPeriod(node: Node): string | null {
  if (!hasKey(node, 'period')) return null;
  const value = node.values.period;
  const period = parsePeriod(typeof value === 'number' ? String(value) : readText(node, 'period'));
  if (!period)
    throw keyError(
      node,
      'period',
      `${JSON.stringify(value)} is no period`,
      'write "2024", "2024-Q1", "2024-03" or "2024-W12"',
    );
  return writePeriod(period);
}

function readField(node: Node, indicators: readonly Indicator[]): Field {
  const base = { name: readText(node, 'name'), type: readOptionalText(node, 'type') ?? 'string' };
  const decimalChar = hasKey(node, 'decimalChar') ? readChoice(node, 'decimalChar', ['.', ',']) : null;
  if (!isObject(node.values.wijkinformatie))
    return { ...base, as: null, indicator: null, kind: null, decimals: null, period: null, decimalChar };
  const own = readObject(node, 'wijkinformatie');
  refuseOtherKeys(own, ['as', 'indicator', 'period']);
  const as = readChoice(own, 'as', fieldRoles);
  if (as === 'area' || as === 'period')
    return { ...base, as, indicator: null, kind: null, decimals: null, period: null, decimalChar };
  const key = readText(own, 'indicator');
  const indicator = indicators.find((candidate) => candidate.key === key);
  if (!indicator) {
    const known = indicators.map((candidate) => candidate.key);
    throw keyError(own, 'indicator', `the indicator "${key}" is unknown`, suggest(key, known));
  }
  return {
    ...base,
    as,
    indicator: key,
    kind: indicator.kind,
    decimals: indicator.decimals,
    period: readPeriod(own),
    decimalChar,
  };
}

function checkCompany(field: Field, before: readonly Field[], all: readonly Field[], node: Node): void {
  if (!field.indicator) return;
  const isCompanion = (other: Field) => other.indicator === field.indicator && other.period === field.period;
  const twin = before.find((other) => other.as === field.as && isCompanion(other));
  if (twin)
    throw keyError(
      node,
      'indicator',
      `"${twin.name}" has the same indicator, period and role`,
      'correct one of the two',
    );
  if (!all.some((other) => other.as === 'value' && isCompanion(other)))
    throw keyError(
      node,
      'as',
      `there is no value that this "${field.as}" belongs to`,
      'give a field with "as": "value" the same indicator and period',
    );
}

function checkRoles(resource: Node, fields: readonly Field[], period: string | null): void {
  const count = (role: FieldRole) => fields.filter((field) => field.as === role).length;
  const schemaError = (message: string, remedy: string) => keyError(resource, 'schema', message, remedy);
  if (count('area') !== 1)
    throw schemaError(`${count('area') || 'no'} fields hold the area`, 'give exactly one field "as": "area"');
  if (!count('value')) throw schemaError('no field holds a value', 'give at least one field "as": "value"');
  if (count('period') > 1)
    throw schemaError('several fields hold the period', 'give one field "as": "period"');
  if (count('period') && period)
    throw keyError(resource, 'period', 'a field holds the period too', 'remove one of the two');
  const without = fields.find((field) => field.as === 'value' && !field.period);
  if (without && !count('period') && !period)
    throw keyError(
      resource,
      'period',
      `nothing says which period "${without.name}" is about`,
      'give the resource or the field a "period", or a field "as": "period"',
    );
}
