import type { Hierarchy } from '../derivation/hierarchy.ts';
import type { Level } from '../level.ts';
import { type Atom, type Axis, arrangeAxis } from './axis.ts';

/** What of an area of one boundary year became an area of another. */
export interface AreaLink {
  readonly level: Level;
  readonly fromYear: number;
  readonly toYear: number;
  readonly fromCode: string | null;
  readonly toCode: string | null;
  /** Of the earlier area's surface, 0 to 1. */
  readonly areaShare: number;
}

/** Less of an area than this comes from the inaccuracy of borders. */
const leastShare = 0.01;

/** The name of an area's node. */
export function nameNode(boundaryYear: number, area: string): string {
  return `${boundaryYear} ${area}`;
}

/**
 * The axis of the areas that have figures, of every boundary year that the same figures are published on. Pieces that
 * areas of several years have in common are its atoms, so that what two divisions tell together is seen.
 */
export function arrangeAreaAxis(
  areas: ReadonlyMap<number, ReadonlySet<string>>,
  hierarchies: ReadonlyMap<number, Hierarchy>,
  links: readonly AreaLink[],
): Axis {
  const years = [...areas.keys()].sort((one, other) => other - one);
  const nodes = years.flatMap((year) =>
    [...(areas.get(year) ?? [])].sort().map((code) => nameNode(year, code)),
  );
  const whole = arrangeAxis(nodes, (node) => listHolders(node, hierarchies));
  const [latest, ...earlier] = years;
  if (latest === undefined || earlier.length === 0) return whole;
  const yearOf = ({ holders }: Atom) => Number(nodes[holders[0] ?? 0]?.split(' ')[0]);
  let atoms = whole.atoms.filter((atom) => yearOf(atom) === latest);
  for (const year of earlier) {
    const older = whole.atoms.filter((atom) => yearOf(atom) === year);
    atoms = cutAtoms(atoms, older, findPieces(nodes, links, year, latest));
  }
  return { ...whole, atoms };
}

function listHolders(node: string, hierarchies: ReadonlyMap<number, Hierarchy>): string[] {
  const [year = '', code = ''] = node.split(' ');
  const areas = hierarchies.get(Number(year))?.areas;
  const holders: string[] = [];
  for (let parent = areas?.get(code)?.parent ?? null; parent !== null && holders.length < 8; ) {
    holders.push(nameNode(Number(year), parent));
    parent = areas?.get(parent)?.parent ?? null;
  }
  return holders;
}

/** By later and earlier area, the share of the earlier one's surface; areas of one code are the same where nothing else is told. */
type Pieces = (later: number, earlier: number) => number;

function findPieces(
  nodes: readonly string[],
  links: readonly AreaLink[],
  earlier: number,
  later: number,
): Pieces {
  const shares = new Map<string, number>();
  const told = new Set<string>();
  for (const { fromYear, toYear, fromCode, toCode, areaShare } of links) {
    const isForth = fromYear === earlier && toYear === later;
    if (!isForth && !(fromYear === later && toYear === earlier)) continue;
    const [old, young] = isForth ? [fromCode, toCode] : [toCode, fromCode];
    if (old === null || young === null || areaShare < leastShare) continue;
    shares.set(`${nameNode(later, young)} ${nameNode(earlier, old)}`, areaShare);
    told.add(nameNode(later, young)).add(nameNode(earlier, old));
  }
  return (young, old) => {
    const [one = '', other = ''] = [nodes[young], nodes[old]];
    const share = shares.get(`${one} ${other}`);
    if (share !== undefined) return share;
    return !told.has(one) && !told.has(other) && one.split(' ')[1] === other.split(' ')[1] ? 1 : 0;
  };
}

/** The pieces that later atoms and earlier ones have in common, and what neither shares with the other. */
function cutAtoms(later: readonly Atom[], earlier: readonly Atom[], pieces: Pieces): Atom[] {
  const own = ({ holders }: Atom) => holders[0] ?? 0;
  const found = later.flatMap((young) =>
    earlier.flatMap((old) => {
      const share = pieces(own(young), own(old));
      return share > 0 ? [{ young, old, share }] : [];
    }),
  );
  const countOf = (atom: Atom, side: 'young' | 'old') => found.filter((piece) => piece[side] === atom).length;
  const cut = found.map(({ young, old, share }): Atom => {
    // Of two areas that became one, each is a piece of its own.
    if (countOf(old, 'old') === 1) return { holders: [...old.holders, ...young.holders], share: 1 };
    const isWhole = countOf(young, 'young') === 1;
    return isWhole
      ? { holders: [...young.holders, ...old.holders], share: young.share }
      : { holders: [...old.holders, ...young.holders], share };
  });
  const used = new Set(found.flatMap(({ young, old }) => [young, old]));
  return [...cut, ...[...later, ...earlier].filter((atom) => !used.has(atom))];
}
