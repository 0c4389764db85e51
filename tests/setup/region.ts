import type { AreaVersion } from '../../geodata/area.ts';
import type { Level } from '../../geodata/level.ts';
import type { AreaInput, LineageInput } from '../../sql/publication.ts';

/** Codes of the municipalities, in the region's own order, which is not that of the codes. */
export const municipalities = ['GM9002', 'GM9001'];

/** A strip of ground of unit width, a tenth of a degree: from column `west` to column `east`. */
function area(
  level: Level,
  code: string,
  name: string,
  parent: string | null,
  place?: { index: number; west: number; east: number; neighbours?: string[] },
): AreaInput {
  if (!place)
    return {
      code,
      level,
      name,
      parent,
      water: false,
      index: null,
      polygons: null,
      label: null,
      areaM2: null,
      neighbours: [],
    };
  const west = 6 + place.west / 10;
  const east = 6 + place.east / 10;
  const ring: [number, number][] = [
    [west, 52],
    [east, 52],
    [east, 52.2],
    [west, 52.2],
    [west, 52],
  ];
  return {
    code,
    level,
    name,
    parent,
    water: false,
    index: place.index,
    polygons: [[ring]],
    label: [(west + east) / 2, 52.1],
    areaM2: (place.east - place.west) * 150_000_000,
    neighbours: place.neighbours ?? [],
  };
}

const wholes = [
  area('country', 'NL00', 'Nederland', null),
  area('region', 'proefstreek', 'Proefstreek', 'NL00'),
  area('municipality', 'GM9001', 'Westerbroek', 'proefstreek', {
    index: 0,
    west: 0,
    east: 3,
    neighbours: ['GM9002'],
  }),
  area('municipality', 'GM9002', 'Oostermeer', 'proefstreek', {
    index: 1,
    west: 3,
    east: 6,
    neighbours: ['GM9001'],
  }),
  area('district', 'WK900100', 'Wijk 00 Westerbroek', 'GM9001', { index: 0, west: 0, east: 2 }),
  area('district', 'WK900101', 'Wijk 01 Veenhuizen', 'GM9001', { index: 1, west: 2, east: 3 }),
  area('district', 'WK900200', 'Wijk 00 Oostermeer', 'GM9002', { index: 2, west: 3, east: 6 }),
  area('neighbourhood', 'BU90010000', 'Dorpskern', 'WK900100', {
    index: 0,
    west: 0,
    east: 1,
    neighbours: ['BU90010001'],
  }),
  area('neighbourhood', 'BU90010001', 'De Eschhoek', 'WK900100', {
    index: 1,
    west: 1,
    east: 2,
    neighbours: ['BU90010000', 'BU90010100'],
  }),
  area('neighbourhood', 'BU90010100', 'Veenhuizen', 'WK900101', {
    index: 2,
    west: 2,
    east: 3,
    neighbours: ['BU90010001', 'BU90020000'],
  }),
  area('neighbourhood', 'BU90020000', 'Dorpskern', 'WK900200', {
    index: 3,
    west: 3,
    east: 4,
    neighbours: ['BU90010100', 'BU90020001'],
  }),
];

export const areas2021: readonly AreaInput[] = [
  ...wholes,
  area('neighbourhood', 'BU90020001', 'Sint-Gérarduskwartier', 'WK900200', {
    index: 4,
    west: 4,
    east: 6,
    neighbours: ['BU90020000'],
  }),
];

export const areas2024: readonly AreaInput[] = [
  ...wholes,
  area('neighbourhood', 'BU90020001', 'Sint-Gérarduskwartier', 'WK900200', {
    index: 5,
    west: 4,
    east: 5,
    neighbours: ['BU90020000', 'BU90020002'],
  }),
  area('neighbourhood', 'BU90020002', 'Nieuwlanden', 'WK900200', {
    index: 6,
    west: 5,
    east: 6,
    neighbours: ['BU90020001'],
  }),
];

function version(
  level: AreaVersion['level'],
  index: number,
  code: string,
  firstYear: number,
  lastYear: number,
): AreaVersion {
  return { level, index, code, firstYear, lastYear };
}

export const versions: readonly AreaVersion[] = [
  version('municipality', 0, 'GM9001', 2021, 2024),
  version('municipality', 1, 'GM9002', 2021, 2024),
  version('district', 0, 'WK900100', 2021, 2024),
  version('district', 1, 'WK900101', 2021, 2024),
  version('district', 2, 'WK900200', 2021, 2024),
  version('neighbourhood', 0, 'BU90010000', 2021, 2024),
  version('neighbourhood', 1, 'BU90010001', 2021, 2024),
  version('neighbourhood', 2, 'BU90010100', 2021, 2024),
  version('neighbourhood', 3, 'BU90020000', 2021, 2024),
  version('neighbourhood', 4, 'BU90020001', 2021, 2021),
  version('neighbourhood', 5, 'BU90020001', 2024, 2024),
  version('neighbourhood', 6, 'BU90020002', 2024, 2024),
];

function became(
  fromCode: string | null,
  toCode: string | null,
  change: LineageInput['change'],
  areaShare = 1,
): LineageInput {
  const level = (toCode ?? fromCode ?? '').startsWith('BU') ? 'neighbourhood' : 'municipality';
  return { level, fromYear: 2021, toYear: 2024, fromCode, toCode, change, areaShare, populationShare: null };
}

export const lineage: readonly LineageInput[] = [
  became('GM9001', 'GM9001', 'unchanged'),
  became('GM9002', 'GM9002', 'unchanged'),
  became('BU90010000', 'BU90010000', 'unchanged'),
  became('BU90010001', 'BU90010001', 'unchanged'),
  became('BU90010100', 'BU90010100', 'unchanged'),
  became('BU90020000', 'BU90020000', 'unchanged'),
  became('BU90020001', 'BU90020001', 'redrawn', 0.5),
  became('BU90020001', 'BU90020002', 'new', 0.5),
];
