import { type ClusterKind, type ClusterMap, clusterKinds } from '../../../geodata/connection/clusters.ts';

/** An area that stands out among its neighbours, by being like them or unlike them. */
export interface ClusterRow {
  readonly code: string;
  readonly name: string;
  readonly kind: ClusterKind;
  readonly value: number;
  /** Median of its neighbours. */
  readonly around: number;
  /** Corrected for the number of areas. */
  readonly p: number;
}

/** Kinds that are no pattern. */
const plain: readonly ClusterKind[] = ['not-significant', 'no-neighbour'];

/** The areas in clusters and the outliers: kind by kind, each from the highest figure down. `values` are by area index. */
export function listClusters(found: ClusterMap, values: ArrayLike<number>): ClusterRow[] {
  const [codes, names] = [found.codes.split('\n'), found.names.split('\n')];
  const rows = [...found.indexes].flatMap((index, at): ClusterRow[] => {
    const kind = clusterKinds[found.kinds[index] ?? clusterKinds.length];
    if (!kind || plain.includes(kind)) return [];
    return [
      {
        code: codes[at] ?? '',
        name: names[at] ?? '',
        kind,
        value: values[index] ?? Number.NaN,
        around: found.around[index] ?? Number.NaN,
        p: found.corrected[index] ?? Number.NaN,
      },
    ];
  });
  const placeOf = ({ kind }: ClusterRow) => clusterKinds.indexOf(kind);
  return rows.sort((one, other) => placeOf(one) - placeOf(other) || other.value - one.value);
}
