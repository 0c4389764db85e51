import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOffences, writeSurvey, writeYearly } from './figures.ts';
import { listNeighbourhoods, type Neighbourhood } from './neighbourhoods.ts';

const boundaryYear = 2024;
const seed = 1;

/** How much of the made-up country there is to be. */
export interface CountrySize {
  /** Of its 340 municipalities, the first so many; all where nothing is said. */
  readonly municipalities?: number;
  /** Kinds of offence, each an indicator, beside the five that it always has. */
  readonly offences?: number;
  /** Whether the crimes are divided into categories: three groups of four items. */
  readonly isDivided?: boolean;
}

/** Offences a file: reading a file takes memory for all of its figures. */
const offencesPerFile = 11;

/** Writes a made-up country of 15,000 neighbourhoods as a data package; the same each time, to the last byte. */
export async function writeCountry(
  folder: string,
  { municipalities = Number.POSITIVE_INFINITY, offences = 0, isDivided = false }: CountrySize = {},
): Promise<void> {
  const all = listNeighbourhoods(seed);
  const chosen = new Set(
    [...new Set(all.map(({ municipality }) => municipality))].sort().slice(0, municipalities),
  );
  const neighbourhoods = all.filter(({ municipality }) => chosen.has(municipality));
  const kinds = listOffences(offences);
  const items = isDivided ? listItems() : [];
  await mkdir(folder, { recursive: true });
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write('buurten.geojson', drawBoundaries(neighbourhoods));
  await write('jaarcijfers.csv', writeYearly(neighbourhoods, seed));
  await write('peiling.csv', writeSurvey(neighbourhoods, seed));
  for (const [name, keys] of kinds) await write(`${name}.csv`, writeOffences(neighbourhoods, keys, seed));
  if (isDivided) await write('soorten.csv', writeOffences(neighbourhoods, items, seed));
  await write('datapackage.json', JSON.stringify(describe(neighbourhoods, kinds, items), null, 1));
}

const groups = ['1', '2', '3'];

/** Keys of the categories that have figures of their own: the items of every group. */
function listItems(): string[] {
  return groups.flatMap((group) => [1, 2, 3, 4].map((item) => `${group}.${item}`));
}

/** Keys of offences by the name of the table that has them. */
function listOffences(count: number): Map<string, string[]> {
  const keys = Array.from({ length: count }, (_, index) => `delict-${index + 1}`);
  const files = Math.ceil(count / offencesPerFile);
  return new Map(
    Array.from({ length: files }, (_, index) => [
      `delicten-${index + 1}`,
      keys.slice(index * offencesPerFile, (index + 1) * offencesPerFile),
    ]),
  );
}

function drawBoundaries(neighbourhoods: readonly Neighbourhood[]): string {
  const features = neighbourhoods.map(({ ring, ...properties }) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: [ring] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function describe(
  neighbourhoods: readonly Neighbourhood[],
  offences: ReadonlyMap<string, readonly string[]>,
  items: readonly string[],
) {
  const municipalities = [...new Set(neighbourhoods.map(({ municipality }) => municipality))].sort();
  return {
    name: 'land',
    title: 'Een verzonnen land van 15.000 buurten',
    licenses: [
      {
        name: 'CC0-1.0',
        title: 'CC0 1.0 Universal',
        path: 'https://creativecommons.org/publicdomain/zero/1.0/',
      },
    ],
    wijkinformatie: {
      region: { key: 'land', name: { nl: 'Verzonnen land', en: 'Made-up country' }, municipalities },
      indicators: [
        ...indicators.map((indicator) =>
          items.length && indicator.key === 'misdrijven' ? { ...indicator, dimension: 'soort' } : indicator,
        ),
        ...[...offences.values()].flat().map(describeOffence),
      ],
      ...(items.length ? { dimensions: [describeDimension(items)] } : {}),
    },
    resources: [
      boundaries,
      yearly,
      survey,
      ...[...offences].map(([name, keys]) =>
        describeTable(
          name,
          keys.map((key) => describeValue(key, key)),
        ),
      ),
      ...(items.length ? [describeTable('soorten', items.map(describeItem))] : []),
    ],
  };
}

function describeDimension(items: readonly string[]) {
  const describeCategory = (key: string) => ({
    key,
    name: { nl: `Soort ${key}`, en: `Kind ${key}` },
    ...(key.includes('.') ? { parent: key.split('.')[0] } : {}),
  });
  return {
    key: 'soort',
    name: { nl: 'Soort misdrijf', en: 'Kind of crime' },
    categories: [...groups, ...items].map(describeCategory),
  };
}

function describeItem(category: string) {
  return {
    name: category,
    type: 'number',
    wijkinformatie: { as: 'value', indicator: 'misdrijven', category },
  };
}

const indicators = [
  describeIndicator('inwoners', ['Inwoners', 'Inhabitants'], {
    theme: 'achtergrond.bevolking',
    unit: 'personen',
    kind: 'count',
    aggregate: 'sum',
  }),
  describeIndicator('misdrijven', ['Misdrijven', 'Crimes'], {
    theme: 'leefomgeving.objectief',
    unit: 'misdrijven',
    kind: 'count',
    polarity: 'higher-is-worse',
    aggregate: 'sum',
  }),
  describeIndicator(
    'misdrijven-per-1000',
    ['Misdrijven per 1.000 inwoners', 'Crimes per 1,000 inhabitants'],
    {
      theme: 'leefomgeving.objectief',
      unit: 'per 1.000 inwoners',
      kind: 'rate',
      decimals: 1,
      polarity: 'higher-is-worse',
      aggregate: 'derived',
      derive: { numerator: 'misdrijven', denominator: 'inwoners', factor: 1000 },
    },
  ),
  describeIndicator('woz-waarde', ['Gemiddelde WOZ-waarde', 'Average property value'], {
    theme: 'achtergrond.wonen',
    unit: '× € 1.000',
    kind: 'amount',
    aggregate: { weightedBy: 'inwoners' },
  }),
  describeIndicator('tevredenheid', ['Tevredenheid met de buurt', 'Content with the neighbourhood'], {
    theme: 'leefomgeving.subjectief',
    unit: 'rapportcijfer',
    kind: 'score',
    decimals: 1,
    polarity: 'higher-is-better',
    aggregate: 'none',
  }),
];

function describeOffence(key: string) {
  const number = key.replace('delict-', '');
  return describeIndicator(key, [`Delict ${number}`, `Offence ${number}`], {
    theme: 'leefomgeving.objectief',
    unit: 'misdrijven',
    kind: 'count',
    polarity: 'higher-is-worse',
    aggregate: 'sum',
  });
}

function describeIndicator(key: string, [nl, en]: [string, string], more: object) {
  return { key, name: { nl, en }, decimals: 0, polarity: 'neutral', ...more };
}

const boundaries = {
  name: 'buurten',
  path: 'buurten.geojson',
  format: 'geojson',
  sources: [{ title: 'Verzonnen', path: 'https://example.org' }],
  wijkinformatie: {
    role: 'boundaries',
    level: 'neighbourhood',
    boundaryYear,
    code: 'code',
    nameField: 'name',
    district: 'district',
    districtName: 'districtName',
    municipality: 'municipality',
    municipalityName: 'municipalityName',
  },
};

const yearly = describeTable('jaarcijfers', [
  describeValue('inwoners', 'inwoners'),
  describeValue('misdrijven', 'misdrijven'),
  describeValue('woz', 'woz-waarde'),
]);

const survey = describeTable('peiling', [
  describeValue('score', 'tevredenheid'),
  describeValue('onder', 'tevredenheid', 'lower'),
  describeValue('boven', 'tevredenheid', 'upper'),
  describeValue('antwoorden', 'tevredenheid', 'sampleSize'),
]);

function describeTable(name: string, values: readonly object[]) {
  return {
    name,
    path: `${name}.csv`,
    format: 'csv',
    sources: [{ title: 'Verzonnen', path: 'https://example.org' }],
    schema: {
      missingValues: [''],
      fields: [
        { name: 'buurtcode', type: 'string', wijkinformatie: { as: 'area' } },
        { name: 'jaar', type: 'year', wijkinformatie: { as: 'period' } },
        ...values,
      ],
    },
    wijkinformatie: { role: 'observations', level: 'neighbourhood', boundaryYear },
  };
}

function describeValue(name: string, indicator: string, as = 'value') {
  return { name, type: 'number', wijkinformatie: { as, indicator } };
}
