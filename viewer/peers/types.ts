import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Clustering } from '../../geodata/statistics/clustering.ts';
import { nameTypes } from '../../geodata/statistics/type-name.ts';
import type { Text } from '../../geodata/text.ts';
import { sharedAnalysis } from '../analysis/client.ts';
import type { Context } from './peer-rows.ts';

/** A handful, so that each has a plain name. */
const count = 5;
/** So that a link shows the same types. */
const seed = 1;

/** The types by the figures they are made of: all areas of a report are among the same. */
const known = new Map<string, Promise<Clustering>>();

function makeTypes({ columns, indicators, periods }: Context): Promise<Clustering> {
  const key = JSON.stringify([columns[0]?.length, indicators.map((each) => each.key), periods]);
  const found = known.get(key);
  if (found) return found;
  const types = sharedAnalysis().run('types', { columns, count, seed });
  known.set(key, types);
  types.catch(() => known.delete(key));
  return types;
}

/** The type of an area among all of its level, and how many areas are of it. */
export interface AreaType {
  readonly name: Text;
  readonly size: number;
  readonly of: number;
}

/** The type of the area of an index, computed off the main thread; null while it is, or where the area has none. */
export function useAreaType(context: Context, index: number): AreaType | null {
  const found = useSignal<AreaType | null>(null);
  useEffect(() => {
    let isGone = false;
    found.value = null;
    makeTypes(context).then(
      ({ types, centres, sizes }) => {
        if (isGone) return;
        const type = types[index] ?? -1;
        const name = nameTypes(
          centres,
          context.indicators.map((each) => each.name),
        )[type];
        if (name)
          found.value = { name, size: sizes[type] ?? 0, of: sizes.reduce((sum, each) => sum + each, 0) };
      },
      // Too few areas with all figures to make types of: the area has none.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [context, index]);
  return found.value;
}
