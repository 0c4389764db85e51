import { type Contiguity, createContiguity } from '../statistics/contiguity.ts';

/** An area as the API lists it: `GET /api/areas`. `neighbours` are the codes of the areas that share a border with it. */
export interface ListedArea {
  readonly code: string;
  readonly name: string;
  readonly index: number;
  readonly neighbours: readonly string[];
}

/**
 * Reads the answer of `GET /api/areas?level=…&boundaryYear=…` as it was sent. So many areas are read where nobody waits for
 * it: off the main thread. Throws SyntaxError for bytes that are no JSON.
 */
export function readListedAreas(bytes: Uint8Array): readonly ListedArea[] {
  const { rows } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly rows: readonly ListedArea[] };
  return rows;
}

/**
 * Which areas touch, by their index among `size`: those that share an arc of the topology that borders are published from,
 * so more than a corner. Neighbours that are not in the list do not count.
 */
export function contiguityOf(areas: readonly ListedArea[], size: number): Contiguity {
  const indexes = new Map(areas.map(({ code, index }) => [code, index]));
  const pairs = areas.flatMap(({ index, neighbours }) =>
    neighbours.flatMap((code): [number, number][] => {
      const other = indexes.get(code);
      return other === undefined ? [] : [[index, other]];
    }),
  );
  return createContiguity(size, pairs);
}
