import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** Beyond this, in tile units at either side, tiles cut their areas off. */
const reach = 32;
const extent = 4096;

/**
 * How many edges of neighbourhoods within the tiles meet neither a neighbour's edge nor the outline of a municipality:
 * along each of them ground shows through, or two areas overlap.
 */
export function countGaps(tiles: readonly { readonly bytes: Uint8Array }[]): number {
  let gaps = 0;
  for (const { bytes } of tiles) {
    const tile = new VectorTile(new PbfReader(bytes));
    const outline = listUnpaired(tile, 'municipality');
    for (const edge of listUnpaired(tile, 'neighbourhood')) if (!outline.has(edge)) gaps += 1;
  }
  return gaps;
}

/** Edges of a layer that are not run along as often one way as the other. */
function listUnpaired(tile: VectorTile, layer: string): Set<string> {
  const balances = new Map<string, number>();
  const count = (edge: string, step: number) => balances.set(edge, (balances.get(edge) ?? 0) + step);
  const features = tile.layers[layer];
  for (let index = 0; index < (features?.length ?? 0); index++)
    for (const ring of features?.feature(index).loadGeometry() ?? [])
      for (const [at, to] of ring.slice(1).entries()) {
        const from = ring[at];
        if (!from || [from.x, from.y, to.x, to.y].some((value) => value <= -reach || value >= extent + reach))
          continue;
        const [start, end] = [`${from.x},${from.y}`, `${to.x},${to.y}`];
        if (start < end) count(`${start} ${end}`, 1);
        else if (end < start) count(`${end} ${start}`, -1);
      }
  return new Set([...balances].flatMap(([edge, balance]) => (balance === 0 ? [] : [edge])));
}
