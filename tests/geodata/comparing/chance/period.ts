import type { ColumnPeriod } from '../../../../geodata/columns/column.ts';
import { absentArea, type Status, statuses } from '../../../../geodata/observation.ts';

/** A figure by its value, or why it has none; `absent`: the boundary year has no such area. */
export type Place = number | null | Exclude<Status, 'missing'> | 'absent';

/** One period of a column, of the boundaries and figures of 2024 where a test says nothing else; null is missing. */
export function periodOf(places: readonly Place[], more: Partial<ColumnPeriod> = {}): ColumnPeriod {
  return {
    period: '2024',
    boundaryYear: 2024,
    values: Float64Array.from(places, (place) => (typeof place === 'number' ? place : Number.NaN)),
    statuses: Uint8Array.from(places, codeOf),
    ...more,
  };
}

function codeOf(place: Place): number {
  if (place === 'absent') return absentArea;
  if (typeof place === 'number') return statuses.indexOf('final');
  return statuses.indexOf(place ?? 'missing');
}
