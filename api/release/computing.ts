import { computeObservations, listNeeded } from '../../geodata/derivation/computation.ts';
import type { Hierarchy } from '../../geodata/derivation/hierarchy.ts';
import type { ProtectedFigures } from '../../geodata/disclosure/protection.ts';
import type { Indicator } from '../../geodata/indicator.ts';
import type { Observation } from '../../geodata/observation.ts';
import {
  addObservation,
  createObservationTable,
  type ObservationTable,
} from '../../geodata/observation-table.ts';

/**
 * Computes one indicator after the other, with what it needs at hand, so that memory holds the figures of a few. What
 * several need is computed again for each.
 */
export function computeAffected(
  readFigures: (indicator: string) => readonly Observation[],
  indicators: readonly Indicator[],
  affected: ReadonlySet<string>,
  hierarchies: ReadonlyMap<number, Hierarchy>,
  { settled, computed: computedOfSettled, show }: ProtectedFigures,
): ObservationTable {
  const table = createObservationTable();
  const ofSettled = new Map<string, Observation[]>();
  for (const figure of computedOfSettled) {
    const list = ofSettled.get(figure.indicator);
    if (list) list.push(figure);
    else ofSettled.set(figure.indicator, [figure]);
  }
  for (const key of affected) {
    if (settled.has(key)) {
      for (const observation of ofSettled.get(key) ?? []) addObservation(table, observation);
      continue;
    }
    const needed = listNeeded([key], indicators);
    const computed = computeObservations(
      [...needed].flatMap((other) => [...readFigures(other).map(show), ...(ofSettled.get(other) ?? [])]),
      indicators.filter((indicator) => needed.has(indicator.key)),
      hierarchies,
      settled,
    );
    for (const observation of computed) if (observation.indicator === key) addObservation(table, observation);
  }
  return table;
}
