import type { Indicator } from '../indicator.ts';

const unitsOfPeople = ['personen', 'inwoners'];

type Counted = Pick<Indicator, 'key' | 'kind' | 'unit' | 'aggregate' | 'derive'>;

/**
 * The indicator that says how many people live in an area: of the counts of people the one by which most others are
 * weighted or divided. undefined where there is none.
 */
export function findPopulation<Of extends Counted>(indicators: readonly Of[]): Of | undefined {
  const usesOf = (key: string) =>
    indicators.filter(
      ({ aggregate, derive }) =>
        derive?.denominator === key || (typeof aggregate === 'object' && aggregate.weightedBy === key),
    ).length;
  const [most] = indicators
    .filter(({ kind, unit }) => kind === 'count' && unitsOfPeople.includes(unit))
    .map((indicator) => ({ indicator, uses: usesOf(indicator.key) }))
    .filter(({ uses }) => uses > 0)
    .sort((one, other) => other.uses - one.uses);
  return most?.indicator;
}
