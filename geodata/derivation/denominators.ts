import type { Level } from '../level.ts';
import { nearestPeriod } from '../nearest-period.ts';
import type { Observation } from '../observation.ts';
import { type Figures, periodsWithValues } from './figures.ts';

export interface Denominator {
  readonly period: string | undefined;
  readonly figure: Observation | undefined;
}

/**
 * Finds what figures of a period and boundary year are divided by: the figure of the indicator `denominator` of the same
 * area and boundary year, of the same period or else of the nearest one that has values on the level (of two equally
 * near the earlier).
 */
export function createDenominators(
  denominator: string,
  figures: Figures,
  boundaryYear: number,
  period: string,
): (divided: Pick<Observation, 'level' | 'area'>) => Denominator {
  const nearest = new Map<Level, string | undefined>();
  return ({ level, area }) => {
    if (!nearest.has(level)) {
      const candidates = periodsWithValues(figures, denominator, boundaryYear, level);
      nearest.set(level, nearestPeriod(period, candidates));
    }
    const chosen = nearest.get(level);
    if (chosen === undefined) return { period: undefined, figure: undefined };
    return { period: chosen, figure: figures.get(denominator)?.get(boundaryYear)?.get(chosen)?.get(area) };
  };
}
