import type { Arrangement } from './arrangement.ts';

/** A detached part of an area smaller than this (m²) is left over from settling borders, and goes to its surroundings. */
const smallestPart = 100;

/** Gives small parts, where their owner has more ground elsewhere, to the neighbour with the longest shared edge. Changes `owners`. */
export function giveAwaySmallParts(arrangement: Arrangement, owners: Int32Array): void {
  const parts = listParts(arrangement, owners);
  const largest = new Map<number, number>();
  for (const { owner, area } of parts) largest.set(owner, Math.max(area, largest.get(owner) ?? 0));
  for (const { owner, area, faces } of parts) {
    if (area >= smallestPart || area === largest.get(owner)) continue;
    const neighbour = longestNeighbour(arrangement, owners, faces, owner);
    if (neighbour !== null) for (const face of faces) owners[face] = neighbour;
  }
}

/** Faces of one owner that share edges. */
function listParts({ faces, faceOf }: Arrangement, owners: Int32Array) {
  const seen = new Uint8Array(faces.length);
  const parts: { owner: number; area: number; faces: number[] }[] = [];
  owners.forEach((owner, first) => {
    if (owner < 0 || seen[first]) return;
    const part = { owner, area: 0, faces: [first] };
    seen[first] = 1;
    for (const face of part.faces) {
      part.area += faces[face]?.area ?? 0;
      for (const halfEdge of faces[face]?.halfEdges ?? []) {
        const other = faceOf[halfEdge ^ 1] ?? 0;
        if (seen[other] || owners[other] !== owner) continue;
        seen[other] = 1;
        part.faces.push(other);
      }
    }
    parts.push(part);
  });
  return parts;
}

function longestNeighbour(
  { faces, faceOf, lengths }: Arrangement,
  owners: Int32Array,
  part: readonly number[],
  owner: number,
): number | null {
  const shared = new Map<number, number>();
  for (const halfEdge of part.flatMap((face) => faces[face]?.halfEdges ?? [])) {
    const other = owners[faceOf[halfEdge ^ 1] ?? 0] ?? -1;
    if (other >= 0 && other !== owner) {
      shared.set(other, (shared.get(other) ?? 0) + (lengths[halfEdge >> 1] ?? 0));
    }
  }
  const [best] = [...shared].sort(([one, a], [two, b]) => b - a || one - two);
  return best?.[0] ?? null;
}
