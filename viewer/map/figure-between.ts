import { hasMapValue } from '../../geodata/classes/area-class.ts';

/** A figure as the map draws it: `status` as in ScenePeriod, `value` meaningless where the status has none. */
export interface SceneFigure {
  readonly value: number;
  readonly status: number;
}

/**
 * The figure on the way from the shown period (`share` 0) to the next one (1). Two values mix linearly. Where only the
 * shown period has one it stays as it is; where the shown period has none, its absence stays: nothing appears before its
 * own period, and nothing is invented. The status is always that of the shown period. The map's shader follows the same
 * rule.
 */
export function figureBetween(shown: SceneFigure, next: SceneFigure, share: number): SceneFigure {
  if (!hasMapValue(shown.status) || !hasMapValue(next.status)) return shown;
  return { status: shown.status, value: shown.value * (1 - share) + next.value * share };
}
