import { makeAxis, shareOnAxis } from '../../../geodata/chart/axis.ts';
import { drawLine, type Frame } from '../../../geodata/chart/paths.ts';
import { alignPoints, listPeriods } from '../../../geodata/chart/series.ts';
import { formatNumber, formatUnit } from '../../../geodata/number.ts';
import { shareOf } from '../../../geodata/period-axis.ts';
import type { ChartLine } from '../../state/area/line.ts';
import { language } from '../../state/link/view.ts';
import { words } from '../../state/screen/reading-words.ts';
import { ChartFigure } from './chart-figure.tsx';
import { TrendTable } from './trend-table.tsx';

const cellWidth = 132;
const cellHeight = 104;
const inner = { left: 4, right: 12, top: 26, bottom: 24 };

interface SmallMultiplesProps {
  readonly title: string;
  readonly source: string;
  readonly unit: string;
  readonly decimals: number;
  /** One a drawing. */
  readonly lines: readonly ChartLine[];
  /** In every drawing, to hold the line against. */
  readonly reference: ChartLine | null;
  /** Code of the line that is marked. */
  readonly marked: string;
  /** The period on screen. */
  readonly current: string;
}

/** The lines of many areas, each in a drawing of its own, all on one scale. */
export function SmallMultiples(props: SmallMultiplesProps) {
  const { title, source, unit, decimals, lines, reference, current } = props;
  const all = reference ? [reference, ...lines] : lines;
  if (listPeriods(lines, current).length < 2) return null;
  return (
    <ChartFigure
      title={title}
      note={words.value.charts.multiples(formatUnit(unit, language.value), reference?.name ?? '')}
      source={source}
      draw={(width) => <Drawing {...props} width={width} />}
      table={() => <TrendTable lines={all} decimals={decimals} current={current} caption={title} />}
    />
  );
}

function Drawing({
  title,
  decimals,
  lines,
  reference,
  marked,
  current,
  width,
}: SmallMultiplesProps & { readonly width: number }) {
  const columns = Math.max(1, Math.min(7, Math.floor(width / cellWidth)));
  const cell = width / columns;
  const height = Math.ceil(lines.length / columns) * cellHeight;
  const all = reference ? [reference, ...lines] : lines;
  const periods = listPeriods(all, current);
  const aligned = new Map(all.map((line) => [line, alignPoints(line, periods)]));
  const values = [...aligned.values()].flat().flatMap(({ value }) => value ?? []);
  if (values.length === 0) return null;
  const axis = makeAxis(values, 2, decimals);
  const frame: Frame = {
    x: (period) => inner.left + shareOf(period, periods) * (cell - inner.left - inner.right),
    y: (value) => inner.top + (1 - shareOnAxis(value, axis)) * (cellHeight - inner.top - inner.bottom),
  };
  const write = (value: number) => formatNumber(value, decimals, language.value);
  return (
    <svg role="img" aria-label={title} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      {lines.map((line, index) => {
        const points = aligned.get(line) ?? [];
        const last = points.findLast(({ value }) => value !== null);
        const name = line.name.length > 18 ? `${line.name.slice(0, 17)}…` : line.name;
        return (
          <g
            key={line.code}
            transform={`translate(${(index % columns) * cell} ${Math.floor(index / columns) * cellHeight})`}
          >
            <text class={line.code === marked ? 'chart-own-name' : 'chart-strong'} x={inner.left} y={12}>
              {name}
            </text>
            {[axis.low, axis.high].map((tick) => (
              <line
                key={tick}
                class="chart-rule"
                x1={inner.left}
                x2={cell - inner.right}
                y1={frame.y(tick)}
                y2={frame.y(tick)}
              />
            ))}
            {reference && <path class="chart-line-soft" d={drawLine(aligned.get(reference) ?? [], frame)} />}
            <path class="chart-line" d={drawLine(points, frame)} />
            {last?.value != null && (
              <circle class="chart-own" cx={frame.x(last.period)} cy={frame.y(last.value)} r={4} />
            )}
            <text x={inner.left} y={cellHeight - 8}>
              {periods[0]}
            </text>
            <text x={cell - inner.right} y={cellHeight - 8} text-anchor="end">
              {last?.value != null ? `${last.period}: ${write(last.value)}` : words.value.statuses.missing}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
