import fc from 'fast-check';
import type { Schemas } from '../../../api/documentation/document.ts';
import { value } from './value.ts';

type Schema = Record<string, unknown>;

/** Deeper than any body of the product. */
const deepest = 6;

/** JSON that is made as a schema of the document says, with values of any kind. */
export function drawBody(schema: unknown, schemas: Schemas, depth = 0): fc.Arbitrary<unknown> {
  const own = resolve(schema, schemas);
  if (depth > deepest) return anything;
  const options = (own.oneOf ?? own.anyOf) as unknown[] | undefined;
  const whole = (own.allOf as unknown[] | undefined)?.[0] ?? null;
  if (options) return fc.oneof(...options.map((option) => drawBody(option, schemas, depth + 1)));
  if (whole !== null) return drawBody(whole, schemas, depth + 1);
  if (Array.isArray(own.enum)) return fc.constantFrom(...own.enum);
  return often(drawOfType(own, schemas, depth));
}

function drawOfType(schema: Schema, schemas: Schemas, depth: number): fc.Arbitrary<unknown> {
  const [type] = [schema.type ?? 'object'].flat() as string[];
  if (type === 'object') {
    const properties = Object.entries((schema.properties ?? {}) as Record<string, unknown>);
    const required = (schema.required ?? []) as string[];
    const drawn = properties.map(([name, one]) => [name, drawBody(one, schemas, depth + 1)] as const);
    return fc.record(Object.fromEntries(drawn), { requiredKeys: required });
  }
  if (type === 'array')
    return fc.array(drawBody(schema.items ?? {}, schemas, depth + 1), {
      minLength: Number(schema.minItems ?? 0),
      maxLength: 3,
    });
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer' || type === 'number')
    return fc.constantFrom(
      1,
      2,
      0,
      99,
      -1,
      2 ** 31,
      2 ** 53 - 1,
      0.5,
      Number(schema.minimum ?? 1),
      Number(schema.maximum ?? 2024),
    );
  return fc.oneof(
    { weight: 1, arbitrary: value },
    { weight: 15, arbitrary: fc.constantFrom(...textsOf(schema)) },
  );
}

/** Texts that forms of the document take. */
function textsOf({ format, pattern }: Schema): string[] {
  if (format === 'email') return ['iemand@example.nl'];
  if (format === 'date') return ['2026-11-30', '2026-02-30'];
  if (format === 'uuid') return ['00000000-0000-4000-8000-000000000000'];
  const form = String(pattern);
  if (form.includes('{43}')) return ['A'.repeat(43)];
  if (form.startsWith('^GM')) return ['GM9001', 'GM9002', 'GM9999'];
  if (form.startsWith('^(GM')) return ['GM9001', 'WK900101', 'WK900200'];
  if (form.startsWith('^[a-z]')) return ['proef-2026', 'proef', 'misdrijven', 'onbekend'];
  return ['Een gewone tekst', 'GM9001', 'WK900100', 'proef-2026', '/?indicator=misdrijven'];
}

const anything = fc.oneof(
  value,
  fc.integer(),
  fc.constantFrom<unknown>(null, true, [], {}, 1e308, -0.5),
  fc.constant(nest(2000)),
);

function nest(depth: number): unknown {
  let nested: unknown = [];
  for (let index = 0; index < depth; index++) nested = [nested];
  return nested;
}

function often(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 60, arbitrary }, { weight: 1, arbitrary: anything });
}

function resolve(schema: unknown, schemas: Schemas): Schema {
  const own = (schema ?? {}) as Schema;
  const name = typeof own.$ref === 'string' ? own.$ref.split('/').at(-1) : undefined;
  return name === undefined ? own : resolve(schemas[name], schemas);
}
