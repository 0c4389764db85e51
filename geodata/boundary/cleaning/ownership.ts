import type { Arrangement, Face } from './arrangement.ts';

/** What decides who owns a face: the polygons' owners, and how coarsely each owner was drawn (mean edge in metres). */
export interface Claims {
  readonly ownerOfPolygon: readonly number[];
  readonly coarseness: readonly number[];
}

/** A face that was not plainly one owner's, and who got it. */
export interface Settlement {
  readonly kind: 'overlap' | 'sliver';
  readonly owner: number;
  readonly other: number | null;
  readonly area: number;
}

/** Narrower than this (metres, twice area by perimeter) an empty strip between areas is an error of drawing, not ground. */
export const sliverWidth = 40;
/**
 * Smaller than this (m²) an empty patch enclosed by areas is an error of drawing, whatever its shape: neighbourhoods
 * cover all land and inland water of their municipality, and the smallest municipality that could be missing from the
 * input measures several km². Coarse sources leave patches of up to 0.25 km² where a built-up area was redrawn.
 */
export const sliverArea = 500_000;

/** The owners that claim a face: those with a polygon that winds around it an odd number of times. */
export function listClaimants({ windings }: Face, { ownerOfPolygon }: Claims): number[] {
  const owners = new Set<number>();
  for (const [polygon, count] of windings) {
    if (count % 2 !== 0) owners.add(ownerOfPolygon[polygon] ?? -1);
  }
  return [...owners].sort((one, two) => one - two);
}

/** Whether an empty face, of all that lies enclosed, is too small or too narrow to be ground of its own. */
export function isSliver({ lengths }: Arrangement, face: Face): boolean {
  if (face.area < sliverArea) return true;
  let perimeter = 0;
  for (const halfEdge of face.halfEdges) perimeter += lengths[halfEdge >> 1] ?? 0;
  return (2 * face.area) / perimeter < sliverWidth;
}

/**
 * One owner a face (−1: none), and what had to be settled. A face that one owner claims is its own. Overlaps go to the
 * owner drawn in more detail, slivers to the coarser neighbour, so that the border follows the better line of the two;
 * between equals to the one with the longest shared edge. An area that would lose most of its ground keeps it.
 */
export function settleOwners(arrangement: Arrangement, claims: Claims) {
  const claimants = arrangement.faces.map((face) => listClaimants(face, claims));
  const owners = Int32Array.from(claimants, (list) => (list.length === 1 ? (list[0] ?? -1) : -1));
  const undisputed = shareUndisputed(arrangement, claimants);
  const settlements: Settlement[] = [];
  let open = arrangement.faces.flatMap((face, number) => {
    const claimed = claimants[number]?.length ?? 0;
    return number > 0 && (claimed > 1 || (claimed === 0 && isSliver(arrangement, face))) ? [number] : [];
  });
  open.sort((one, two) => (arrangement.faces[two]?.area ?? 0) - (arrangement.faces[one]?.area ?? 0));
  while (open.length > 0) {
    const rest: number[] = [];
    for (const number of open) {
      const settlement = settle(arrangement, claims, owners, number, claimants[number] ?? [], undisputed);
      if (settlement) {
        owners[number] = settlement.owner;
        settlements.push(settlement);
      } else rest.push(number);
    }
    if (rest.length === open.length) break;
    open = rest;
  }
  return { owners, settlements };
}

/** Share of each owner's claimed ground that nobody else claims. */
function shareUndisputed({ faces }: Arrangement, claimants: readonly (readonly number[])[]) {
  const whole = new Map<number, number>();
  const alone = new Map<number, number>();
  claimants.forEach((list, face) => {
    const area = faces[face]?.area ?? 0;
    for (const owner of list) {
      whole.set(owner, (whole.get(owner) ?? 0) + area);
      if (list.length === 1) alone.set(owner, (alone.get(owner) ?? 0) + area);
    }
  });
  return (owner: number) => (alone.get(owner) ?? 0) / (whole.get(owner) || 1);
}

function settle(
  arrangement: Arrangement,
  { coarseness }: Claims,
  owners: Int32Array,
  number: number,
  claimants: readonly number[],
  undisputed: (owner: number) => number,
): Settlement | null {
  const face = arrangement.faces[number];
  if (!face) return null;
  const shared = measureShared(arrangement, face, owners);
  const isOverlap = claimants.length > 0;
  const candidates = isOverlap ? [...claimants] : [...shared.keys()];
  const score = (owner: number) => {
    const coarse = coarseness[owner] ?? 1;
    return (shared.get(owner) ?? 0) * (isOverlap ? 1 / coarse : coarse);
  };
  const isMostlyClaimed = (owner: number) => isOverlap && undisputed(owner) < 0.5;
  candidates.sort(
    (one, two) =>
      Number(isMostlyClaimed(two)) - Number(isMostlyClaimed(one)) ||
      (isMostlyClaimed(one) ? undisputed(one) - undisputed(two) : 0) ||
      score(two) - score(one) ||
      one - two,
  );
  const [owner, other = null] = candidates;
  if (owner === undefined) return null;
  return { kind: isOverlap ? 'overlap' : 'sliver', owner, other, area: face.area };
}

/** Metres of a face's edge that it shares with each owner's ground. */
function measureShared(
  { faceOf, lengths }: Arrangement,
  face: Face,
  owners: Int32Array,
): Map<number, number> {
  const shared = new Map<number, number>();
  for (const halfEdge of face.halfEdges) {
    const owner = owners[faceOf[halfEdge ^ 1] ?? 0] ?? -1;
    if (owner >= 0) shared.set(owner, (shared.get(owner) ?? 0) + (lengths[halfEdge >> 1] ?? 0));
  }
  return shared;
}
