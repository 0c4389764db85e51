import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSurvey, writeYearly } from './figures.ts';
import { listNeighbourhoods, type Neighbourhood } from './neighbourhoods.ts';

const boundaryYear = 2024;
const seed = 1;

/** Writes a made-up country of 15,000 neighbourhoods as a data package; the same each time, to the last byte. */
export async function writeCountry(folder: string): Promise<void> {
  const neighbourhoods = listNeighbourhoods(seed);
  await mkdir(folder, { recursive: true });
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write('buurten.geojson', drawBoundaries(neighbourhoods));
  await write('jaarcijfers.csv', writeYearly(neighbourhoods, seed));
  await write('peiling.csv', writeSurvey(neighbourhoods, seed));
  await write('datapackage.json', JSON.stringify(describe(neighbourhoods), null, 1));
}

function drawBoundaries(neighbourhoods: readonly Neighbourhood[]): string {
  const features = neighbourhoods.map(({ ring, ...properties }) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: [ring] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function describe(neighbourhoods: readonly Neighbourhood[]) {
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
      indicators,
    },
    resources: [boundaries, yearly, survey],
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
