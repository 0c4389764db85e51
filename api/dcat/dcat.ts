import { mapLevels } from '../../geodata/level.ts';
import { daysOfPeriods } from '../../geodata/period.ts';
import type { PublicRelease } from '../../sql/public-releases.ts';
import { servicePath } from '../ogc/addresses.ts';
import type { Catalog } from '../schemas/catalog.ts';
import { inLanguage, iri, literal, type Resource, type Value } from './graph.ts';
import { addressLicence, boundaryTheme, findDataTheme, terms, themeNames } from './vocabularies.ts';

/** Where the catalogue is, whose names are of places in it. */
export const cataloguePath = '/catalog.ttl';

/** Who is answerable for a catalogue: the name and address that harvesters are told. */
export interface Publisher {
  readonly name: string;
  /** Where it is described, such as in the register of organisations of government; null: the site itself. */
  readonly iri: string | null;
  readonly email: string | null;
}

type Property = readonly [string, Value];
type Use = PublicRelease['figures'][number];

/** What DCAT-AP-NL 3.0 wants to be told of what is public: a catalogue with a dataset a release, and the two services. */
export function describeCatalogue(
  catalog: Catalog,
  releases: readonly PublicRelease[],
  { origin, publisher }: { readonly origin: string; readonly publisher: Publisher },
): Resource[] {
  const organisation: Resource = {
    iri: publisher.iri ?? `${origin}${cataloguePath}#publisher`,
    types: ['foaf:Agent'],
    properties: [
      ['foaf:name', inLanguage(publisher.name, 'nl')],
      ['foaf:homepage', iri(`${origin}/`)],
    ],
  };
  const answerable: Property[] = [
    ['dct:publisher', iri(organisation.iri ?? '')],
    ['dcat:contactPoint', iri(`${origin}${cataloguePath}#contact`)],
  ];
  const publicYears = releases.flatMap(({ boundaries }) => boundaries.map(({ year }) => year));
  const datasets = releases.map((release) =>
    describeDataset(catalog, release, { origin, answerable, publicYears }),
  );
  const license = describeSharedLicence(catalog, releases);
  const services = describeServices(origin, [...answerable, license], datasets);
  const modified = releases
    .map(({ publishedAt }) => publishedAt.toISOString())
    .sort()
    .at(-1);
  const root: Resource = {
    iri: `${origin}${cataloguePath}`,
    types: ['dcat:Catalog'],
    properties: [
      ['dct:title', inLanguage(`Wijkinformatie ${catalog.region.name.nl}`, 'nl')],
      [
        'dct:description',
        inLanguage(
          `Cijfers over veiligheid en leefbaarheid in de wijken en buurten van ${catalog.region.name.nl}, en hun grenzen.`,
          'nl',
        ),
      ],
      ...answerable,
      ['dct:language', iri(terms.dutch)],
      ['foaf:homepage', { iri: `${origin}/`, types: ['foaf:Document'], properties: [] }],
      license,
      ...(modified === undefined ? [] : [['dct:modified', literal(modified, 'xsd:dateTime')] as const]),
      ...datasets.map(({ iri: name = '' }): Property => ['dcat:dataset', iri(name)]),
      ...services.map(({ iri: name = '' }): Property => ['dcat:service', iri(name)]),
    ],
  };
  const contact: Resource = {
    iri: `${origin}${cataloguePath}#contact`,
    types: ['vcard:Kind', 'vcard:Organization'],
    properties: [
      ['vcard:fn', inLanguage(publisher.name, 'nl')],
      publisher.email === null
        ? ['vcard:hasURL', iri(`${origin}/`)]
        : ['vcard:hasEmail', iri(`mailto:${publisher.email}`)],
    ],
  };
  return [root, organisation, contact, ...describeTerms(), ...services, ...datasets];
}

function describeDataset(
  catalog: Catalog,
  { package: name, title, publishedAt, figures, boundaries }: PublicRelease,
  {
    origin,
    answerable,
    publicYears,
  }: { origin: string; answerable: readonly Property[]; publicYears: readonly number[] },
): Resource {
  const sources = [...new Set([...figures, ...boundaries].map(({ source }) => source))];
  const span = daysOfPeriods(figures.flatMap(({ periods }) => periods));
  const themes = new Set([
    ...figures.flatMap(({ indicator }) => findDataTheme(findIndicator(catalog, indicator)?.theme ?? '')),
    ...(boundaries.length > 0 ? [boundaryTheme] : []),
  ]);
  const address = `${origin}${cataloguePath}#dataset-${encodeURIComponent(name)}`;
  return {
    iri: address,
    types: ['dcat:Dataset'],
    properties: [
      ['dct:identifier', literal(address)],
      ['dct:title', inLanguage(title, 'nl')],
      ['dct:description', inLanguage(writeDescription(catalog, { title, figures, boundaries }), 'nl')],
      ...answerable,
      ...sources.map((key): Property => ['dct:creator', describeCreator(catalog, key, origin)]),
      ['dct:accessRights', iri(terms.public)],
      ['dct:language', iri(terms.dutch)],
      ['adms:status', iri(terms.completed)],
      ['dct:issued', literal(publishedAt.toISOString(), 'xsd:dateTime')],
      ['dct:modified', literal(publishedAt.toISOString(), 'xsd:dateTime')],
      ['dct:spatial', describePlace(catalog, publicYears)],
      ...(span === null ? [] : [describeTime(span)]),
      ...[...themes].map((theme): Property => ['dcat:theme', iri(`${terms.themes}/${theme}`)]),
      ...figures.map((use): Property => ['dcat:distribution', describeCsv(catalog, use, origin)]),
      ...boundaries.flatMap(({ year, source }) =>
        mapLevels.map((level): Property => {
          const id = `${level}-${year}`;
          return ['dcat:distribution', describeAreas(catalog, { id, source, origin })];
        }),
      ),
    ],
  };
}

function findIndicator(catalog: Catalog, key: string) {
  return catalog.indicators.find((indicator) => indicator.key === key);
}

function writeDescription(
  catalog: Catalog,
  { title, figures, boundaries }: Pick<PublicRelease, 'title' | 'figures' | 'boundaries'>,
): string {
  const names = figures.map(({ indicator }) => findIndicator(catalog, indicator)?.name.nl ?? indicator);
  const years = boundaries.map(({ year }) => `grenzen van ${year}`);
  return `${title}: ${[...new Set([...names, ...years])].join('; ')}.`;
}

function describeCreator(catalog: Catalog, key: string, origin: string): Resource {
  const source = catalog.sources.find((one) => one.key === key);
  const home = source?.url && URL.canParse(source.url) ? source.url : null;
  return {
    iri: `${origin}${cataloguePath}#source-${encodeURIComponent(key)}`,
    types: ['foaf:Agent'],
    properties: [
      ['foaf:name', inLanguage(source?.title ?? key, 'nl')],
      ...(home === null ? [] : [['foaf:homepage', iri(home)] as const]),
    ],
  };
}

function licenceOf(catalog: Catalog, key: string): Property {
  return ['dct:license', iri(addressLicence(catalog.sources.find((source) => source.key === key)?.licence))];
}

/** Of all that is public together: what each part is under, where that is one licence. */
function describeSharedLicence(catalog: Catalog, releases: readonly PublicRelease[]): Property {
  const parts = releases.flatMap(({ figures, boundaries }) => [...figures, ...boundaries]);
  const licences = new Map(
    parts.map(({ source }) => licenceOf(catalog, source)).map((one) => [JSON.stringify(one), one]),
  );
  const [only] = licences.values();
  return only && licences.size === 1 ? only : ['dct:license', iri(addressLicence(undefined))];
}

function describeCsv(catalog: Catalog, { indicator, source }: Use, origin: string): Resource {
  const address = `${origin}/api/observations?indicator=${encodeURIComponent(indicator)}&format=csv`;
  return {
    types: ['dcat:Distribution'],
    properties: [
      ['dct:title', inLanguage(findIndicator(catalog, indicator)?.name.nl ?? indicator, 'nl')],
      ['dcat:accessURL', iri(address)],
      ['dcat:downloadURL', iri(address)],
      ['dct:format', iri(terms.csv)],
      ['dcat:mediaType', iri(`${terms.mediaTypes}/text/csv`)],
      licenceOf(catalog, source),
    ],
  };
}

function describeAreas(
  catalog: Catalog,
  { id, source, origin }: { id: string; source: string; origin: string },
): Resource {
  return {
    types: ['dcat:Distribution'],
    properties: [
      ['dct:title', inLanguage(id, 'nl')],
      ['dcat:accessURL', iri(`${origin}${servicePath}/collections/${id}/items`)],
      ['dcat:accessService', iri(`${origin}${servicePath}`)],
      ['dct:format', iri(terms.geojson)],
      ['dcat:mediaType', iri(`${terms.mediaTypes}/application/geo+json`)],
      licenceOf(catalog, source),
    ],
  };
}

function describePlace({ region, boundaryYears }: Catalog, years: readonly number[]): Resource {
  const latest = boundaryYears.findLast(({ year }) => years.includes(year));
  const [west, south, east, north] = latest?.bbox ?? [];
  const corners = [west, south, east, south, east, north, west, north, west, south];
  const ring = corners.flatMap((_, place) =>
    place % 2 === 0 ? [`${corners[place]} ${corners[place + 1]}`] : [],
  );
  return {
    types: ['dct:Location'],
    properties: [
      ['skos:prefLabel', inLanguage(region.name.nl, 'nl')],
      ...(west === undefined
        ? []
        : [['dcat:bbox', literal(`POLYGON((${ring.join(', ')}))`, 'geo:wktLiteral')] as const]),
    ],
  };
}

function describeTime({ first, last }: { first: string; last: string }): Property {
  const properties: Property[] = [
    ['dcat:startDate', literal(first, 'xsd:date')],
    ['dcat:endDate', literal(last, 'xsd:date')],
  ];
  return ['dct:temporal', { types: ['dct:PeriodOfTime'], properties }];
}

/** Terms that the datasets name: what some shapes want to know of them stands in the lists of others. */
function describeTerms(): Resource[] {
  const concepts = Object.entries(themeNames).map(([theme, name]) => ({
    iri: `${terms.themes}/${theme}`,
    types: ['skos:Concept'],
    properties: [['skos:prefLabel', inLanguage(name, 'nl')] as const],
  }));
  return [
    ...concepts,
    { iri: terms.completed, types: ['skos:Concept'], properties: [] },
    { iri: terms.dutch, types: ['dct:LinguisticSystem'], properties: [] },
    { iri: terms.public, types: ['dct:RightsStatement'], properties: [] },
  ];
}

function describeServices(
  origin: string,
  answerable: readonly Property[],
  datasets: readonly Resource[],
): Resource[] {
  const standard = (address: string): Property => [
    'dct:conformsTo',
    { iri: address, types: ['dct:Standard'], properties: [] },
  ];
  const describe = (service: {
    path: string;
    title: string;
    description: string;
    definition: string;
    standards: readonly string[];
  }): Resource => ({
    iri: `${origin}${service.path}`,
    types: ['dcat:DataService'],
    properties: [
      ['dct:identifier', literal(`${origin}${service.path}`)],
      ['dct:title', inLanguage(service.title, 'nl')],
      ['dct:description', inLanguage(service.description, 'nl')],
      ...answerable,
      ['dct:accessRights', iri(terms.public)],
      ['dct:language', iri(terms.dutch)],
      ['dcat:endpointURL', iri(`${origin}${service.path}`)],
      ['dcat:endpointDescription', iri(`${origin}${service.definition}`)],
      ...service.standards.map(standard),
      ...Object.keys(themeNames).map((theme): Property => ['dcat:theme', iri(`${terms.themes}/${theme}`)]),
      ...datasets.map(({ iri: name = '' }): Property => ['dcat:servesDataset', iri(name)]),
    ],
  });
  return [
    describe({
      path: servicePath,
      title: 'Gebieden met cijfers (OGC API)',
      description:
        'Gemeenten, wijken en buurten met hun grenzen en cijfers, als features en als vectortegels.',
      definition: `${servicePath}/api`,
      standards: [
        'http://www.opengis.net/spec/ogcapi-features-1/1.0',
        'http://www.opengis.net/spec/ogcapi-tiles-1/1.0',
      ],
    }),
    describe({
      path: '/api',
      title: 'Cijfers (JSON en CSV)',
      description: 'Alle cijfers met hun status, bron en periode, en wat er te vragen is.',
      definition: '/api/openapi.json',
      standards: ['https://spec.openapis.org/oas/v3.1.0'],
    }),
  ];
}
