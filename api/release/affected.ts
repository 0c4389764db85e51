import { listAffected } from '../../geodata/derivation/computation.ts';
import { expandIndicators } from '../../geodata/dimension.ts';
import { listProtectedTogether } from '../../geodata/disclosure/protection.ts';
import { writeRule } from '../../geodata/disclosure/rule.ts';
import type { Indicator } from '../../geodata/indicator.ts';
import type { ObservationTable } from '../../geodata/observation-table.ts';
import type { DataPackage } from '../../geodata/sources/package/package.ts';
import type { Holding } from './holding.ts';

/** The package's definitions, and those that are held beside them. */
export function mergeIndicators(own: readonly Indicator[], held: readonly Indicator[]): Indicator[] {
  const keys = new Set(own.map(({ key }) => key));
  return [...own.map((indicator) => keepHeld(indicator, held)), ...held.filter(({ key }) => !keys.has(key))];
}

/** A rule and a survey are taken away by who says so, never by who says nothing. */
function keepHeld(indicator: Indicator, held: readonly Indicator[]): Indicator {
  const before = held.find(({ key }) => key === indicator.key);
  if (!before) return indicator;
  const { disclosure = before.disclosure, survey } = indicator;
  return { ...indicator, survey: survey ?? before.survey, ...(disclosure !== undefined && { disclosure }) };
}

/** Addresses whose figures or definitions change, or that may lose some, with all that follows from them. */
export function listAffectedIndicators(
  dataPackage: DataPackage,
  holding: Holding,
  published: readonly ObservationTable[],
  indicators: readonly Indicator[],
): Set<string> {
  const bringsBoundaries = dataPackage.resources.some(({ role }) => role === 'boundaries');
  if (bringsBoundaries) return new Set(indicators.map(({ key }) => key));
  const held = new Map(
    expandIndicators(holding).map((indicator) => [indicator.key, definitionOf(indicator)]),
  );
  const redefined = indicators.filter((indicator) => held.get(indicator.key) !== definitionOf(indicator));
  const changed = [
    ...published.flatMap((table) => [...table.indicators.keys()]),
    ...holding.superseded,
    ...redefined.map(({ key }) => key),
  ];
  return listAffectedTogether(changed, indicators);
}

/** With all that must be protected together with what changes. */
function listAffectedTogether(changed: Iterable<string>, indicators: readonly Indicator[]): Set<string> {
  const affected = listAffected(changed, indicators);
  const together = listProtectedTogether(affected, indicators);
  return together.size === affected.size ? affected : listAffectedTogether(together, indicators);
}

/** What of an indicator decides on its figures and columns. */
function definitionOf(indicator: Indicator): string {
  const { unit, decimals, aggregate, derive, smallestDenominator, disclosure = null, parts = [] } = indicator;
  const derivation = derive && [derive.numerator, derive.denominator, derive.factor];
  return JSON.stringify([
    unit,
    decimals,
    aggregate,
    derivation,
    smallestDenominator,
    writeRule(disclosure),
    parts,
  ]);
}
