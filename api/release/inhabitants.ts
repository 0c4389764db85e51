import { inhabitantsKey } from '../../geodata/inhabitants.ts';
import { nearestPeriod } from '../../geodata/nearest-period.ts';
import type { Observation } from '../../geodata/observation.ts';

/** Inhabitants of the neighbourhoods of a boundary year by code, of the period nearest to it, as far as known. */
export function listInhabitants(figures: readonly Observation[], boundaryYear: number): Map<string, number> {
  const own = figures.filter(
    (figure) =>
      figure.indicator === inhabitantsKey &&
      figure.boundaryYear === boundaryYear &&
      figure.level === 'neighbourhood' &&
      figure.value !== null,
  );
  const nearest = nearestPeriod(
    String(boundaryYear),
    own.map(({ period }) => period),
  );
  return new Map(
    own.flatMap(({ area, period, value }) => (period === nearest && value !== null ? [[area, value]] : [])),
  );
}
