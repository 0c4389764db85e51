import type { Indicator } from '../../indicator.ts';

/** What decides which test fits an indicator. */
export type TestedIndicator = Pick<Indicator, 'key' | 'kind' | 'unit' | 'aggregate' | 'derive'>;

/**
 * Which test tells a change of the indicator from chance: `bounds` where both periods have them, `poisson` for a count of
 * events and for a rate derived from one. null where neither fits: a stock (inhabitants, households) is counted whole and
 * has no chance in it, and what kind of error an average or a share has is not known. `catalog` are all indicators.
 */
export function chooseChanceTest(
  indicator: TestedIndicator,
  catalog: readonly TestedIndicator[],
  hasBounds: boolean,
): 'bounds' | 'poisson' | null {
  if (hasBounds) return 'bounds';
  const counted = findCount(indicator, catalog);
  return counted && !isStock(counted, catalog) ? 'poisson' : null;
}

/** The count that the figures come from: the indicator itself, or the numerator of a rate. */
function findCount(
  indicator: TestedIndicator,
  catalog: readonly TestedIndicator[],
): TestedIndicator | undefined {
  const { kind, derive } = indicator;
  if (!derive) return kind === 'count' ? indicator : undefined;
  const numerator = catalog.find(({ key }) => key === derive.numerator);
  return kind === 'rate' && numerator?.kind === 'count' ? numerator : undefined;
}

/**
 * A stock is what others are measured by, as denominator or weight, or a part of one: a count in the same unit (people
 * aged 65 and over, beside people), unless a rate is derived from it.
 */
function isStock({ key, unit }: TestedIndicator, catalog: readonly TestedIndicator[]): boolean {
  const measures = listMeasures(catalog);
  if (measures.some((measure) => measure.key === key)) return true;
  const isRated = catalog.some(({ kind, derive }) => kind === 'rate' && derive?.numerator === key);
  return !isRated && measures.some((measure) => measure.kind === 'count' && measure.unit === unit);
}

/** By catalogue: a page asks of each of its indicators. */
const measuresOf = new WeakMap<readonly TestedIndicator[], readonly TestedIndicator[]>();

function listMeasures(catalog: readonly TestedIndicator[]): readonly TestedIndicator[] {
  const measures = measuresOf.get(catalog) ?? catalog.filter((other) => isMeasure(other.key, catalog));
  measuresOf.set(catalog, measures);
  return measures;
}

function isMeasure(key: string, catalog: readonly TestedIndicator[]): boolean {
  return catalog.some(
    ({ aggregate, derive }) =>
      derive?.denominator === key || (typeof aggregate === 'object' && aggregate.weightedBy === key),
  );
}
