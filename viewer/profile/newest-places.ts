import type { MapLevel } from '../../geodata/level.ts';
import { readPlaces } from '../data/client.ts';
import type { Places } from '../data/contract.ts';
import { catalog } from '../state/catalog.ts';

/** All areas of a level in the newest boundaries. Throws RequestFailure. */
export async function readNewestPlaces(level: MapLevel, abort: AbortSignal): Promise<Places> {
  const years = catalog.data.peek()?.boundaryYears.map(({ year }) => year) ?? [];
  return readPlaces({ level, boundaryYear: Math.max(...years) }, abort);
}
