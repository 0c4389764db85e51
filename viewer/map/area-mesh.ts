import earcut from 'earcut';
import type { AreaTile } from './area-tile.ts';

/** Triangles of a tile's areas. */
export interface AreaMesh {
  /** Of every vertex its x and y, 0 to 1 over the tile, and the index of its area. */
  readonly vertices: Float32Array;
  /** Three a triangle. */
  readonly indices: Uint32Array;
}

/** Numbers a vertex has in `vertices`. */
export const vertexLength = 3;

const meshes = new WeakMap<AreaTile, AreaMesh>();

/** The triangles of a tile, computed once for all maps that draw it. */
export function meshOf(tile: AreaTile): AreaMesh {
  const known = meshes.get(tile);
  if (known) return known;
  const mesh = triangulate(tile);
  meshes.set(tile, mesh);
  return mesh;
}

function triangulate({ polygons }: AreaTile): AreaMesh {
  const count = polygons.reduce((sum, { positions }) => sum + positions.length / 2, 0);
  const vertices = new Float32Array(vertexLength * count);
  const indices: number[] = [];
  let first = 0;
  for (const { index, positions, holeIndices } of polygons) {
    // Counted in vertices, ours in numbers.
    const holes = holeIndices.map((start) => start / 2);
    for (const corner of earcut(positions, holes)) indices.push(first + corner);
    for (let i = 0; i < positions.length; i += 2) {
      const x = positions[i] ?? 0;
      vertices.set([x, positions[i + 1] ?? 0, index], vertexLength * first++);
    }
  }
  return { vertices, indices: Uint32Array.from(indices) };
}
