import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber, formatValue } from '../../geodata/number.ts';
import { formatPeriod } from '../../geodata/period.ts';
import { comparable, nameLine } from '../area/comparable.ts';
import { type Line, lines } from '../state/benchmarks.ts';
import { indicator, shown } from '../state/catalog.ts';
import { changeView, language } from '../state/view.ts';
import { findNearest, placeOf, shareOf } from '../timeline/places.ts';
import { makeAxis, shareOnAxis } from './axis.ts';
import { drawBand, drawLine, type Frame } from './paths.ts';

const height = 148;
const margin = { top: 8, right: 12, bottom: 22 };
/** Pixels that a digit of the smallest text takes. */
const digit = 7.6;

/** The area's line through the periods, with its bounds as a band, and the lines of larger areas; a click chooses a period. */
export function TrendChart() {
  const room = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  useLayoutEffect(() => {
    if (!room.current) return;
    const observer = new ResizeObserver(([entry]) => {
      width.value = Math.round(entry?.contentRect.width ?? 0);
    });
    observer.observe(room.current);
    return () => observer.disconnect();
  }, []);
  const shownLines = comparable(lines.value ?? []);
  return (
    <div class="trend-chart" ref={room} aria-hidden="true">
      {width.value > 0 && <Drawing shownLines={shownLines} width={width.value} />}
      {shownLines.length > 1 && <Key shownLines={shownLines} />}
    </div>
  );
}

interface DrawingProps {
  readonly shownLines: readonly Line[];
  readonly width: number;
}

function Drawing({ shownLines, width }: DrawingProps) {
  const meant = indicator.value;
  const current = shown.value?.period ?? '';
  const all = shownLines.flatMap(({ points }) => points);
  const periods = [...new Set(all.map(({ period }) => period))].sort((a, b) => placeOf(a) - placeOf(b));
  const values = all.flatMap(({ value, lower, upper }) =>
    [value, lower, upper].filter((each) => each !== null),
  );
  if (!meant || values.length === 0) return null;
  const axis = makeAxis(values, 3, meant.decimals);
  const decimals = axis.ticks.every(Number.isInteger) ? 0 : meant.decimals;
  const labels = axis.ticks.map((tick) => formatNumber(tick, decimals, language.value));
  const left = Math.max(...labels.map((label) => label.length)) * digit + 8;
  const frame: Frame = {
    x: (period) => left + shareOf(period, periods) * (width - left - margin.right),
    y: (value) => margin.top + (1 - shareOnAxis(value, axis)) * (height - margin.top - margin.bottom),
  };
  const choose = (event: MouseEvent & { readonly currentTarget: SVGSVGElement }) => {
    const share = (event.offsetX - left) / (width - left - margin.right);
    const [first, last] = [placeOf(periods[0] ?? ''), placeOf(periods.at(-1) ?? '')];
    changeView({ period: findNearest(periods, first + share * (last - first)), boundaryYear: null });
  };
  return (
    <svg width={width} height={height} onClick={choose}>
      <title>{describePeriod(shownLines, current)}</title>
      {axis.ticks.map((tick, place) => (
        <g key={tick} class={tick === 0 ? 'grid grid-zero' : 'grid'}>
          <line x1={left} x2={width - margin.right} y1={frame.y(tick)} y2={frame.y(tick)} />
          <text x={left - 8} y={frame.y(tick)} dy="0.32em" text-anchor="end">
            {labels[place]}
          </text>
        </g>
      ))}
      {periods.includes(current) && (
        <line
          class="now"
          x1={frame.x(current)}
          x2={frame.x(current)}
          y1={margin.top}
          y2={height - margin.bottom}
        />
      )}
      <PeriodLabels periods={periods} current={current} frame={frame} />
      {shownLines
        .map((line, place) => (
          <DrawnLine key={line.code} line={line} place={place} frame={frame} current={current} />
        ))
        .reverse()}
    </svg>
  );
}

interface DrawnLineProps {
  readonly line: Line;
  readonly place: number;
  readonly frame: Frame;
  readonly current: string;
}

function DrawnLine({ line, place, frame, current }: DrawnLineProps) {
  return (
    <g class={`line line-${place}`}>
      {place === 0 && <path class="band" d={drawBand(line.points, frame)} />}
      <path d={drawLine(line.points, frame)} />
      {line.points.map(({ period, value, status }) =>
        value === null ? null : (
          <circle
            key={period}
            class={status === 'final' ? undefined : 'provisional'}
            cx={frame.x(period)}
            cy={frame.y(value)}
            r={place > 0 ? 1.5 : period === current ? 4 : 2.5}
          />
        ),
      )}
    </g>
  );
}

function PeriodLabels({
  periods,
  current,
  frame,
}: {
  periods: readonly string[];
  current: string;
  frame: Frame;
}) {
  const wanted = [...new Set([current, periods[0] ?? '', periods.at(-1) ?? ''])];
  const free = wanted.filter(
    (period, place) =>
      periods.includes(period) &&
      wanted.slice(0, place).every((other) => Math.abs(frame.x(other) - frame.x(period)) > 48),
  );
  return free.map((period) => (
    <text
      key={period}
      class={period === current ? 'when when-now' : 'when'}
      x={frame.x(period)}
      y={height - 6}
      text-anchor={period === periods.at(-1) ? 'end' : period === periods[0] ? 'start' : 'middle'}
    >
      {period}
    </text>
  ));
}

function Key({ shownLines }: { readonly shownLines: readonly Line[] }) {
  return (
    <ul class="chart-key">
      {shownLines.map((line, place) => (
        <li key={line.code} class={`line line-${place}`}>
          <svg width="20" height="8" aria-hidden="true">
            <path d="M0 4h20" />
          </svg>
          {nameLine(line, shownLines)}
        </li>
      ))}
    </ul>
  );
}

/** `2024: Almelo 56,2, Twente 40,1`: what the pointer shows for the period on screen. */
function describePeriod(shownLines: readonly Line[], period: string): string {
  const meant = indicator.value;
  const parts = shownLines.flatMap((line) => {
    const value = line.points.find((point) => point.period === period)?.value;
    return value == null || !meant
      ? []
      : [`${nameLine(line, shownLines)} ${formatValue(value, meant, language.value)}`];
  });
  return period ? `${formatPeriod(period, language.value)}: ${parts.join(', ')}` : '';
}
