import { useRef } from 'preact/hooks';
import { type Axis, makeAxis, shareOnAxis, writeTicks } from '../../../geodata/chart/axis.ts';
import type { Frame } from '../../../geodata/chart/paths.ts';
import { alignPoints, listPeriods } from '../../../geodata/chart/series.ts';
import { findNearest, positionOf, shareOf } from '../../../geodata/period-axis.ts';
import type { ChartLine } from '../../state/area/line.ts';
import { language } from '../../state/link/view.ts';
import { BreakMarks } from './break-marks.tsx';
import { type DayMark, DayMarks } from './day-marks.tsx';
import { type DrawingSize, useDrawingSize } from './drawing-size.ts';
import { DrawnLine } from './drawn-line.tsx';
import { EndLabels } from './end-labels.tsx';
import { findNearestPoint, type Nearest } from './line.ts';
import { PeriodLabels } from './period-labels.tsx';
import { type PeriodMark, PeriodMarks } from './period-marks.tsx';

const margin = { top: 8, bottom: 22 };
/** Pixels that a digit of the smallest text takes. */
const digit = 7.6;
/** Pixels within which the pointer means a point. */
const reach = 28;

export interface TrendChartProps {
  /** What is seen, in full. */
  readonly title: string;
  readonly lines: readonly ChartLine[];
  readonly decimals: number;
  /** The period on screen. */
  readonly current: string;
  /** Code of the line that stands out, with its bounds. */
  readonly highlighted: string | null;
  /** Pixels. */
  readonly height: number;
  /** What was written about periods. */
  readonly marks?: readonly PeriodMark[];
  /** Days on which something began or ended. */
  readonly days?: readonly DayMark[];
  /** A click chooses a period; left out where there is nothing to choose. */
  readonly onChoose?: (period: string) => void;
  /** The point under the pointer; null when it leaves. */
  readonly onPoint?: (point: Nearest | null) => void;
}

/** Lines of areas through the periods on one scale, broken where a figure is missing or does not go on from the one before. A table says the same in words. */
export function TrendChart(props: TrendChartProps) {
  const room = useRef<HTMLDivElement>(null);
  const { width, scale } = useDrawingSize(room).value;
  return (
    <div class="trend-chart" ref={room} style={{ minHeight: `${props.height * scale}px` }} aria-hidden="true">
      {width > 0 && <Drawing {...props} {...{ width, scale }} />}
    </div>
  );
}

function Drawing(props: TrendChartProps & DrawingSize) {
  const {
    title,
    decimals,
    current,
    highlighted,
    height,
    width,
    scale,
    marks = [],
    days = [],
    onChoose,
    onPoint,
  } = props;
  const periods = listPeriods(props.lines, current);
  const lines = props.lines.map((line) => ({ ...line, points: alignPoints(line, periods) }));
  const values = lines.flatMap(({ points }) =>
    points.flatMap(({ value, lower, upper }) => [value, lower, upper].filter((each) => each !== null)),
  );
  if (values.length === 0) return null;
  const axis = makeAxis(values, 3, decimals);
  const ticks = writeTicks(axis, decimals, language.value);
  const left = Math.max(...ticks.map((label) => label.length)) * digit + 8;
  const right = lines.some(({ label }) => label) ? 28 : 12;
  const frame: Frame = {
    x: (period) => left + shareOf(period, periods) * (width - left - right),
    y: (value) => margin.top + (1 - shareOnAxis(value, axis)) * (height - margin.top - margin.bottom),
  };
  const choose = (event: MouseEvent) => {
    const share = (event.offsetX / scale - left) / (width - left - right);
    const [first, last] = [positionOf(periods[0] ?? ''), positionOf(periods.at(-1) ?? '')];
    onChoose?.(findNearest(periods, first + share * (last - first)));
  };
  const point = (event: MouseEvent) =>
    onPoint?.(findNearestPoint(lines, frame, { x: event.offsetX / scale, y: event.offsetY / scale }, reach));
  const isAmong = lines.some(({ code }) => code === highlighted);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      class={[isAmong && lines.length > 1 && onPoint && 'has-highlight', !onChoose && 'is-still']
        .filter(Boolean)
        .join(' ')}
      onClick={choose}
      onMouseMove={point}
      onMouseLeave={() => onPoint?.(null)}
    >
      <title>{title}</title>
      <Grid axis={axis} labels={ticks} left={left} right={width - right} frame={frame} />
      {periods.includes(current) && (
        <line
          class="now"
          x1={frame.x(current)}
          x2={frame.x(current)}
          y1={margin.top}
          y2={height - margin.bottom}
        />
      )}
      <BreakMarks
        lines={lines}
        periods={periods}
        frame={frame}
        top={margin.top}
        bottom={height - margin.bottom}
      />
      <DayMarks
        days={days}
        periods={periods}
        place={(share) => left + share * (width - left - right)}
        top={margin.top}
        bottom={height - margin.bottom}
      />
      <PeriodLabels periods={periods} current={current} frame={frame} y={height - 6} />
      {drawLast(lines, highlighted).map((line) => (
        <DrawnLine
          key={line.code}
          line={line}
          frame={frame}
          current={current}
          isHighlighted={line.code === highlighted}
        />
      ))}
      <EndLabels
        lines={lines}
        frame={frame}
        highlighted={highlighted}
        room={{ top: margin.top + 4, bottom: height - margin.bottom - 4, right: width - right }}
      />
      <PeriodMarks marks={marks} periods={periods} frame={frame} y={height - margin.bottom} />
    </svg>
  );
}

/** What is drawn later lies above: the first line above the others, and the one that stands out above all. */
function drawLast(lines: readonly ChartLine[], code: string | null): ChartLine[] {
  const reversed = lines.filter((line) => line.code !== code).reverse();
  return [...reversed, ...lines.filter((line) => line.code === code)];
}

interface GridProps {
  readonly axis: Axis;
  readonly labels: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly frame: Frame;
}

function Grid({ axis, labels, left, right, frame }: GridProps) {
  return axis.ticks.map((tick, index) => (
    <g key={tick} class={tick === 0 ? 'grid grid-zero' : 'grid'}>
      <line x1={left} x2={right} y1={frame.y(tick)} y2={frame.y(tick)} />
      <text x={left - 8} y={frame.y(tick)} dy="0.32em" text-anchor="end">
        {labels[index]}
      </text>
    </g>
  ));
}
