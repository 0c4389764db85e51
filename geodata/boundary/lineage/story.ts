import type { Change } from './change.ts';
import type { LineageRow } from './lineage.ts';

/** A row of lineage between two years, of one level. */
type Row = Pick<LineageRow, 'fromCode' | 'toCode' | 'change' | 'areaShare' | 'populationShare'>;

/** An area of the other year that has ground in common with the area that the story is about. */
export interface StoryPart {
  readonly code: string;
  /** Share of the earlier area's ground that became the later area's, 0 to 1, whichever of the two the story is about. */
  readonly areaShare: number;
  /** The same of its inhabitants; null where unknown. */
  readonly populationShare: number | null;
  /** Both years have this code. */
  readonly remains: boolean;
}

/** What happened to an area between two boundary years. */
export interface BoundaryStory {
  readonly change: Change;
  /** The largest share first; negligible parts are left out. The area itself is among them where it kept its code. */
  readonly parts: readonly StoryPart[];
  /** The other year's code of the same shape, where the code changed and the shape did not. */
  readonly recodedAs: string | null;
  /** Share of the area's ground that no area of the other year has: won (side `to`) or lost (side `from`). */
  readonly outside: number;
}

/** Less than this share of both the ground and the inhabitants is too little to tell of. */
const negligibleShare = 0.01;

/** Changes between two codes of one shape. */
const sameShape: readonly Change[] = ['unchanged', 'renamed', 'recoded'];

/**
 * The story of an area from the rows between two years: where it came from, for a code of the later year (`to`), or what
 * became of it, for a code of the earlier year (`from`). null where no row tells of the code.
 */
export function tellBoundaryStory(
  rows: readonly Row[],
  code: string,
  side: 'from' | 'to',
): BoundaryStory | null {
  const [own, other] = side === 'to' ? (['toCode', 'fromCode'] as const) : (['fromCode', 'toCode'] as const);
  const told = rows.filter((row) => row[own] === code);
  if (told.length === 0) return null;
  const kept = told.find(({ fromCode, toCode }) => fromCode === toCode);
  const recoded = told.find(({ change }) => change === 'recoded');
  const known = new Set(rows.map((row) => row[own]));
  const parts = told.flatMap((row) => {
    const { areaShare, populationShare } = row;
    const partCode = row[other];
    return partCode === null
      ? []
      : [{ code: partCode, areaShare, populationShare, remains: known.has(partCode) }];
  });
  return {
    change: (kept ?? recoded)?.change ?? (side === 'to' ? 'new' : 'gone'),
    parts: leaveNegligible(parts),
    recodedAs: recoded?.[other] ?? null,
    outside: told.find((row) => row[other] === null)?.areaShare ?? 0,
  };
}

/** Without negligible parts, the largest first; where there is no other part it stays, as a small part of a large area can be all of a small one. */
function leaveNegligible(parts: readonly StoryPart[]): StoryPart[] {
  const sorted = parts.toSorted(
    (one, two) => two.areaShare - one.areaShare || (one.code < two.code ? -1 : 1),
  );
  const relevant = sorted.filter(
    ({ areaShare, populationShare }) => Math.max(areaShare, populationShare ?? 0) >= negligibleShare,
  );
  return relevant.length > 0 ? relevant : sorted.slice(0, 1);
}

/**
 * Index in the later year → index in the earlier year, for areas that kept their shape under another index: recoded, or
 * drawn otherwise for a while. The maps hold the index of every code of a year.
 */
export function recodedIndexes(
  rows: readonly Row[],
  fromIndexes: ReadonlyMap<string, number>,
  toIndexes: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> {
  const pairs = rows.flatMap(({ fromCode, toCode, change }): [number, number][] => {
    const before = fromIndexes.get(fromCode ?? '');
    const after = toIndexes.get(toCode ?? '');
    const isMoved = before !== undefined && after !== undefined && before !== after;
    return isMoved && sameShape.includes(change) ? [[after, before]] : [];
  });
  return new Map(pairs);
}

/** Codes of the earlier year whose shape is no longer that of any area, in order: their old borders are worth a look. */
export function redrawnCodes(rows: readonly Row[]): string[] {
  const kept = new Set(
    rows.filter(({ change }) => sameShape.includes(change)).map(({ fromCode }) => fromCode),
  );
  const codes = rows.flatMap(({ fromCode, areaShare }) =>
    fromCode !== null && !kept.has(fromCode) && areaShare >= negligibleShare ? [fromCode] : [],
  );
  return [...new Set(codes)].sort();
}
