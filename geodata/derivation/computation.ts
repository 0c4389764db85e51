import { denominatorOf } from '../denominator.ts';
import type { Indicator } from '../indicator.ts';
import type { Observation } from '../observation.ts';
import { aggregateIndicator } from './aggregate.ts';
import { deriveIndicator } from './derive.ts';
import { addFigure, indexFigures } from './figures.ts';
import type { Hierarchy } from './hierarchy.ts';
import { sumItems } from './item-sum.ts';
import { withhold, withholdPublished } from './withhold.ts';

/**
 * Everything that can be computed from published observations: which of them are of too few people, aggregates by each indicator's rule, then derived
 * figures from published and aggregated ones, then sums of items for groups that have no figure. Of what is given, only
 * the published observations count; of `settled` indicators all do, and nothing is computed.
 * Throws RangeError where indicators need each other in a circle.
 */
export function computeObservations(
  observations: readonly Observation[],
  indicators: readonly Indicator[],
  hierarchies: ReadonlyMap<number, Hierarchy>,
  settled: ReadonlySet<string> = new Set(),
): Observation[] {
  const figures = indexFigures(
    observations.filter(({ origin, indicator }) => origin === 'published' || settled.has(indicator)),
  );
  const made: Observation[] = [];
  const add = (computed: readonly Observation[]) => {
    for (const observation of computed) {
      addFigure(figures, observation);
      made.push(observation);
    }
  };
  for (const indicator of orderByNeed(indicators)) {
    if (settled.has(indicator.key)) continue;
    // Before others are made of them.
    add(withholdPublished(indicator, figures));
    add(withhold(indicator, aggregateIndicator(indicator, figures, hierarchies), figures));
    add(deriveIndicator(indicator, figures));
    // After the others, as items only make up for a figure that is not there.
    add(sumItems(indicator, figures));
  }
  return made;
}

/** The indicators whose figures an indicator's own are computed from. */
export function listNeeds(indicator: Indicator): string[] {
  const { aggregate, derive, smallestDenominator, disclosure, parts = [] } = indicator;
  const needs = typeof aggregate === 'object' ? [aggregate.weightedBy, ...parts] : [...parts];
  if (disclosure?.denominator) needs.push(disclosure.denominator);
  if (disclosure?.dominance) needs.push(disclosure.dominance.given);
  if (derive) needs.push(derive.numerator, derive.denominator);
  const denominator = smallestDenominator === null ? null : denominatorOf(indicator);
  return denominator === null ? needs : [...needs, denominator];
}

/** These indicators and all that their figures are computed from. */
export function listNeeded(keys: Iterable<string>, indicators: readonly Indicator[]): Set<string> {
  const ofKey = new Map(indicators.map((indicator) => [indicator.key, indicator]));
  const needed = new Set<string>();
  const visit = (key: string) => {
    const indicator = ofKey.get(key);
    if (!indicator || needed.has(key)) return;
    needed.add(key);
    for (const other of listNeeds(indicator)) visit(other);
  };
  for (const key of keys) visit(key);
  return needed;
}

/** Keys of the indicators whose figures change when those of `changed` do, these included. */
export function listAffected(changed: Iterable<string>, indicators: readonly Indicator[]): Set<string> {
  const affected = new Set(changed);
  for (const indicator of orderByNeed(indicators))
    if (listNeeds(indicator).some((key) => affected.has(key))) affected.add(indicator.key);
  return affected;
}

/** The same indicators, every one after those that it needs. */
export function orderByNeed(indicators: readonly Indicator[]): Indicator[] {
  const ofKey = new Map(indicators.map((indicator) => [indicator.key, indicator]));
  const ordered = new Set<Indicator>();
  const visit = (indicator: Indicator, path: readonly string[]) => {
    if (ordered.has(indicator)) return;
    if (path.includes(indicator.key))
      throw new RangeError(`indicators need each other in a circle: ${[...path, indicator.key].join(' → ')}`);
    for (const key of listNeeds(indicator)) {
      const needed = ofKey.get(key);
      if (needed) visit(needed, [...path, indicator.key]);
    }
    ordered.add(indicator);
  };
  for (const indicator of indicators) visit(indicator, []);
  return [...ordered];
}
