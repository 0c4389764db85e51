import type { ChartPoint } from '../../geodata/chart/series.ts';
import type { ColumnPeriod } from '../../geodata/columns/column.ts';
import type { Side } from '../../geodata/comparing/chance/side.ts';
import { choosePoints } from '../../geodata/comparing/points.ts';
import { sideAt } from '../../geodata/comparing/sides.ts';
import type { CatalogIndicator, ObservationRow } from '../data/contract.ts';
import type { ChartLine } from '../state/area/line.ts';
import { nameReference } from '../state/reference/reference.ts';
import { translate } from '../state/screen/reading-words.ts';
import type { AreaReferences } from './area-references.ts';

interface Named {
  readonly code: string;
  readonly name: string;
  readonly indicator: CatalogIndicator;
}

/** An area through time, from the moments that have its shape. */
export function lineOfMoments({
  code,
  name,
  index,
  indicator,
  moments,
}: Named & { readonly index: number; readonly moments: readonly ColumnPeriod[] }): ChartLine {
  const points = moments.map((moment) => {
    return pointOf(moment.period, sideAt(moment, index, null));
  });
  return { ...describeLine({ code, name, indicator }, 'line-0'), points };
}

/** A reference through time, from its rows of every indicator. */
export function lineOfRows({
  code,
  name,
  indicator,
  rows,
}: Named & { readonly rows: readonly ObservationRow[] }): ChartLine {
  const own = rows.filter((row) => row.indicator === indicator.key);
  return { ...describeLine({ code, name, indicator }, 'line-1'), points: choosePoints(own, null) };
}

/** A reference through time, from its figure at each of the moments of an area. */
export function lineOfSides(sideOf: AreaReferences['sideOf']): AreaReferences['lineOf'] {
  return (area, indicator, moments) => {
    const points = moments.flatMap((moment) => {
      const side = sideOf(area, indicator, moment);
      if (!side) return [];
      return pointOf(moment.period, side);
    });
    const line = describeLine({ code: 'reference', name: nameReference(area.code), indicator }, 'line-1');
    return points.length > 0 ? { ...line, points } : null;
  };
}

function describeLine({ code, name, indicator }: Named, look: string): Omit<ChartLine, 'points'> {
  const breaks = indicator.breaks.map(({ period, reason }) => ({ period, reason: translate(reason) }));
  return { code, name, look, label: '', isFaint: false, breaks };
}

function pointOf(period: string, { value, lower, upper, status, reason = null }: Side): ChartPoint {
  return { period, value: known(value), lower: known(lower), upper: known(upper), status, reason };
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
