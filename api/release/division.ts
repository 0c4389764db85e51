import { type CoverageRepair, cleanCoverage } from '../../geodata/boundary/cleaning/coverage.ts';
import { measureBounds } from '../../geodata/boundary/measure.ts';
import { dissolve, type Shape, type YearShapes } from '../../geodata/boundary/topology.ts';
import { type MapLevel, mapLevels } from '../../geodata/level.ts';
import { InputError } from '../../geodata/problem.ts';
import type { BoundaryFeature } from '../../geodata/sources/boundaries/boundaries.ts';
import type { BoundaryResource, DataPackage } from '../../geodata/sources/package/package.ts';
import type { Holding } from './holding.ts';

/** An area of a division, without its ground. `name` is null where its source gives none. */
interface DivisionArea {
  readonly code: string;
  readonly level: MapLevel;
  readonly name: string | null;
  readonly parent: string;
  readonly water: boolean;
}

/** The areas of the map in one boundary year, with their ground. */
export interface Division {
  readonly year: number;
  /** Key of the boundaries' source. */
  readonly source: string;
  /** Whom to name on a map of it. */
  readonly attribution: string;
  readonly shapes: YearShapes;
  readonly areas: ReadonlyMap<string, DivisionArea>;
  readonly repairs: readonly CoverageRepair[];
}

/**
 * Makes the division of a boundary year out of its neighbourhoods: overlaps and slivers are settled, districts and
 * municipalities dissolved. Throws InputError where a feature does not fit the region or the others.
 */
export function buildDivision(
  resource: BoundaryResource,
  features: readonly BoundaryFeature[],
  region: DataPackage['region'],
): Division {
  const areas = listAreas(resource, features, region);
  const { shapes, repairs, empty } = cleanCoverage(features);
  const lost = empty[0];
  if (lost !== undefined)
    throw new InputError({
      file: resource.path,
      place: features.find(({ code }) => code === lost)?.place ?? lost,
      message: 'it is left without ground: the other areas cover all of it',
      remedy: 'remove the feature, or correct the one that covers it',
    });
  const parents = new Map(
    features.map(({ code, district, municipality }) => [code, { district, municipality }]),
  );
  return {
    year: resource.boundaryYear,
    source: resource.source.key,
    attribution: nameSource(resource.source.title, resource.source.licence?.title ?? null),
    shapes: dissolve(resource.boundaryYear, shapes, parents, features),
    areas,
    repairs,
  };
}

function listAreas(
  resource: BoundaryResource,
  features: readonly BoundaryFeature[],
  region: DataPackage['region'],
): Map<string, DivisionArea> {
  const areas = new Map<string, DivisionArea>();
  for (const feature of features) {
    checkMunicipality(resource, feature, region);
    const { code, district, municipality } = feature;
    addWhole(areas, resource, feature, {
      code: municipality,
      level: 'municipality',
      name: feature.municipalityName,
      parent: region.key,
      water: false,
    });
    addWhole(areas, resource, feature, {
      code: district,
      level: 'district',
      name: feature.districtName,
      parent: municipality,
      water: false,
    });
    areas.set(code, {
      code,
      level: 'neighbourhood',
      name: feature.name,
      parent: district,
      water: feature.water,
    });
  }
  return areas;
}

function checkMunicipality(
  { path }: BoundaryResource,
  { municipality, place }: BoundaryFeature,
  region: DataPackage['region'],
): void {
  if (region.municipalities.includes(municipality)) return;
  throw new InputError({
    file: path,
    place,
    message: `it lies in ${municipality}, which is no municipality of the region "${region.key}"`,
    remedy: 'remove the feature, or add the municipality to the region in datapackage.json',
  });
}

function addWhole(
  areas: Map<string, DivisionArea>,
  { path }: BoundaryResource,
  { place }: BoundaryFeature,
  whole: DivisionArea,
): void {
  const present = areas.get(whole.code);
  if (present && present.parent !== whole.parent)
    throw new InputError({
      file: path,
      place,
      message: `it puts ${whole.code} in ${whole.parent}, but another feature puts it in ${present.parent}`,
      remedy: 'correct the code of the municipality in one of the two',
    });
  if (!present || (present.name === null && whole.name !== null)) areas.set(whole.code, whole);
}

/** The divisions that are held, arranged as new ones are, without those of `years`. */
export function listHeldDivisions(holding: Holding, years: ReadonlySet<number>): Division[] {
  return holding.years
    .filter(({ year }) => !years.has(year))
    .map(({ year, source, sourceTitle, licenceTitle }) => ({
      year,
      source,
      attribution: nameSource(sourceTitle, licenceTitle),
      shapes: collectShapes(holding, year),
      areas: collectAreas(holding, year),
      repairs: [],
    }));
}

function nameSource(title: string, licence: string | null): string {
  return licence === null ? title : `${title} (${licence})`;
}

function collectAreas(holding: Holding, year: number): Map<string, DivisionArea> {
  const areas = new Map<string, DivisionArea>();
  for (const { boundaryYear, code, level, name, parent, water } of holding.areas) {
    const mapLevel = mapLevels.find((candidate) => candidate === level);
    if (boundaryYear === year && mapLevel && parent !== null)
      areas.set(code, { code, level: mapLevel, name, parent, water });
  }
  return areas;
}

function collectShapes(holding: Holding, year: number): YearShapes {
  const shapes = new Map(
    holding.shapes.filter(({ boundaryYear }) => boundaryYear === year).map((shape) => [shape.code, shape]),
  );
  const listLevel = (level: MapLevel): Shape[] =>
    holding.areas.flatMap((area) => {
      const shape = area.boundaryYear === year && area.level === level ? shapes.get(area.code) : undefined;
      if (!shape) return [];
      const parent = level === 'municipality' ? null : area.parent;
      return [{ ...shape, parent, bbox: measureBounds(shape.polygons) }];
    });
  return {
    boundaryYear: year,
    municipality: listLevel('municipality'),
    district: listLevel('district'),
    neighbourhood: listLevel('neighbourhood'),
  };
}
