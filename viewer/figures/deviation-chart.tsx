import { nameDirection } from '../../geodata/comparing/difference.ts';
import { formatNumber } from '../../geodata/number.ts';
import { ChartFigure } from '../parts/chart/chart-figure.tsx';
import { language } from '../state/link/view.ts';
import { translate, words } from '../state/screen/reading-words.ts';
import type { FigureRow } from './figure-rows.ts';
import { directionOfFinding, writeVerdict } from './verdict.tsx';

/** In robust standard deviations: what lies further is drawn at the edge. */
const furthest = 4;
const rowHeight = 36;
const top = 20;
const side = 14;

interface DeviationChartProps {
  /** `Enschede naast Twente: Veilige woon- en leefomgeving`. */
  readonly title: string;
  readonly source: string;
  readonly rows: readonly FigureRow[];
  readonly reference: string;
  /** `gemeenten`: the areas whose spread is the unit. */
  readonly among: string;
}

/** The profile of an area: how far each figure lies from the reference in one unit, and whether that is better or worse. */
export function DeviationChart({ title, source, rows, reference, among }: DeviationChartProps) {
  const text = words.value;
  const drawn = rows.filter(({ deviation }) => deviation !== null);
  if (drawn.length === 0) return null;
  const write = (value: number) => formatNumber(value, 1, language.value);
  return (
    <ChartFigure
      title={title}
      note={text.charts.deviation(reference, among)}
      source={source}
      draw={(width) => <Drawing title={title} rows={drawn} reference={reference} width={width} />}
      table={() => (
        <table>
          <thead>
            <tr>
              <th scope="col">{text.profile.figure}</th>
              <th scope="col" class="number">
                {text.charts.deviationHead}
              </th>
              <th scope="col">{text.profile.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {drawn.map(({ indicator, deviation, finding }) => (
              <tr key={indicator.key}>
                <th scope="row">{translate(indicator.name)}</th>
                <td class="number">{write(deviation ?? 0)}</td>
                <td>{finding && writeVerdict(finding, indicator)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    />
  );
}

interface DrawingProps {
  readonly title: string;
  readonly rows: readonly FigureRow[];
  readonly reference: string;
  readonly width: number;
}

function Drawing({ title, rows, reference, width }: DrawingProps) {
  const height = top + rows.length * rowHeight + 22;
  const x = (deviation: number) =>
    width / 2 + (Math.max(-furthest, Math.min(furthest, deviation)) / furthest) * (width / 2 - side);
  return (
    <svg role="img" aria-label={title} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      {[-4, -2, 0, 2, 4].map((tick) => (
        <g key={tick}>
          <line
            class={tick === 0 ? 'chart-zero' : 'chart-rule'}
            x1={x(tick)}
            x2={x(tick)}
            y1={top}
            y2={height - 20}
          />
          <text x={x(tick)} y={height - 6} text-anchor="middle">
            {tick > 0 ? `+${tick}` : formatNumber(tick, 0, language.value)}
          </text>
        </g>
      ))}
      <text class="chart-strong" x={x(0)} y={12} text-anchor="middle">
        {reference}
      </text>
      {rows.map((row, index) => (
        <Mark key={row.indicator.key} row={row} y={top + index * rowHeight} x={x} />
      ))}
    </svg>
  );
}

function Mark({
  row: { indicator, deviation, finding },
  y,
  x,
}: {
  readonly row: FigureRow;
  readonly y: number;
  readonly x: (deviation: number) => number;
}) {
  const size = deviation ?? 0;
  const sign = size > 0 ? 1 : size < 0 ? -1 : 0;
  const isFound = finding !== null && directionOfFinding(finding, indicator) !== null;
  return (
    <g class={`tone-${nameDirection(sign, indicator.polarity)}`}>
      <text x={0} y={y + 14}>
        {translate(indicator.name)}
      </text>
      <line class="chart-stem" x1={x(0)} x2={x(size)} y1={y + 25} y2={y + 25} />
      <circle class={isFound ? 'chart-mark' : 'chart-mark chart-mark-chance'} cx={x(size)} cy={y + 25} r={5}>
        {finding && <title>{`${translate(indicator.name)}: ${writeVerdict(finding, indicator)}`}</title>}
      </circle>
    </g>
  );
}
