import type { Definitions, Dimension } from '../../dimension.ts';
import type { Kind } from '../../indicator.ts';
import { isPeriod } from '../../period.ts';
import { readPeriodText } from '../period-text.ts';
import { suggest } from '../suggestion.ts';
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

/** What a column of a table holds. */
const fieldRoles = [
  'area',
  'period',
  'category',
  'value',
  'lower',
  'upper',
  'sampleSize',
  'status',
  'reason',
] as const;
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
  /** Of the indicator, where it can be divided. */
  readonly dimension: Dimension | null;
  /** The category of the column itself, as wide tables have; null: that of the row, if a field holds it, or the whole. */
  readonly category: string | null;
  /** The period of the column itself, as wide tables have; it goes before the resource's. */
  readonly period: string | null;
  /** Data Package's own way to say how the numbers are written; null where it is not said. */
  readonly decimalChar: '.' | ',' | null;
}

/**
 * Reads the columns of a table and checks that together they make observations: one area, values with a known
 * indicator and exactly one period, bounds that belong to a value. Throws InputError.
 */
export function readFields(resource: Node, definitions: Definitions, period: string | null): Field[] {
  const schema = readObject(resource, 'schema');
  const nodes = readObjects(
    schema,
    'fields',
    (values, number) =>
      `${resource.place}, field ${typeof values.name === 'string' ? `"${values.name}"` : number}`,
    true,
  );
  const fields = nodes.map((node) => readField(node, definitions));
  for (const [position, field] of fields.entries()) {
    const node = nodes[position];
    if (node && fields.findIndex(({ name }) => name === field.name) !== position)
      throw keyError(node, 'name', `"${field.name}" stands there twice`, 'rename or remove one of the two');
    if (node) checkCompany(field, fields.slice(0, position), fields, node);
  }
  checkRoles(resource, fields, period);
  checkCategories(resource, fields);
  return fields;
}

/** A period in our own notation. Throws InputError where the text is none, or one that may still change. */
export function readPeriod(node: Node): string | null {
  if (!hasKey(node, 'period')) return null;
  const value = node.values.period;
  const text = typeof value === 'number' ? String(value) : readText(node, 'period');
  if (isPeriod(text)) return text;
  const reading = readPeriodText(text, { dates: null, spans: null });
  if (reading !== null && 'period' in reading && !reading.isProvisional) return reading.period;
  const isMarked = reading !== null && 'period' in reading;
  throw keyError(
    node,
    'period',
    isMarked ? `${JSON.stringify(value)} is marked as provisional` : `${JSON.stringify(value)} is no period`,
    isMarked
      ? `write "${reading.period}", and a star behind the figures or a field "as": "status"`
      : 'write "2024", "2024-Q1", "2024-03", "2024-W12", or "2021..2023" for an average over these years',
  );
}

/** What a field has that is of no indicator. */
const bare = { indicator: null, kind: null, decimals: null, dimension: null, category: null, period: null };

function readField(node: Node, { indicators, dimensions }: Definitions): Field {
  const base = { name: readText(node, 'name'), type: readOptionalText(node, 'type') ?? 'string' };
  const decimalChar = hasKey(node, 'decimalChar') ? readChoice(node, 'decimalChar', ['.', ',']) : null;
  if (!isObject(node.values.wijkinformatie)) return { ...base, ...bare, as: null, decimalChar };
  const own = readObject(node, 'wijkinformatie');
  refuseOtherKeys(own, ['as', 'indicator', 'category', 'period']);
  const as = readChoice(own, 'as', fieldRoles);
  if (as === 'area' || as === 'period' || as === 'category') return { ...base, ...bare, as, decimalChar };
  const key = readText(own, 'indicator');
  const indicator = indicators.find((candidate) => candidate.key === key);
  if (!indicator) {
    const known = indicators.map((candidate) => candidate.key);
    throw keyError(own, 'indicator', `the indicator "${key}" is unknown`, suggest(key, known));
  }
  const dimension = dimensions.find((candidate) => candidate.key === indicator.dimension) ?? null;
  return {
    ...base,
    as,
    indicator: key,
    dimension,
    category: readFixedCategory(own, key, dimension),
    kind: indicator.kind,
    decimals: indicator.decimals,
    period: readPeriod(own),
    decimalChar,
  };
}

/** The category that a column is about. Throws InputError where the indicator has none of that key. */
function readFixedCategory(node: Node, indicator: string, dimension: Dimension | null): string | null {
  if (!hasKey(node, 'category')) return null;
  const text = readText(node, 'category');
  const known = dimension ? listCategoryKeys(dimension) : [];
  if (known.includes(text)) return text;
  throw keyError(node, 'category', `"${indicator}" has no category "${text}"`, suggest(text, known));
}

/** What may stand where a category is named: the keys of all, and the total. */
export function listCategoryKeys({ categories, total }: Dimension): string[] {
  return [...(total === null ? [] : [total]), ...categories.map(({ key }) => key)];
}

function checkCategories(resource: Node, fields: readonly Field[]): void {
  const holders = fields.filter(({ as }) => as === 'category');
  const values = fields.filter(({ as }) => as === 'value');
  const error = (message: string, remedy: string) => keyError(resource, 'schema', message, remedy);
  if (holders.length > 1) throw error('several fields hold the category', 'give one field "as": "category"');
  if (holders.length === 0) return;
  const odd = values.find(({ dimension, category }) => dimension === null || category !== null);
  if (!odd) return;
  throw odd.category === null
    ? error(
        `a field holds the category, but "${odd.indicator}" has none`,
        'give the indicator a "dimension", or put its figures into a table of their own',
      )
    : error(`"${odd.name}" has a category, and a field holds it too`, 'remove one of the two');
}

function checkCompany(field: Field, before: readonly Field[], all: readonly Field[], node: Node): void {
  if (!field.indicator) return;
  const isCompanion = (other: Field) =>
    other.indicator === field.indicator && other.category === field.category && other.period === field.period;
  const twin = before.find((other) => other.as === field.as && isCompanion(other));
  if (twin)
    throw keyError(
      node,
      'indicator',
      `"${twin.name}" has the same indicator, category, period and role`,
      'correct one of the two',
    );
  if (!all.some((other) => other.as === 'value' && isCompanion(other)))
    throw keyError(
      node,
      'as',
      `there is no value that this "${field.as}" belongs to`,
      'give a field with "as": "value" the same indicator, category and period',
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
