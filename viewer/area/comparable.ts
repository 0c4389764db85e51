import type { Line } from '../state/benchmarks.ts';
import { indicator } from '../state/catalog.ts';

/** The lines that can stand on one scale: a count grows with its area, so there the area stands alone. */
export function comparable(all: readonly Line[]): readonly Line[] {
  return indicator.value?.kind === 'count' ? all.slice(0, 1) : all;
}
