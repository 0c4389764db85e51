/** What is said of a thing, in the terms of RDF. */
export type Value =
  | { readonly iri: string }
  | { readonly text: string; readonly language?: string; readonly type?: string }
  | Resource;

/** A thing with its types and properties by the names of `prefixes`; without an `iri` it is known only where it stands. */
export interface Resource {
  readonly iri?: string;
  readonly types: readonly string[];
  readonly properties: readonly (readonly [name: string, value: Value])[];
}

/** The vocabularies that names come from. */
export const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export const iri = (address: string): Value => ({ iri: address });
export const literal = (text: string, type?: string): Value => ({ text, ...(type && { type }) });
export const inLanguage = (text: string, language: string): Value => ({ text, language });

export function isResource(value: Value): value is Resource {
  return 'types' in value;
}

/** Groups properties of one name, in the order in which each first stands. */
export function groupProperties({ properties }: Resource): [string, Value[]][] {
  const groups = new Map<string, Value[]>();
  for (const [name, value] of properties) {
    const values = groups.get(name) ?? [];
    values.push(value);
    groups.set(name, values);
  }
  return [...groups];
}

/** An address as an IRI: what may not stand in one is written as `%XX`. */
export function encodeIri(address: string): string {
  return address.replace(/[\s<>"{}|\\^`]/g, (sign) => encodeURIComponent(sign));
}
