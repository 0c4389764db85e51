import { leastContext, peerSeed, peerTypes } from '../../../geodata/comparing/peer-context.ts';
import type { MapLevel } from '../../../geodata/level.ts';
import { type Clustering, listComplete } from '../../../geodata/statistics/clustering.ts';
import { nameTypes } from '../../../geodata/statistics/type-name.ts';
import type { Text } from '../../../geodata/text.ts';
import { type Analysis, sharedAnalysis } from '../../data/analysis/client.ts';
import { type Context, readContext } from './context.ts';

/** The types of the areas of a level. */
export interface AreaTypes {
  readonly context: Context;
  /** By area index. */
  readonly clustering: Clustering;
  readonly names: readonly Text[];
}

/**
 * The types of all areas of a level in the boundaries that figures are carried to, or else in the newest; null where too
 * little is known to make any. Throws RequestFailure.
 */
export async function readAreaTypes(
  level: MapLevel,
  carry: number | null,
  abort: AbortSignal,
): Promise<AreaTypes | null> {
  return makeTypes((await readContext(level, carry, abort)).context);
}

/** Types by the figures that they are made of: a map and all areas of a report are told of the same. */
const known = new Map<string, Promise<AreaTypes | null>>();

/**
 * Computes the types off the main thread, once; null where too little is known to make any. Rejects where that cannot be
 * computed.
 */
export function makeTypes(
  context: Context,
  analysis: () => Pick<Analysis, 'run'> = sharedAnalysis,
): Promise<AreaTypes | null> {
  if (context.indicators.length < leastContext) return Promise.resolve(null);
  const key = JSON.stringify([
    context.columns[0]?.length,
    context.indicators.map((each) => each.key),
    context.periods,
  ]);
  const found = known.get(key);
  if (found) return found;
  const types = computeTypes(context, analysis);
  types.catch(() => known.delete(key));
  known.set(key, types);
  return types;
}

async function computeTypes(
  context: Context,
  analysis: () => Pick<Analysis, 'run'>,
): Promise<AreaTypes | null> {
  if (listComplete(context.columns).length < peerTypes) return null;
  const clustering = await analysis().run('types', {
    columns: context.columns,
    count: peerTypes,
    seed: peerSeed,
  });
  const told = context.indicators.map((each) => each.name);
  return { context, clustering, names: nameTypes(clustering.centres, told) };
}
