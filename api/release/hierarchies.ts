import { arrangeHierarchy, type Hierarchy, type PartArea } from '../../geodata/derivation/hierarchy.ts';
import type { Boundaries } from './boundaries.ts';

/** An area with the boundary year that it is of. */
type YearPart = PartArea & { readonly boundaryYear: number };

/** The areas of a boundary year that a package brings. */
export function listParts({ year, areas }: Boundaries['years'][number]): YearPart[] {
  return areas.map(({ code, level, parent, water }) => ({ code, level, parent, water, boundaryYear: year }));
}

/** Which area lies in which, by boundary year. */
export function arrangeHierarchies(areas: readonly YearPart[]): Map<number, Hierarchy> {
  const years = new Map<number, YearPart[]>();
  for (const area of areas) {
    const list = years.get(area.boundaryYear);
    if (list) list.push(area);
    else years.set(area.boundaryYear, [area]);
  }
  return new Map([...years].map(([year, list]) => [year, arrangeHierarchy(year, list)]));
}
