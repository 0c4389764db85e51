import type { Feature, FeatureCollection, MultiPolygon as GeoMultiPolygon } from 'geojson';
import { feature, mergeArcs, neighbors } from 'topojson-client';
import { topology as buildTopology } from 'topojson-server';
import type {
  MultiPolygon as ArcMultiPolygon,
  Polygon as ArcPolygon,
  GeometryCollection,
  Topology,
} from 'topojson-specification';
import type { MapLevel } from '../level.ts';
import type { MultiPolygon } from './grid.ts';
import { type Bounds, measureArea, measureBounds } from './measure.ts';
import { placeLabel } from './tiles/label.ts';

/** The areas above a neighbourhood. */
export interface Parents {
  readonly district: string;
  readonly municipality: string;
}

/** An area's ground in one boundary year. */
export interface Shape {
  readonly code: string;
  /** Code of the area one level up on the map; null for a municipality. */
  readonly parent: string | null;
  readonly polygons: MultiPolygon;
  /** On the WGS84 ellipsoid. */
  readonly areaM2: number;
  readonly bbox: Bounds;
  /** [lon, lat] inside the area, far from its edge. */
  readonly label: [number, number];
  /** Codes of the same level that share a border (not a mere point), in order. */
  readonly neighbours: string[];
  /** A neighbourhood as its source drew it, before it was fitted to its neighbours, where that is at hand. */
  readonly delivered?: MultiPolygon;
}

/** The areas of one boundary year, in order of code; borders of all levels run through the same points. */
export interface YearShapes extends Readonly<Record<MapLevel, readonly Shape[]>> {
  readonly boundaryYear: number;
}

export type ArcGeometry = (ArcPolygon | ArcMultiPolygon) & { id: string; properties: Parents };

/** A topology in which every border is kept once, with the three levels dissolved from neighbourhoods. */
export interface LevelTopology {
  readonly arcs: Topology['arcs'];
  readonly levels: Readonly<Record<MapLevel, readonly ArcGeometry[]>>;
}

/**
 * Joins a clean coverage (see `cleanCoverage`) into districts and municipalities over their shared borders, and
 * measures each area. Every code of the coverage needs its parents; one without is an error of the caller. `delivered`
 * are the neighbourhoods as their source drew them, for lineage to tell a redrawn shape by.
 */
export function dissolve(
  boundaryYear: number,
  coverage: ReadonlyMap<string, MultiPolygon>,
  parents: ReadonlyMap<string, Parents>,
  delivered: readonly { readonly code: string; readonly polygons: MultiPolygon }[] = [],
): YearShapes {
  const levelTopology = joinLevels(
    [...coverage].map(([code, polygons]) => ({ code, polygons, parents: findParents(parents, code) })),
  );
  const measure = (level: MapLevel) => measureLevel(levelTopology, level);
  return {
    boundaryYear,
    municipality: measure('municipality'),
    district: measure('district'),
    neighbourhood: attachDelivered(measure('neighbourhood'), delivered),
  };
}

function attachDelivered(
  shapes: readonly Shape[],
  delivered: readonly { readonly code: string; readonly polygons: MultiPolygon }[],
): Shape[] {
  const drawn = new Map(delivered.map(({ code, polygons }) => [code, polygons]));
  return shapes.map((shape) => {
    const polygons = drawn.get(shape.code);
    return polygons ? { ...shape, delivered: polygons } : shape;
  });
}

function findParents(parents: ReadonlyMap<string, Parents>, code: string): Parents {
  const found = parents.get(code);
  if (!found) throw new Error(`Neighbourhood ${code} has no district and municipality`);
  return found;
}

/** The topology of year shapes that were dissolved before. */
export function joinShapes(shapes: YearShapes): LevelTopology {
  const municipalities = new Map(shapes.district.map(({ code, parent }) => [code, parent ?? '']));
  return joinLevels(
    shapes.neighbourhood.map(({ code, polygons, parent }) => {
      const district = parent ?? '';
      return { code, polygons, parents: { district, municipality: municipalities.get(district) ?? '' } };
    }),
  );
}

function joinLevels(
  areas: readonly { code: string; polygons: MultiPolygon; parents: Parents }[],
): LevelTopology {
  const ordered = [...areas].sort((one, two) => (one.code < two.code ? -1 : 1));
  const features = ordered.map(
    ({ code, polygons, parents }): Feature<GeoMultiPolygon, Parents> => ({
      type: 'Feature',
      id: code,
      properties: parents,
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    }),
  );
  const source: FeatureCollection<GeoMultiPolygon, Parents> = { type: 'FeatureCollection', features };
  const topology = buildTopology({ neighbourhood: source });
  const collection = topology.objects.neighbourhood as GeometryCollection<Parents>;
  const neighbourhood = collection.geometries as ArcGeometry[];
  const merge = (key: keyof Parents) => mergeLevel(topology, neighbourhood, key);
  return {
    arcs: topology.arcs,
    levels: { municipality: merge('municipality'), district: merge('district'), neighbourhood },
  };
}

function mergeLevel(topology: Topology, parts: readonly ArcGeometry[], key: keyof Parents): ArcGeometry[] {
  const groups = new Map<string, ArcGeometry[]>();
  for (const part of parts) {
    const group = groups.get(part.properties[key]);
    if (group) group.push(part);
    else groups.set(part.properties[key], [part]);
  }
  return [...groups]
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([code, group]) => ({
      ...mergeArcs(topology, group),
      id: code,
      properties: { district: code, municipality: group[0]?.properties.municipality ?? '' },
    }));
}

/** Coordinates of an area of a topology. */
export function toPolygons({ arcs }: Pick<LevelTopology, 'arcs'>, geometry: ArcGeometry): MultiPolygon {
  const topology: Topology = { type: 'Topology', objects: {}, arcs };
  return geometry.type === 'Polygon'
    ? [feature(topology, geometry).geometry.coordinates]
    : feature(topology, geometry).geometry.coordinates;
}

function measureLevel(topology: LevelTopology, level: MapLevel): Shape[] {
  const geometries = topology.levels[level];
  const adjacent = neighbors([...geometries]);
  return geometries.map((geometry, index) => {
    const polygons = toPolygons(topology, geometry);
    return {
      code: geometry.id,
      parent: parentOf(geometry, level),
      polygons,
      areaM2: measureArea(polygons),
      bbox: measureBounds(polygons),
      label: placeLabel(polygons),
      neighbours: (adjacent[index] ?? []).map((other) => geometries[other]?.id ?? '').sort(),
    };
  });
}

function parentOf({ properties }: ArcGeometry, level: MapLevel): string | null {
  if (level === 'municipality') return null;
  return level === 'district' ? properties.municipality : properties.district;
}
