import type { ColumnPeriod } from '../../geodata/columns/column.ts';
import { compareInSteps } from '../../geodata/comparing/chance/comparison.ts';
import type { Comparison } from '../../geodata/comparing/chance/findings.ts';
import { chooseIntervalMethod } from '../../geodata/comparing/chance/method.ts';
import { computeDeviation } from '../../geodata/comparing/deviation.ts';
import { type References, referToValue } from '../../geodata/comparing/references.ts';
import type { View } from '../../geodata/link/view.ts';
import type { Catalog, CatalogIndicator } from '../schemas/catalog.ts';
import { finishInTurns } from './in-turns.ts';
import { type PanelReadings, type PanelSource, publishedOf, readEventCounts } from './panel-readings.ts';
import { findReference, readReferences } from './panel-reference.ts';

/**
 * Addresses of the counts that a deviation is tested by, where its figures have no bounds; none where there is no such test, or
 * the figures are the counts.
 */
export function listCompared(
  entry: CatalogIndicator,
  chance: View['chance'],
  { indicators }: Catalog,
): string[] {
  const { derive } = entry;
  if (!derive || chance === 'off' || !chooseIntervalMethod(entry, indicators, false)) return [];
  return [derive.numerator, derive.denominator];
}

/**
 * How far the figures of a panel lie from the reference, as the viewer computes it. null where the browser has to: where
 * what they are held against, or the counts for the test, are not to be had.
 */
export async function readDeviation(
  source: PanelSource,
  { chance, reference }: Pick<View, 'chance' | 'reference'>,
  catalog: Catalog,
  readings: PanelReadings,
): Promise<ColumnPeriod | null> {
  const [figures, kind] = [publishedOf(source), source.panel.deviation];
  const chosen = await findReference(reference, catalog, readings);
  const found = figures && chosen && (await readReferences({ source, figures, chosen, catalog, readings }));
  if (!figures || !kind || !found) return null;
  const isTested = chance === 'on' && found.references !== null;
  const test = isTested
    ? await compare(source, figures, found.references, catalog, readings)
    : { comparison: null };
  if (!test) return null;
  const references = found.references ?? referToValue(Number.NaN, figures.values.length);
  return computeDeviation({ figures, references, kind, comparison: test.comparison });
}

/** Which areas differ by more than chance: none is said where no test fits; null where its counts are not to be had. */
async function compare(
  source: PanelSource,
  figures: ColumnPeriod,
  references: References,
  catalog: Catalog,
  readings: PanelReadings,
): Promise<{ readonly comparison: Comparison | null } | null> {
  const { values, statuses, lower, upper } = figures;
  const bounds = lower && upper ? { lower, upper } : null;
  const interval = chooseIntervalMethod(source.entry, catalog.indicators, bounds !== null);
  if (!interval) return { comparison: null };
  const countsAt =
    interval === 'survey' ? null : await readEventCounts(source, source.panel.level, catalog, readings);
  if (interval !== 'survey' && !countsAt) return null;
  const steps = compareInSteps({
    interval,
    figures: { values, statuses, ...bounds },
    references,
    ...(countsAt && { counts: countsAt(figures) }),
  });
  return { comparison: await finishInTurns(steps) };
}
