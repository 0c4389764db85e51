import { arrange } from '../cleaning/arrangement.ts';
import { addPolygon, createLinework } from '../cleaning/linework.ts';
import { nodeLinework } from '../cleaning/noding.ts';
import type { MultiPolygon } from '../grid.ts';

interface Ground {
  readonly code: string;
  readonly polygons: MultiPolygon;
}

/** Ground in m² that lies in `from` of one coverage and in `to` of the other; null where one of them has no area. */
export interface Overlap {
  readonly from: string | null;
  readonly to: string | null;
  readonly area: number;
}

/** Lays one coverage over another: every pair of areas that have ground in common, and what only one of the two covers. */
export function overlay(from: readonly Ground[], to: readonly Ground[]): Overlap[] {
  const linework = createLinework();
  const owners: { readonly side: 'from' | 'to'; readonly code: string }[] = [];
  const add = (side: 'from' | 'to', areas: readonly Ground[]) => {
    for (const { code, polygons } of areas) {
      for (const rings of polygons) addPolygon(linework, rings, owners.push({ side, code }) - 1);
    }
  };
  add('from', from);
  add('to', to);
  const overlaps = new Map<string, Overlap>();
  for (const { area, windings } of arrange(nodeLinework(linework)).faces) {
    const pair: Record<'from' | 'to', string | null> = { from: null, to: null };
    for (const polygon of windings.keys()) {
      const owner = owners[polygon];
      if (owner) pair[owner.side] = owner.code;
    }
    if (pair.from === null && pair.to === null) continue;
    const key = `${pair.from} ${pair.to}`;
    overlaps.set(key, { ...pair, area: area + (overlaps.get(key)?.area ?? 0) });
  }
  return [...overlaps.values()];
}
