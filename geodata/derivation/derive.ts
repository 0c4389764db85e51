import type { Derivation, Indicator } from '../indicator.ts';
import type { Level } from '../level.ts';
import { nearestPeriod } from '../nearest-period.ts';
import type { Observation, Status } from '../observation.ts';
import { type Figures, listCells, periodsWithValues } from './figures.ts';

/**
 * Figures of a derived indicator, numerator ÷ denominator × factor, for every area, boundary year and period that
 * `figures` holds of the numerator, on all levels. The denominator is that of the same area and boundary year, of the
 * same period or else of the nearest one that has values on the level (of two equally near the earlier);
 * `note.denominatorPeriod` says which. Without a value of either, or with a denominator of 0, there is none.
 * Empty for an indicator that is not derived.
 */
export function deriveIndicator(indicator: Indicator, figures: Figures): Observation[] {
  const { derive } = indicator;
  if (!derive) return [];
  const made: Observation[] = [];
  for (const { boundaryYear, period, areas } of listCells(figures, derive.numerator)) {
    const denominators = createDenominators(derive, figures, boundaryYear, period);
    for (const numerator of areas.values()) {
      const { period: denominatorPeriod, figure } = denominators(numerator);
      made.push({
        ...divide(numerator, figure, derive.factor),
        indicator: indicator.key,
        note: denominatorPeriod === undefined ? null : { denominatorPeriod },
      });
    }
  }
  return made;
}

interface Denominator {
  readonly period: string | undefined;
  readonly figure: Observation | undefined;
}

function createDenominators(
  { denominator }: Derivation,
  figures: Figures,
  boundaryYear: number,
  period: string,
): (numerator: Observation) => Denominator {
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

function divide(numerator: Observation, denominator: Observation | undefined, factor: number): Observation {
  const known = numerator.value !== null && denominator !== undefined && denominator.value !== null;
  const value = known ? (numerator.value / denominator.value) * factor : null;
  const possible = value !== null && Number.isFinite(value);
  const both = [numerator.status, denominator?.status ?? 'missing'];
  return {
    ...numerator,
    value: possible ? value : null,
    lower: null,
    upper: null,
    sampleSize: null,
    status: possible ? statusOfValue(both) : statusWithoutValue(both),
    origin: 'derived',
  };
}

function statusOfValue(both: readonly Status[]): Status {
  return both.includes('estimated') ? 'estimated' : both.includes('provisional') ? 'provisional' : 'final';
}

function statusWithoutValue(both: readonly Status[]): Status {
  return both.includes('suppressed') ? 'suppressed' : both.includes('not-asked') ? 'not-asked' : 'missing';
}
