import { encodeIri, groupProperties, isResource, prefixes, type Resource, type Value } from './graph.ts';

/** Resources as JSON-LD 1.1, with the names that Turtle has. */
export function writeJsonLd(resources: readonly Resource[]): string {
  return JSON.stringify({ '@context': prefixes, '@graph': resources.map(describeResource) });
}

function describeResource(resource: Resource): object {
  const properties = groupProperties(resource).map(([name, values]) => {
    const described = values.map(describeValue);
    return [name, described.length === 1 ? described[0] : described];
  });
  return {
    ...(resource.iri !== undefined && { '@id': encodeIri(resource.iri) }),
    '@type': resource.types,
    ...Object.fromEntries(properties),
  };
}

function describeValue(value: Value): object | string {
  if (isResource(value)) return describeResource(value);
  if ('iri' in value) return { '@id': encodeIri(value.iri) };
  if (value.language) return { '@value': value.text, '@language': value.language };
  return value.type ? { '@value': value.text, '@type': value.type } : value.text;
}
