import { findEntry } from '../../geodata/catalog.ts';
import { type ColumnData, type ColumnPeriod, findPeriod } from '../../geodata/columns/column.ts';
import { type Counts, countsOf } from '../../geodata/comparing/change.ts';
import type { FigureRow } from '../../geodata/comparing/sides.ts';
import type { MapLevel } from '../../geodata/level.ts';
import type { ResolvedPanel } from '../../geodata/link/resolve.ts';
import type { Target } from '../../geodata/target.ts';
import type { ListedArea } from '../../sql/area-list.ts';
import type { Catalog, CatalogIndicator } from '../schemas/catalog.ts';

/** A panel with what it shows figures of. */
export interface PanelSource {
  readonly panel: ResolvedPanel;
  readonly entry: CatalogIndicator;
  readonly boundaryYear: number;
  readonly column: ColumnData;
}

/** What maps are drawn from beside the figures that they show, as one reader may see it. */
export interface PanelReadings {
  /** The figures of an indicator on a level; null where there are none, or they are too many. */
  readonly readColumn: (entry: CatalogIndicator | undefined, level: MapLevel) => Promise<ColumnData | null>;
  /** All areas of a level in a boundary year. */
  readonly readAreas: (boundaryYear: number, level: MapLevel) => Promise<readonly ListedArea[]>;
  /** The figures of indicators in one area, of every period and boundary year. */
  readonly readRows: (indicators: readonly string[], area: string) => Promise<readonly FigureRow[]>;
  readonly readTargets: (indicator: string) => Promise<readonly Target[]>;
  readonly hasArea: (code: string) => Promise<boolean>;
}

/** The figures that a panel shows, or a map of its kind is computed from; undefined where the period has none. */
export function publishedOf({ column, panel, boundaryYear }: PanelSource): ColumnPeriod | undefined {
  return column.periods[findPeriod(column, panel.period, boundaryYear)];
}

/**
 * The counts behind figures: those of the indicator itself, or of what it is derived from on the same level. null where
 * these are not to be had.
 */
export async function readEventCounts(
  { entry, column }: Pick<PanelSource, 'entry' | 'column'>,
  level: MapLevel,
  catalog: Catalog,
  { readColumn }: Pick<PanelReadings, 'readColumn'>,
): Promise<((moment: Pick<ColumnPeriod, 'period' | 'boundaryYear'>) => Counts) | null> {
  const { derive } = entry;
  const read = (address: string) => readColumn(findEntry(catalog, address), level);
  const [counts, exposures] = derive
    ? await Promise.all([read(derive.numerator), read(derive.denominator)])
    : [column, null];
  if (!counts || (derive && !exposures)) return null;
  return (moment) => countsOf(counts, exposures, moment, derive?.factor ?? 1);
}
