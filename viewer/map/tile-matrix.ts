import type { TileId } from '../../geodata/map/mercator.ts';

/**
 * The matrix from a tile's own square, 0 to 1, to the screen, given the one of the whole world's square, both column by
 * column. It is computed in 64 bits, so that 32 suffice for what is left: within a tile the numbers stay small.
 */
export function tileMatrix(world: ArrayLike<number>, { z, x, y }: TileId): Float32Array {
  const side = 2 ** -z;
  const [left, top] = [x * side, y * side];
  const at = (index: number): number => world[index] ?? 0;
  const matrix = new Float32Array(16);
  for (let row = 0; row < 4; row++) {
    matrix[row] = at(row) * side;
    matrix[4 + row] = at(4 + row) * side;
    matrix[8 + row] = at(8 + row);
    matrix[12 + row] = at(row) * left + at(4 + row) * top + at(12 + row);
  }
  return matrix;
}
