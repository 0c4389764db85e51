import { Fragment } from 'preact';
import { alignPoints, type ChartPoint, findCuts, listPeriods } from '../../../geodata/chart/series.ts';
import { formatNumber } from '../../../geodata/number.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { ChartLine } from '../../state/area/line.ts';
import { language } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';
import { isRemarked, nameStatus, writeStatus } from '../status-text.ts';
import { writeCut } from './break-marks.tsx';

interface TrendTableProps {
  readonly lines: readonly ChartLine[];
  readonly decimals: number;
  readonly current: string;
  readonly caption: string;
}

/** What the chart draws, in figures: a row a period, a column a line; a row in words where they do not go on. */
export function TrendTable({ lines, decimals, current, caption }: TrendTableProps) {
  const periods = listPeriods(lines, current);
  const columns = lines.map((line) => ({ ...line, points: alignPoints(line, periods) }));
  const cuts = findCuts(lines, periods);
  return (
    <table class="trend-table">
      <caption class="hidden-text">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.value.area.period}</th>
          {columns.map(({ code, label, name }) => (
            <th scope="col" key={code} class="number">
              {label && <b>{label} </b>}
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {periods.map((period, row) => (
          <Fragment key={period}>
            {cuts
              .filter(({ after }) => after === period)
              .map((cut) => (
                <tr key={cut.reason} class="row-break">
                  <td class="small soft" colSpan={columns.length + 1}>
                    {writeCut(cut)}
                  </td>
                </tr>
              ))}
            <tr class={period === current ? 'row-now' : undefined}>
              <th scope="row">{formatPeriod(period, language.value)}</th>
              {columns.map(({ code, points }) => (
                <td key={code} class="number">
                  <PointText point={points[row]} decimals={decimals} />
                </td>
              ))}
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function PointText({
  point,
  decimals,
}: {
  readonly point: ChartPoint | undefined;
  readonly decimals: number;
}) {
  if (point?.value == null)
    return <span class="soft">{nameStatus(point?.status ?? 'missing', null, point?.reason)}</span>;
  return (
    <>
      {formatNumber(point.value, decimals, language.value)}
      {isRemarked(point) && <span class="soft small"> {writeStatus(point, null)}</span>}
    </>
  );
}
