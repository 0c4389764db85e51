import { readAddress } from '../../geodata/dimension.ts';
import { arrangeEarlier, type EarlierKnowledge } from '../../geodata/disclosure/earlier.ts';
import type { ProtectedFigures } from '../../geodata/disclosure/protection.ts';
import { writeRule } from '../../geodata/disclosure/rule.ts';
import type { Indicator } from '../../geodata/indicator.ts';
import {
  listAllObservations,
  type ObservationTable,
  packObservations,
} from '../../geodata/observation-table.ts';
import type { Boundaries } from './boundaries.ts';
import type { Holding } from './holding.ts';

/** How boundary years hang together, where figures are protected. */
export async function readLinks(
  boundaries: Boundaries | null,
  holding: Holding,
  indicators: readonly Indicator[],
): Promise<Boundaries['lineage']> {
  if (boundaries) return boundaries.lineage;
  return indicators.some(({ disclosure }) => disclosure) ? holding.readLineage() : [];
}

/** What was told under another rule says nothing of the figure by this one; what was shown stays known. */
export async function readEarlier(
  holding: Holding,
  indicators: readonly Indicator[],
  affected: ReadonlySet<string>,
): Promise<(indicator: string) => EarlierKnowledge> {
  const known = new Map<string, EarlierKnowledge>();
  for (const { key, disclosure } of indicators) {
    if (!disclosure || !affected.has(key) || readAddress(key).category !== null) continue;
    const before = holding.indicators.find((indicator) => indicator.key === key)?.disclosure ?? null;
    const isSameRule = writeRule(before) === writeRule(disclosure);
    const addresses = indicators.flatMap((other) =>
      readAddress(other.key).indicator === key ? [other.key] : [],
    );
    const earlier = await holding.readEarlier(addresses);
    known.set(key, arrangeEarlier(earlier.filter(({ reason }) => isSameRule || reason === null)));
  }
  return (indicator) => known.get(indicator) ?? arrangeEarlier([]);
}

/** A table as it may be shown. */
export function showTable(table: ObservationTable, { guarded, show }: ProtectedFigures): ObservationTable {
  if (![...table.indicators.keys()].some((indicator) => guarded.has(indicator))) return table;
  return packObservations([...listAllObservations(table)].map(show));
}
