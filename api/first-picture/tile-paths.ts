import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { isMapLevel, type MapLevel } from '../../geodata/level.ts';
import { shownLevels } from '../../geodata/map/borders.ts';

/** Units of a path across a tile of 512 CSS pixels. */
export const pathExtent = 2048;

/** What lies in a tile, as SVG writes paths, in units of `pathExtent` from the corner that it was read with. */
export interface TilePaths {
  /** Of each area, by its index. */
  readonly areas: ReadonlyMap<number, string>;
  readonly borders: ReadonlyMap<MapLevel, string>;
}

/** Reads the areas of a level, its borders and those above it; `column` and `row`: of the tile, from the corner. */
export function readTilePaths(
  bytes: Uint8Array,
  level: MapLevel,
  place: { readonly column: number; readonly row: number },
): TilePaths {
  const { layers } = new VectorTile(new PbfReader(bytes));
  const list = (name: string): VectorTileFeature[] =>
    Array.from({ length: layers[name]?.length ?? 0 }, (_, i) => layers[name]?.feature(i)).filter(
      (feature) => feature !== undefined,
    );
  const areas = list(level).flatMap((feature): [number, string][] => {
    const index = feature.properties.index ?? feature.id;
    return typeof index === 'number' ? [[index, writePath(feature, place, 'z')]] : [];
  });
  const borders = list('border').flatMap((feature): [MapLevel, string][] => {
    const of = String(feature.properties.level);
    return isMapLevel(of) && shownLevels[level].includes(of) ? [[of, writePath(feature, place, '')]] : [];
  });
  return { areas: new Map(areas), borders: new Map(borders) };
}

/** In whole units, relative to the point before: neighbours round alike, so that nothing gapes between them. */
function writePath(
  feature: VectorTileFeature,
  { column, row }: { readonly column: number; readonly row: number },
  end: string,
): string {
  const scale = pathExtent / feature.extent;
  let path = '';
  for (const line of feature.loadGeometry()) {
    let [lastX, lastY] = [Number.NaN, Number.NaN];
    let steps = '';
    // An area's line ends where it began, which `z` says.
    for (const point of end ? line.slice(0, -1) : line) {
      const [x, y] = [
        Math.round(point.x * scale) + column * pathExtent,
        Math.round(point.y * scale) + row * pathExtent,
      ];
      if (x === lastX && y === lastY) continue;
      if (Number.isNaN(lastX)) path += `M${x}${separate(y)}`;
      else steps += `${steps ? separate(x - lastX) : x - lastX}${separate(y - lastY)}`;
      [lastX, lastY] = [x, y];
    }
    if (steps) path += `l${steps}`;
    path += end;
  }
  return path;
}

/** A sign separates as well as a space. */
function separate(number: number): string {
  return number < 0 ? String(number) : ` ${number}`;
}
