import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Position } from 'geojson';
import type { Target } from '../../../geodata/target.ts';
import { makeFolder } from '../../setup/folder.ts';

interface Resource {
  name: string;
  path: string;
  schema?: { fields: object[] };
  wijkinformatie: Record<string, unknown>;
}

/** A data package as its files: tests change it and write it down. */
export interface SamplePackage {
  descriptor: {
    name: string;
    sources: object[];
    resources: Resource[];
    wijkinformatie: {
      region: { key: string; municipalities: string[]; name: object };
      indicators: object[];
      dimensions?: object[];
      surveys?: object[];
      targets?: readonly Target[];
    };
  };
  files: Record<string, string>;
}

/** Writes the package into a folder of its own, which goes after the last test of the file. */
export async function writePackage({ descriptor, files }: SamplePackage): Promise<string> {
  const folder = await makeFolder('package');
  await writeFile(join(folder, 'datapackage.json'), JSON.stringify(descriptor));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/**
 * Two municipalities of four square neighbourhoods each, in 2021 and in 2024, when BU01530003 gave half of its ground
 * to the new BU01530004; inhabitants in both years, crimes of 2023 and 2024, and the country's own figures.
 */
export function samplePackage(): SamplePackage {
  return {
    descriptor: {
      name: 'sample',
      sources: [{ title: 'CBS', path: 'https://www.cbs.nl' }],
      resources: [
        boundaries(2021),
        boundaries(2024),
        table('inwoners-2021', { boundaryYear: 2021, period: '2021' }, ['inwoners']),
        table('inwoners-2024', { boundaryYear: 2024, period: '2024' }, ['inwoners']),
        table('misdrijven', { boundaryYear: 2024 }, ['misdrijven']),
        table('nederland', { boundaryYear: 2024, level: 'country', period: '2024' }, [
          'inwoners',
          'misdrijven',
        ]),
      ],
      wijkinformatie: {
        region: {
          key: 'sample',
          name: { nl: 'Voorbeeld', en: 'Sample' },
          municipalities: ['GM0153', 'GM0141'],
        },
        indicators: [
          indicator('inwoners', 'count', 'sum'),
          indicator('misdrijven', 'count', 'sum'),
          {
            ...indicator('misdrijven-per-1000', 'rate', 'derived'),
            derive: { numerator: 'misdrijven', denominator: 'inwoners', factor: 1000 },
          },
        ],
      },
    },
    files: {
      'buurten-2021.geojson': JSON.stringify(drawNeighbourhoods(2021)),
      'buurten-2024.geojson': JSON.stringify(drawNeighbourhoods(2024)),
      'inwoners-2021.csv': writeTable(['inwoners'], listCodes(2021), () => [100]),
      'inwoners-2024.csv': writeTable(['inwoners'], listCodes(2024), (code) => [
        code.startsWith('BU0153') ? 200 : 50,
      ]),
      'misdrijven.csv': [
        'code,jaar,misdrijven',
        ...listCodes(2024).flatMap((code, index) => [`${code},2023,${index}`, `${code},2024,${index + 1}`]),
      ].join('\n'),
      'nederland.csv': 'code,inwoners,misdrijven\nNL00,18000000,800000\n',
    },
  };
}

/** The same region's crimes of 2025 alone, on boundaries that are there already. */
export function figuresPackage(): SamplePackage {
  const { descriptor } = samplePackage();
  return {
    descriptor: {
      ...descriptor,
      name: 'sample-2025',
      resources: [table('misdrijven-2025', { boundaryYear: 2024, period: '2025' }, ['misdrijven'])],
    },
    files: { 'misdrijven-2025.csv': writeTable(['misdrijven'], listCodes(2024), () => [10]) },
  };
}

/** Targets alone, of indicators and municipalities that are there already. */
export function targetsPackage(targets: readonly Target[], name = 'doelen'): SamplePackage {
  const { descriptor } = samplePackage();
  const { region } = descriptor.wijkinformatie;
  return {
    descriptor: { ...descriptor, name, resources: [], wijkinformatie: { region, indicators: [], targets } },
    files: {},
  };
}

/** A target of Enschede for crimes by inhabitants in 2026, changed as asked. */
export function sampleTarget(changes: Partial<Target> = {}): Target {
  return {
    municipality: 'GM0153',
    indicator: 'misdrijven-per-1000',
    period: '2026',
    value: 25.5,
    source: { title: 'Veiligheidsplan 2023-2026', url: 'https://example.org/plan' },
    ...changes,
  };
}

/**
 * The sample with its crimes by kind of offence: each neighbourhood has 3 burglaries and 2 thefts that make a group
 * without figures of its own, and frauds that were not counted before 2024; the total is 10, more than their sum.
 */
export function offencesPackage(): SamplePackage {
  const { descriptor, files } = samplePackage();
  const { region, indicators } = descriptor.wijkinformatie;
  const crimes = { name: 'soort', type: 'string', wijkinformatie: { as: 'category' } };
  const offence = (key: string, parent?: string) => ({
    key,
    name: { nl: `Misdrijf ${key}`, en: `Offence ${key}` },
    ...(parent && { parent }),
  });
  const lines = listCodes(2024).flatMap((code) =>
    ['2023', '2024'].flatMap((year) => [
      `${code},${year},0.0.0,10`,
      `${code},${year},1.1,3`,
      `${code},${year},1.2,${code === 'BU01410000' ? 'x' : 2}`,
      ...(year === '2024' ? [`${code},${year},3.9,4`] : []),
    ]),
  );
  return {
    descriptor: {
      ...descriptor,
      resources: descriptor.resources.map((resource) =>
        resource.name === 'misdrijven'
          ? { ...resource, schema: { fields: [...(resource.schema?.fields ?? []), crimes] } }
          : resource,
      ),
      wijkinformatie: {
        region,
        indicators: indicators.map((indicator) =>
          JSON.stringify(indicator).includes('misdrijven')
            ? { ...indicator, dimension: 'soort', breaks: [fraudBreak] }
            : indicator,
        ),
        dimensions: [
          {
            key: 'soort',
            name: { nl: 'Soort misdrijf', en: 'Kind of offence' },
            total: '0.0.0',
            categories: [offence('1.1', '1'), offence('1.2', '1'), offence('1'), offence('3.9')],
          },
        ],
      },
    },
    files: { ...files, 'misdrijven.csv': ['code,jaar,soort,misdrijven', ...lines].join('\n') },
  };
}

const fraudBreak = {
  period: '2024',
  reason: { nl: 'Fraude telt pas mee vanaf 2024', en: 'Fraud is counted from 2024 on' },
  categories: ['0.0.0', '3.9'],
};

/** The sample with one of its boundary years and the tables on it only, as a package of its own. */
export function onlyYear(year: number): SamplePackage {
  const { descriptor, files } = samplePackage();
  const resources = descriptor.resources.filter(({ wijkinformatie }) => wijkinformatie.boundaryYear === year);
  return { descriptor: { ...descriptor, name: `sample-${year}`, resources }, files };
}

/** The codes of the neighbourhoods of a year, in order. */
function listCodes(year: number): string[] {
  return drawNeighbourhoods(year)
    .features.map(({ properties }) => properties.code)
    .sort();
}

function drawNeighbourhoods(year: number) {
  const features = ['0141', '0153'].flatMap((municipality, column) =>
    [0, 1, 2, 3].map((index) => {
      const west = 6.8 + 0.02 * column + 0.01 * (index % 2);
      const south = 52.2 + 0.01 * Math.floor(index / 2);
      const isHalved = year === 2024 && municipality === '0153' && index === 3;
      return neighbourhood(`BU${municipality}000${index}`, west, south, isHalved ? 0.005 : 0.01);
    }),
  );
  if (year === 2024) features.push(neighbourhood('BU01530004', 6.835, 52.21, 0.005));
  return { type: 'FeatureCollection', features };
}

function neighbourhood(code: string, west: number, south: number, width: number) {
  const [east, north] = [west + width, south + 0.01].map((degrees) => Math.round(degrees * 1e6) / 1e6) as [
    number,
    number,
  ];
  const ring: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const properties = {
    code,
    naam: `Buurt ${code.slice(-2)}`,
    gemeente: code.startsWith('BU0153') ? 'Enschede' : 'Almelo',
  };
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}

function boundaries(year: number): Resource {
  return {
    name: `buurten-${year}`,
    path: `buurten-${year}.geojson`,
    wijkinformatie: {
      role: 'boundaries',
      level: 'neighbourhood',
      boundaryYear: year,
      code: 'code',
      nameField: 'naam',
      municipalityName: 'gemeente',
    },
  };
}

function table(name: string, own: Record<string, unknown>, indicators: readonly string[]): Resource {
  const period = 'period' in own ? [] : [{ name: 'jaar', type: 'year', wijkinformatie: { as: 'period' } }];
  return {
    name,
    path: `${name}.csv`,
    schema: {
      fields: [
        { name: 'code', type: 'string', wijkinformatie: { as: 'area' } },
        ...period,
        ...indicators.map((key) => ({
          name: key,
          type: 'number',
          wijkinformatie: { as: 'value', indicator: key },
        })),
      ],
    },
    wijkinformatie: { role: 'observations', level: 'neighbourhood', ...own },
  };
}

function indicator(key: string, kind: string, aggregate: string) {
  return {
    key,
    name: { nl: key, en: key },
    theme: 'achtergrond.bevolking',
    unit: 'aantal',
    kind,
    decimals: kind === 'rate' ? 1 : 0,
    polarity: 'neutral',
    aggregate,
  };
}

function writeTable(
  fields: readonly string[],
  codes: readonly string[],
  values: (code: string) => number[],
): string {
  return [`code,${fields.join(',')}`, ...codes.map((code) => `${code},${values(code).join(',')}`)].join('\n');
}
