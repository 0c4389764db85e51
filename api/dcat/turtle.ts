import { encodeIri, groupProperties, isResource, prefixes, type Resource, type Value } from './graph.ts';

/** Resources as Turtle (RDF 1.1); what is nested stands in brackets, or by itself where it has a name. */
export function writeTurtle(resources: readonly Resource[]): string {
  const named = [...resources];
  const heads = Object.entries(prefixes).map(([name, address]) => `@prefix ${name}: <${address}> .`);
  const blocks: string[] = [];
  for (const resource of named)
    if (resource.iri !== undefined) blocks.push(`${writeIri(resource.iri)} ${writeBody(resource, named)} .`);
  return `${heads.join('\n')}\n\n${blocks.join('\n\n')}\n`;
}

/** `named` gathers the resources that stand by themselves further down. */
function writeBody(resource: Resource, named: Resource[]): string {
  const properties = groupProperties(resource).map(
    ([name, values]) => `${name} ${values.map((value) => writeValue(value, named)).join(', ')}`,
  );
  return [`a ${resource.types.join(', ')}`, ...properties].join(' ;\n  ');
}

function writeValue(value: Value, named: Resource[]): string {
  if (isResource(value)) {
    if (value.iri === undefined) return `[ ${writeBody(value, named)} ]`;
    if (!named.some((one) => one.iri === value.iri)) named.push(value);
    return writeIri(value.iri);
  }
  if ('iri' in value) return writeIri(value.iri);
  const text = `"${escapeString(value.text)}"`;
  if (value.language) return `${text}@${value.language}`;
  return value.type ? `${text}^^${value.type}` : text;
}

const signs: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escapeString(text: string): string {
  return text.replace(/[\\"\n\r\t]/g, (sign) => signs[sign] ?? sign);
}

function writeIri(address: string): string {
  return `<${encodeIri(address)}>`;
}
