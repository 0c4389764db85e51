import type { ListedArea } from '../area-list.ts';
import { type Contiguity, createContiguity } from '../statistics/contiguity.ts';

type Bordering = Pick<ListedArea, 'code' | 'index' | 'neighbours'>;

/**
 * Which areas touch, by their index among `size`: those that share an arc of the topology that borders are published from,
 * so more than a corner. Neighbours that are not in the list do not count.
 */
export function contiguityOf(areas: readonly Bordering[], size: number): Contiguity {
  const indexes = new Map(areas.map(({ code, index }) => [code, index]));
  const pairs = areas.flatMap(({ index, neighbours }) =>
    neighbours.flatMap((code): [number, number][] => {
      const other = indexes.get(code);
      return other === undefined ? [] : [[index, other]];
    }),
  );
  return createContiguity(size, pairs);
}
