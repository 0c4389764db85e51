import type { Feature } from 'geojson';
import { mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type MapLevel, mapLevels } from '../../level.ts';
import {
  type ArcGeometry,
  type LevelTopology,
  type Parents,
  toPolygons,
  type YearShapes,
} from '../topology.ts';

/** What a tile says of an area: its name, and the number of its version. */
export interface TileLabel {
  readonly name: string;
  readonly index: number;
}

/** Zoom from which the labels of a level are in the tiles: further out there is no room for them. */
export const labelZooms: Readonly<Record<MapLevel, number>> = {
  municipality: 6,
  district: 8,
  neighbourhood: 9,
};

function findLabel(labels: ReadonlyMap<string, TileLabel>, code: string): TileLabel {
  const label = labels.get(code);
  if (!label) throw new Error(`Area ${code} has no name and index for the tiles`);
  return label;
}

/** The areas of a level as polygons; feature id = version index. */
export function drawAreas(
  topology: LevelTopology,
  level: MapLevel,
  labels: ReadonlyMap<string, TileLabel>,
): Feature[] {
  return topology.levels[level].map((geometry) => {
    const { name, index } = findLabel(labels, geometry.id);
    return {
      type: 'Feature',
      id: index,
      properties: { code: geometry.id, name, index },
      geometry: { type: 'MultiPolygon', coordinates: toPolygons(topology, geometry) },
    };
  });
}

/** Every border once, as one feature for each highest level that it parts; the outline parts municipalities. */
export function drawBorders({ arcs, levels }: LevelTopology): Feature[] {
  const geometries = [...levels.neighbourhood];
  const collection: GeometryCollection<Parents> = { type: 'GeometryCollection', geometries };
  const topology: Topology = { type: 'Topology', objects: { collection }, arcs };
  return mapLevels.map((level) => ({
    type: 'Feature',
    properties: { level },
    geometry: mesh(
      topology,
      collection,
      (one, two) => partedLevel(one as ArcGeometry, two as ArcGeometry) === level,
    ),
  }));
}

function partedLevel(one: ArcGeometry, two: ArcGeometry): MapLevel {
  if (one === two || one.properties.municipality !== two.properties.municipality) return 'municipality';
  return one.properties.district === two.properties.district ? 'neighbourhood' : 'district';
}

/**
 * A point for the name of every area; `rank` is 0 for the largest areas of its level and one more for each halving, so
 * that large names go first. Code and number are with the area itself: here they would take a tenth of a tile again.
 */
export function drawLabels(
  shapes: YearShapes,
  labels: ReadonlyMap<string, TileLabel>,
  zoom: number,
): Feature[] {
  return mapLevels
    .filter((level) => zoom >= labelZooms[level])
    .flatMap((level) => {
      const largest = Math.max(...shapes[level].map(({ areaM2 }) => areaM2));
      return shapes[level].map(({ code, label, areaM2 }): Feature => {
        const { name } = findLabel(labels, code);
        const rank = Math.floor(Math.log2(largest / areaM2));
        return {
          type: 'Feature',
          properties: { name, level, rank },
          geometry: { type: 'Point', coordinates: label },
        };
      });
    });
}
