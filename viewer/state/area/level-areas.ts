import type { AreaList } from '../../../geodata/area-list.ts';
import type { MapLevel } from '../../../geodata/level.ts';
import { readAreaList } from '../../data/client.ts';
import { catalog } from '../catalog.ts';

/** All areas of a level in the boundaries that figures are carried to, or else in the newest. Throws RequestFailure. */
export async function readLevelAreas(
  level: MapLevel,
  carry: number | null,
  abort: AbortSignal,
): Promise<AreaList> {
  const years = catalog.data.peek()?.boundaryYears.map(({ year }) => year) ?? [];
  return readAreaList({ level, boundaryYear: carry ?? Math.max(...years) }, abort);
}
