import { escapeText } from '../pages/escaped-text.ts';
import type { Schemas } from './document.ts';
import { writeText } from './html.ts';

/** A schema as it stands in the document, or a reference to one. */
export type DocumentSchema = Schemas[string];
type Schema = Exclude<DocumentSchema, { $ref: string }>;

function isReference(schema: DocumentSchema): schema is { $ref: string } & DocumentSchema {
  return '$ref' in schema && typeof schema.$ref === 'string';
}

function linkSchema(reference: string): string {
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  return `<a href="#schema-${escapeText(name)}">${escapeText(name)}</a>`;
}

/** The type of a schema in a few words, as HTML: `array of Indicator`, `string or null`, `one of a, b`. */
export function nameType(schema: DocumentSchema | undefined): string {
  if (!schema) return 'anything';
  if (isReference(schema)) return linkSchema(schema.$ref);
  const union = schema.oneOf ?? schema.anyOf;
  if (union) return union.map(nameType).join(' or ');
  if (schema.allOf) return schema.allOf.map(nameType).join(' with ');
  if (schema.enum)
    return `one of ${schema.enum.map((value) => `<code>${escapeText(String(value))}</code>`).join(', ')}`;
  const types = [schema.type ?? 'anything'].flat();
  return types.map((type) => namePlainType(type, schema)).join(' or ');
}

function namePlainType(type: string, schema: Schema): string {
  if (type === 'array') return `list of ${nameType(schema.items)}`;
  if (type === 'integer') return writeRange('whole number', schema);
  return escapeText(type);
}

function writeRange(name: string, { minimum, maximum }: Schema): string {
  if (minimum === undefined || maximum === undefined || maximum > 1e9) return name;
  return `${name} from ${minimum} to ${maximum}`;
}

/** A definition list of the fields of an object; nothing for what has none. */
function writeFields(schema: Schema): string {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return `<p>${nameType(schema)}</p>`;
  const rows = fields.map(([name, field]) => {
    const isOptional = !schema.required?.includes(name);
    const description =
      'description' in field && field.description ? ` — ${writeText(field.description)}` : '';
    const type = `${nameType(field)}${isOptional ? ' (may be absent)' : ''}${description}`;
    return `<dt><code>${escapeText(name)}</code></dt><dd>${type}${writeInlineFields(field)}</dd>`;
  });
  return `<dl>${rows.join('')}</dl>`;
}

/** Fields of an object that has no name of its own, in a list or by itself. */
function writeInlineFields(schema: DocumentSchema): string {
  if (isReference(schema)) return '';
  if (schema.items && 'properties' in schema.items) return writeFields(schema.items);
  return schema.properties ? writeFields(schema) : '';
}

/** Every named schema, with its fields. */
export function writeSchemas(schemas: Schemas): string {
  return Object.entries(schemas)
    .sort(([one], [other]) => one.localeCompare(other))
    .filter((entry): entry is [string, Schema] => !isReference(entry[1]))
    .map(([name, schema]) => {
      const description = schema.description ? `<p>${writeText(schema.description)}</p>` : '';
      return `<section id="schema-${escapeText(name)}"><h3>${escapeText(name)}</h3>${description}${writeFields(schema)}</section>`;
    })
    .join('\n');
}
