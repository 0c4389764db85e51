import { isTooFew } from '../denominator.ts';
import type { Indicator } from '../indicator.ts';
import { type Observation, reasonOf, type Status } from '../observation.ts';
import { createDenominators } from './denominators.ts';
import { type Figures, listCells } from './figures.ts';

/**
 * Figures of a derived indicator, numerator ÷ denominator × factor, for every area, boundary year and period that
 * `figures` holds of the numerator, on all levels; `note.denominatorPeriod` says of which period the denominator is.
 * Without a value of either, or with a denominator of 0, there is none; with one below the indicator's smallest it is
 * `too-few`. Empty for an indicator that is not derived.
 */
export function deriveIndicator(indicator: Indicator, figures: Figures): Observation[] {
  const { derive } = indicator;
  if (!derive) return [];
  const made: Observation[] = [];
  for (const { boundaryYear, period, areas } of listCells(figures, derive.numerator)) {
    const denominators = createDenominators(derive.denominator, figures, boundaryYear, period);
    for (const numerator of areas.values()) {
      const { period: denominatorPeriod, figure } = denominators(numerator);
      made.push({
        ...divide(numerator, figure, derive.factor, isTooFew(indicator, figure?.value ?? null)),
        indicator: indicator.key,
        note: describe(denominatorPeriod, numerator, figure),
      });
    }
  }
  return made;
}

/** With what was done to either so that it points at nobody: a suppressed one tells why, a rounded one makes this rough. */
function describe(
  denominatorPeriod: string | undefined,
  numerator: Observation,
  denominator: Observation | undefined,
): Observation['note'] {
  const notes = [numerator.note, denominator?.note];
  const suppressed = notes.find((note) => note?.suppressed)?.suppressed;
  const roundedTo = notes.find((note) => note?.roundedTo !== undefined)?.roundedTo;
  const note = {
    ...(denominatorPeriod !== undefined && { denominatorPeriod }),
    ...(suppressed && { suppressed }),
    ...(roundedTo !== undefined && { roundedTo }),
  };
  return Object.keys(note).length > 0 ? note : null;
}

function divide(
  numerator: Observation,
  denominator: Observation | undefined,
  factor: number,
  isOfTooFew: boolean,
): Observation {
  const isKnown = numerator.value !== null && denominator !== undefined && denominator.value !== null;
  const value = isKnown && !isOfTooFew ? (numerator.value / denominator.value) * factor : null;
  const isPossible = value !== null && Number.isFinite(value);
  const both = [numerator.status, denominator?.status ?? 'missing'] as const;
  const reason = isKnown && isOfTooFew ? 'too-few' : reasonOf(both);
  return {
    ...numerator,
    value: isPossible ? value : null,
    lower: null,
    upper: null,
    sampleSize: null,
    status: isPossible ? statusOfValue(both) : reason,
    origin: 'derived',
  };
}

function statusOfValue(both: readonly Status[]): Status {
  return both.includes('estimated') ? 'estimated' : both.includes('provisional') ? 'provisional' : 'final';
}
