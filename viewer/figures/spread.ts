import type { ColumnData, ColumnPeriod } from '../../geodata/columns/column.ts';
import { measureRobustly } from '../../geodata/statistics/robust.ts';
import { findNewest, listKnown, listMoments } from '../state/area/moment.ts';

const known = new WeakMap<ColumnPeriod, number>();

/** The robust standard deviation of the figures of all areas at a moment; NaN without any. */
export function spreadAt(moment: ColumnPeriod): number {
  const spread = known.get(moment) ?? measureRobustly(listKnown(moment)).spread;
  known.set(moment, spread);
  return spread;
}

/** Longer at a stretch would hold up the page. */
const mostMilliseconds = 10;

/** Measures what the newest figures of areas are weighed by, in turns: those of a country take too long to do so at once. */
export async function measureSpreads(
  indexes: readonly number[],
  columns: ReadonlyMap<string, ColumnData>,
): Promise<void> {
  let end = performance.now() + mostMilliseconds;
  for (const column of columns.values()) {
    for (const index of indexes) {
      const moment = findNewest(listMoments(column, index), index);
      if (moment) spreadAt(moment);
    }
    if (performance.now() < end) continue;
    await new Promise((resume) => setTimeout(resume, 0));
    end = performance.now() + mostMilliseconds;
  }
}
