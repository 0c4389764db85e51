import type { Area } from '../area.ts';
import { type Level, levels } from '../level.ts';

/** An area as far as adding up concerns it. */
export type PartArea = Pick<Area, 'code' | 'level' | 'parent'> & { readonly water: boolean };

/** The areas of one boundary year, with which parts make which whole. */
export interface Hierarchy {
  readonly boundaryYear: number;
  readonly areas: ReadonlyMap<string, PartArea>;
  /** The areas of a level. */
  list(level: Level): readonly PartArea[];
  /** The areas of level `part` that lie in each area of level `whole`, by its code. */
  group(whole: Level, part: Level): ReadonlyMap<string, readonly PartArea[]>;
}

/** Arranges the areas of one boundary year by their parents. */
export function arrangeHierarchy(boundaryYear: number, list: readonly PartArea[]): Hierarchy {
  const areas = new Map(list.map((area) => [area.code, area]));
  const listLevel = (level: Level) => list.filter((area) => area.level === level);
  const groups = new Map<string, ReadonlyMap<string, readonly PartArea[]>>();
  return {
    boundaryYear,
    areas,
    list: listLevel,
    group(whole, part) {
      const key = `${whole}/${part}`;
      const group = groups.get(key) ?? groupParts(areas, listLevel(part), whole);
      groups.set(key, group);
      return group;
    },
  };
}

function groupParts(
  areas: ReadonlyMap<string, PartArea>,
  parts: readonly PartArea[],
  whole: Level,
): Map<string, PartArea[]> {
  const group = new Map<string, PartArea[]>();
  for (const part of parts) {
    const code = findAncestor(areas, part, whole);
    if (code === null) continue;
    const members = group.get(code);
    if (members) members.push(part);
    else group.set(code, [part]);
  }
  return group;
}

function findAncestor(areas: ReadonlyMap<string, PartArea>, area: PartArea, level: Level): string | null {
  let current: PartArea | undefined = area;
  for (let step = 0; step < levels.length && current; step++) {
    if (current.level === level) return current.code;
    current = current.parent === null ? undefined : areas.get(current.parent);
  }
  return null;
}
