import type { ColumnPeriod } from '../columns/column.ts';
import { noKind } from '../connection/clusters.ts';

/**
 * The kinds of areas as figures of one period: 0 for the first. `statuses` are those of the figures that the areas were
 * sorted by, so that an area without one keeps its fill.
 */
export function figuresOfKinds(
  kinds: Uint8Array,
  { period, boundaryYear, statuses }: Pick<ColumnPeriod, 'period' | 'boundaryYear' | 'statuses'>,
): Pick<ColumnPeriod, 'period' | 'boundaryYear' | 'values' | 'statuses'> {
  const values = Float64Array.from(kinds, (kind) => (kind === noKind ? Number.NaN : kind));
  return { period, boundaryYear, values, statuses };
}

/** Between so many kinds. */
export function breaksBetweenKinds(count: number): number[] {
  return Array.from({ length: count - 1 }, (_, kind) => kind + 0.5);
}
