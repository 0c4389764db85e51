import type { LineBreak } from '../../../geodata/chart/series.ts';
import { comparePeriods } from '../../../geodata/period.ts';
import type { CatalogIndicator, ObservationRow } from '../../data/contract.ts';
import { findRedrawn, type Lineages } from '../../state/area/redrawn.ts';
import { translate, words } from '../../state/screen/words.ts';

/** The breaks of an area's line: those of the series, and where its borders were redrawn under it. */
export function listBreaks(
  code: string,
  points: readonly Pick<ObservationRow, 'period' | 'boundaryYear'>[],
  { breaks }: Pick<CatalogIndicator, 'breaks'>,
  lineages: Lineages,
): LineBreak[] {
  const redrawn = findRedrawn(code, points, lineages).map((period) => ({
    period,
    reason: words.value.breaks.redrawn,
  }));
  const ofSeries = breaks.map(({ period, reason }) => ({ period, reason: translate(reason) }));
  return [...ofSeries, ...redrawn].sort((a, b) => comparePeriods(a.period, b.period));
}
