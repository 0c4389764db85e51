import { chooseChanceTest, type TestedIndicator } from './choice.ts';

/** A difference that chance alone gives less often than this is no chance. */
export const significanceLevel = 0.05;

/** How the 95% interval of a figure is made; the words for it are the screen's. See docs/statistics.md. */
export const intervalMethods = ['survey', 'poisson-exact', 'wilson'] as const;
export type IntervalMethod = (typeof intervalMethods)[number];

/**
 * How a difference from a reference is judged. `survey`: the bounds that the source gives, combined by MOVER.
 * `poisson-conditional`: the exact test of two counts; `poisson-fixed`: the exact test against a rate that is taken to be
 * known. `share-score` and `share-fixed`: the score tests of two shares, and of one against a known share.
 */
export const comparisonMethods = [
  'survey',
  'poisson-conditional',
  'poisson-fixed',
  'share-score',
  'share-fixed',
] as const;
export type ComparisonMethod = (typeof comparisonMethods)[number];

/**
 * Which interval fits the figures of an indicator: `survey` where the source gives bounds, `poisson-exact` for a count of
 * events and for a rate derived from one, `wilson` for a share derived from such a count. null where none does, for the
 * reasons of `chooseChanceTest`. `catalog` are all indicators.
 */
export function chooseIntervalMethod(
  indicator: TestedIndicator,
  catalog: readonly TestedIndicator[],
  hasBounds: boolean,
): IntervalMethod | null {
  const test = chooseChanceTest(indicator, catalog, hasBounds);
  if (test) return test === 'bounds' ? 'survey' : 'poisson-exact';
  if (indicator.kind !== 'share' || !indicator.derive) return null;
  const numerator = catalog.find(({ key }) => key === indicator.derive?.numerator);
  const isEvent = numerator && chooseChanceTest(numerator, catalog, false) === 'poisson';
  return isEvent ? 'wilson' : null;
}
