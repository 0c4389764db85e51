import type { ColumnPeriod } from '../../geodata/columns/column.ts';
import type { Side } from '../../geodata/comparing/chance/side.ts';
import type { CatalogIndicator } from '../data/contract.ts';
import type { ChartLine } from '../state/area/line.ts';

interface Area {
  readonly code: string;
  readonly index: number;
}

/** What the areas of a page are held against. */
export interface AreaReferences {
  /** null where the reference has no figure of the period. */
  sideOf(area: Area, indicator: CatalogIndicator, moment: ColumnPeriod): Side | null;
  /** The same through time; null where it is no line. */
  lineOf(area: Area, indicator: CatalogIndicator, moments: readonly ColumnPeriod[]): ChartLine | null;
  /** Whether the events of an area are among those of its reference. */
  isPart(code: string): boolean;
}
