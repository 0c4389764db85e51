import { boundaryChanged, withinChance } from '../comparing/change-status.ts';
import { hasValue, statuses } from '../observation.ts';
import { type Absence, absences } from './absence-pattern.ts';

/** What decides on the fill of an area: the rank of its class, lowest first; why it has none; or that nothing is known of it. */
export type AreaClass = number | Absence | 'chance' | 'unknown';

/** The last of the statuses that come with a value. */
export const lastWithValue = statuses.findLastIndex(hasValue);

/** Whether a status of the map, of observation.ts or of a change, comes with a value. */
export function hasMapValue(status: number): boolean {
  return status <= lastWithValue || status === withinChance;
}

/** The status of the map that an absence is drawn for. */
export function codeOfAbsence(absence: Absence): number {
  return absence === 'boundary-changed' ? boundaryChanged : statuses.indexOf(absence);
}

const absenceByStatus: ReadonlyMap<number, Absence> = new Map(
  absences.map((absence) => [codeOfAbsence(absence), absence]),
);

/** The class of a figure between limits in ascending order. Values are compared in 32 bits, as a GPU does. */
export function classOfFigure(
  { value, status }: { readonly value: number; readonly status: number },
  breaks: readonly number[],
): AreaClass {
  if (!hasMapValue(status)) return absenceByStatus.get(status) ?? 'unknown';
  if (!Number.isFinite(value)) return 'missing';
  if (status === withinChance) return 'chance';
  return breaks.filter((limit) => Math.fround(value) >= Math.fround(limit)).length;
}
