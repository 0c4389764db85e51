import { findEntry } from '../../geodata/catalog.ts';
import {
  type ColumnData,
  type ColumnPeriod,
  findPeriod,
  findPeriodSomewhere,
} from '../../geodata/columns/column.ts';
import {
  type ChanceTest,
  chooseChanceTest,
  computeChange,
  countsOf,
} from '../../geodata/comparing/change.ts';
import type { ResolvedPanel } from '../../geodata/link/resolve.ts';
import type { View } from '../../geodata/link/view.ts';
import type { Catalog, CatalogIndicator } from '../schemas/catalog.ts';

/** A panel with what it shows figures of. */
export interface PanelSource {
  readonly panel: ResolvedPanel;
  readonly entry: CatalogIndicator;
  readonly boundaryYear: number;
  readonly column: ColumnData;
}

/** The figures of another indicator on the level of a panel; null where there are none, or they are too many. */
export type ReadOther = (entry: CatalogIndicator | undefined) => Promise<ColumnData | null>;

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
  { panel, entry, boundaryYear, column }: PanelSource,
  chance: View['chance'],
  catalog: Catalog,
  readOther: ReadOther,
): Promise<ColumnPeriod | null> {
  const { change, period } = panel;
  const to = column.periods[findPeriod(column, period, boundaryYear)];
  const from = change && column.periods[findPeriodSomewhere(column, change.from, boundaryYear)];
  if (!to || !from || from.boundaryYear !== to.boundaryYear) return null;
  const hasBounds = [from, to].every(({ lower, upper }) => lower && upper);
  const kind = chance === 'off' ? null : chooseChanceTest(entry, catalog.indicators, hasBounds);
  const test =
    kind === 'poisson'
      ? await readCounts({ entry, column, catalog }, from, to, readOther)
      : kind && ({ kind } as const);
  if (kind && !test) return null;
  return computeChange({ from, to, kind: change.kind, recoded: new Map(), test });
}

async function readCounts(
  {
    entry: { derive },
    column,
    catalog,
  }: Pick<PanelSource, 'entry' | 'column'> & { readonly catalog: Catalog },
  from: ColumnPeriod,
  to: ColumnPeriod,
  readOther: ReadOther,
): Promise<ChanceTest | null> {
  const read = (address: string) => readOther(findEntry(catalog, address));
  const [counts, exposures] = derive
    ? await Promise.all([read(derive.numerator), read(derive.denominator)])
    : [column, null];
  if (!counts || (derive && !exposures)) return null;
  const at = (moment: ColumnPeriod) => countsOf(counts, exposures, moment, derive?.factor ?? 1);
  return { kind: 'poisson', from: at(from), to: at(to) };
}
