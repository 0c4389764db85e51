import { denominatorOf, isTooFew } from '../denominator.ts';
import type { Indicator } from '../indicator.ts';
import type { Observation } from '../observation.ts';
import { createDenominators } from './denominators.ts';
import { type Figures, listCells } from './figures.ts';

/**
 * For every figure that a source gives of too few people one of origin `withheld`, which goes before it: `too-few`, with
 * the period in which they were counted. A figure whose denominator is not known stays.
 */
export function withholdPublished(indicator: Indicator, figures: Figures): Observation[] {
  if (indicator.smallestDenominator === null) return [];
  const withheld: Observation[] = [];
  for (const { areas } of listCells(figures, indicator.key))
    for (const figure of withhold(indicator, [...areas.values()], figures))
      if (figure.status === 'too-few' && figure.origin === 'published')
        withheld.push({ ...figure, origin: 'withheld' });
  return withheld;
}

/** The same observations, those that are of too few people without their value. */
export function withhold(
  indicator: Indicator,
  observations: readonly Observation[],
  figures: Figures,
): Observation[] {
  const denominator = denominatorOf(indicator);
  if (indicator.smallestDenominator === null || denominator === null) return [...observations];
  const finders = new Map<string, ReturnType<typeof createDenominators>>();
  return observations.map((observation) => {
    if (observation.value === null) return observation;
    const { boundaryYear, period } = observation;
    const cell = `${boundaryYear} ${period}`;
    const find = finders.get(cell) ?? createDenominators(denominator, figures, boundaryYear, period);
    finders.set(cell, find);
    const counted = find(observation);
    if (!isTooFew(indicator, counted.figure?.value ?? null)) return observation;
    const note = counted.period === undefined ? null : { denominatorPeriod: counted.period };
    return {
      ...observation,
      value: null,
      lower: null,
      upper: null,
      sampleSize: null,
      status: 'too-few',
      note,
    };
  });
}
