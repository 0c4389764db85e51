import {
  type BoundaryResource,
  type ObservationResource,
  parseDataPackage,
} from '../../geodata/sources/package/package.ts';

/** A JSON value that tests change at will. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A descriptor with two counts, a rate derived from them, boundaries and one table. */
export function describePackage(): { [key: string]: Json } {
  return {
    name: 'sample',
    licenses: [
      {
        name: 'CC-BY-4.0',
        title: 'Creative Commons Attribution 4.0',
        path: 'https://creativecommons.org/licenses/by/4.0/',
      },
    ],
    sources: [{ title: 'CBS en Kadaster', path: 'https://www.cbs.nl' }],
    wijkinformatie: {
      region: {
        key: 'sample',
        name: { nl: 'Voorbeeld', en: 'Sample' },
        municipalities: ['GM0153', 'GM0141'],
      },
      indicators: [
        describeIndicator('inwoners', 'count'),
        describeIndicator('misdrijven', 'count'),
        describeIndicator('aandeel', 'share', { decimals: 1, aggregate: { weightedBy: 'inwoners' } }),
        describeIndicator('score', 'score', { decimals: 3, aggregate: 'none' }),
        describeIndicator('misdrijven-per-1000', 'rate', {
          decimals: 1,
          aggregate: 'derived',
          derive: { numerator: 'misdrijven', denominator: 'inwoners', factor: 1000 },
        }),
      ],
    },
    resources: [
      {
        name: 'buurten',
        path: 'buurten.geojson',
        wijkinformatie: {
          role: 'boundaries',
          level: 'neighbourhood',
          boundaryYear: 2024,
          code: 'buurtcode',
          nameField: 'buurtnaam',
          water: 'water',
        },
      },
      describeTable([
        { name: 'code', type: 'string', wijkinformatie: { as: 'area' } },
        { name: 'aantal', type: 'number', wijkinformatie: { as: 'value', indicator: 'inwoners' } },
      ]),
    ],
  };
}

/** A table of neighbourhoods for 2024 with the given fields. */
export function describeTable(
  fields: Json[],
  own: { [key: string]: Json } = { period: '2024' },
): { [key: string]: Json } {
  return {
    name: 'cijfers',
    path: 'cijfers.csv',
    schema: { fields },
    wijkinformatie: { role: 'observations', level: 'neighbourhood', boundaryYear: 2024, ...own },
  };
}

function describeIndicator(key: string, kind: string, other: { [key: string]: Json } = {}): Json {
  return {
    key,
    name: { nl: key, en: key },
    theme: 'achtergrond.bevolking',
    unit: 'eenheden',
    kind,
    decimals: 0,
    polarity: 'neutral',
    aggregate: 'sum',
    ...other,
  };
}

export function toBytes(value: Json): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** The boundaries of the sample package, changed as asked. */
export function boundaryResource(changes: Partial<BoundaryResource> = {}): BoundaryResource {
  const { resources } = parseDataPackage(toBytes(describePackage()), 'datapackage.json');
  for (const resource of resources) if (resource.role === 'boundaries') return { ...resource, ...changes };
  throw new Error('the sample package has no boundaries');
}

/** A table of the sample package with the given fields, changed as asked. */
export function observationResource(
  fields: Json[],
  own: { [key: string]: Json } = { period: '2024' },
  changes: Partial<ObservationResource> = {},
): ObservationResource {
  const descriptor = { ...describePackage(), resources: [describeTable(fields, own)] };
  for (const resource of parseDataPackage(toBytes(descriptor), 'datapackage.json').resources)
    if (resource.role === 'observations') return { ...resource, ...changes };
  throw new Error('the sample package has no table');
}
