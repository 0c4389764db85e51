import type { Position } from 'geojson';
import { type Cell, districtGrid, divideCountry, municipalityGrid, spreadPoints } from './ground.ts';
import { createNames } from './names.ts';

export interface Neighbourhood {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  readonly districtName: string;
  readonly municipality: string;
  readonly municipalityName: string;
  readonly ring: readonly Position[];
}

type Point = readonly [number, number];

/**
 * The 15,000 neighbourhoods of a made-up country in about 3,200 districts and 340 municipalities: each cell belongs to
 * the district with the nearest middle, each district to the municipality with the nearest.
 */
export function listNeighbourhoods(seed: number): Neighbourhood[] {
  const municipalities = spreadPoints(municipalityGrid, seed, 'municipalities');
  const districts = spreadPoints(districtGrid, seed, 'districts').map((place) => ({
    place,
    municipality: findNearest(municipalities, place),
  }));
  const middles = districts.map(({ place }) => place);
  const groups = groupCells(divideCountry(seed), ({ place }) => findNearest(middles, place));
  const inMunicipality = new Map<number, number>();
  const { drawPlace, drawNeighbourhood } = createNames(seed);
  const municipalityNames = municipalities.map(drawPlace);
  return [...groups].flatMap(([district, cells]) => {
    const municipality = districts[district]?.municipality ?? 0;
    const number = inMunicipality.get(municipality) ?? 0;
    inMunicipality.set(municipality, number + 1);
    const names = { district: drawPlace(), municipality: municipalityNames[municipality] ?? '' };
    return cells.map((cell, part) =>
      describe(
        cell,
        { municipality: municipality + 1, district: number, part },
        { ...names, own: drawNeighbourhood() },
      ),
    );
  });
}

function groupCells(cells: readonly Cell[], keyOf: (cell: Cell) => number): Map<number, Cell[]> {
  const groups = new Map<number, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(keyOf(cell));
    if (group) group.push(cell);
    else groups.set(keyOf(cell), [cell]);
  }
  return groups;
}

/** Numbers: of the municipality in the country, of the district in that, and of the neighbourhood in that. */
interface Place {
  readonly municipality: number;
  readonly district: number;
  readonly part: number;
}

function describe(
  { ring }: Cell,
  { municipality, district, part }: Place,
  names: { readonly own: string; readonly district: string; readonly municipality: string },
): Neighbourhood {
  const digits = (number: number, length: number) => String(number).padStart(length, '0');
  const [own, ownDistrict] = [digits(municipality, 4), digits(district, 2)];
  return {
    code: `BU${own}${ownDistrict}${digits(part, 2)}`,
    name: names.own,
    district: `WK${own}${ownDistrict}`,
    districtName: `Wijk ${ownDistrict} ${names.district}`,
    municipality: `GM${own}`,
    municipalityName: names.municipality,
    ring,
  };
}

function findNearest(points: readonly Point[], [x, y]: Point): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  points.forEach(([px, py], index) => {
    const distance = (px - x) ** 2 + (py - y) ** 2;
    if (distance < least) [nearest, least] = [index, distance];
  });
  return nearest;
}
