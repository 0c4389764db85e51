import type { Position } from 'geojson';

type Properties = Record<string, string | number>;

/** A feature of the map of districts and neighbourhoods, as a service sends it. */
export interface MapFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly properties: Properties;
  readonly geometry: { readonly type: 'MultiPolygon'; readonly coordinates: Position[][][] };
}

/** Two municipalities of the region that the tests ask for, another one, and ground abroad. */
const municipalities = { '0141': 'Almelo', '0153': 'Enschede', '0363': 'Amsterdam', '0998': 'Buitenland' };

/**
 * CBS's map of a year in little: squares, one neighbourhood of which is two features (land and water), one that is all
 * water, and one abroad. Names of properties as the services have them; `jrstatcode` was `jaarstatcode` until 2022.
 */
export function drawNeighbourhoods(year: number): MapFeature[] {
  const squares = Object.keys(municipalities).flatMap((municipality, column) =>
    [0, 1, 2, 3].map((index) => ({
      municipality,
      code: `BU${municipality}000${index}`,
      west: 6.8 + 0.02 * column + 0.01 * (index % 2),
      south: 52.2 + 0.01 * Math.floor(index / 2),
    })),
  );
  const features = squares.flatMap(({ municipality, code, west, south }) => {
    if (code === 'BU09980001' || code === 'BU09980002') return [];
    if (code !== 'BU01410000') return [describe(year, municipality, code, west, south, 0.01)];
    return [
      describe(year, municipality, code, west, south, 0.007),
      describe(year, municipality, code, west + 0.007, south, 0.003, 'JA'),
    ];
  });
  return [...features, describe(year, '0153', 'BU01539997', 6.82, 52.22, 0.01, 'JA')];
}

/** The districts: one a municipality. */
export function drawDistricts(year: number): MapFeature[] {
  return Object.entries(municipalities).map(([municipality, name], index) => {
    const code = `WK${municipality}00`;
    const ring = square(6.8 + 0.02 * index, 52.2, 0.02);
    return {
      type: 'Feature',
      id: `wijk-${year}-${code}`,
      properties: {
        wijkcode: code,
        wijknaam: `Wijk 00 ${name}`,
        gemeentecode: `GM${municipality}`,
        gemeentenaam: name,
        water: 'NEE',
        jaar: year,
      },
      geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
    };
  });
}

function describe(
  year: number,
  municipality: string,
  code: string,
  west: number,
  south: number,
  width: number,
  water = municipality === '0998' ? 'B' : 'NEE',
): MapFeature {
  const name = Object.entries(municipalities).find(([key]) => key === municipality)?.[1] ?? '';
  return {
    type: 'Feature',
    id: `buurt-${year}-${code}-${water}`,
    properties: {
      buurtcode: code,
      buurtnaam: `Buurt ${code.slice(-4)}`,
      wijkcode: `WK${code.slice(2, 8)}`,
      gemeentecode: `GM${municipality}`,
      gemeentenaam: name,
      indelingswijziging_wijken_en_buurten: code === 'BU01530003' ? 3 : 1,
      water,
      aantal_inwoners: water === 'NEE' ? 100 : -99997,
      [year < 2022 ? 'jaarstatcode' : 'jrstatcode']: `${year}${code}`,
      jaar: year,
    },
    geometry: { type: 'MultiPolygon', coordinates: [[square(west, south, width)]] },
  };
}

function square(west: number, south: number, width: number): Position[] {
  const [east, north, left, bottom] = [west + width, south + 0.01, west, south].map(
    (degrees) => Math.round(degrees * 1e6) / 1e6,
  ) as [number, number, number, number];
  return [
    [left, bottom],
    [east, bottom],
    [east, north],
    [left, north],
    [left, bottom],
  ];
}
