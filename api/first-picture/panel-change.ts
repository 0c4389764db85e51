import { type ColumnPeriod, findPeriodSomewhere } from '../../geodata/columns/column.ts';
import { type ChanceTest, chooseChanceTest, computeChange } from '../../geodata/comparing/change.ts';
import type { View } from '../../geodata/link/view.ts';
import type { Catalog, CatalogIndicator } from '../schemas/catalog.ts';
import { type PanelReadings, type PanelSource, publishedOf, readEventCounts } from './panel-readings.ts';

/**
 * Addresses of the counts that a change of rates is tested by, where its figures have no bounds; none where there is no such
 * test, or the figures are the counts.
 */
export function listCounts(
  entry: CatalogIndicator,
  chance: View['chance'],
  { indicators }: Catalog,
): string[] {
  const { derive } = entry;
  if (!derive || chance === 'off' || chooseChanceTest(entry, indicators, false) !== 'poisson') return [];
  return [derive.numerator, derive.denominator];
}

/**
 * The change that a panel shows, as the viewer computes it. null where the browser has to: between the boundaries of
 * different years, and where counts for the test are not to be had.
 */
export async function readChange(
  source: PanelSource,
  chance: View['chance'],
  catalog: Catalog,
  readings: PanelReadings,
): Promise<ColumnPeriod | null> {
  const { panel, entry, boundaryYear, column } = source;
  const { change } = panel;
  const to = publishedOf(source);
  const from = change && column.periods[findPeriodSomewhere(column, change.from, boundaryYear)];
  if (!to || !from || from.boundaryYear !== to.boundaryYear) return null;
  const hasBounds = [from, to].every(({ lower, upper }) => lower && upper);
  const kind = chance === 'off' ? null : chooseChanceTest(entry, catalog.indicators, hasBounds);
  const test =
    kind === 'poisson'
      ? await readTest(source, { from, to }, catalog, readings)
      : kind && ({ kind } as const);
  if (kind && !test) return null;
  return computeChange({ from, to, kind: change.kind, recoded: new Map(), test });
}

async function readTest(
  source: PanelSource,
  { from, to }: { readonly from: ColumnPeriod; readonly to: ColumnPeriod },
  catalog: Catalog,
  readings: PanelReadings,
): Promise<ChanceTest | null> {
  const countsAt = await readEventCounts(source, source.panel.level, catalog, readings);
  return countsAt && { kind: 'poisson', from: countsAt(from), to: countsAt(to) };
}
