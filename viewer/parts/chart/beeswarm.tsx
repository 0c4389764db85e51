import { useMemo } from 'preact/hooks';
import { makeAxis, shareOnAxis, writeTicks } from '../../../geodata/chart/axis.ts';
import { formatNumber, formatUnit } from '../../../geodata/number.ts';
import { language } from '../../state/link/view.ts';
import { words } from '../../state/screen/reading-words.ts';
import { ChartFigure } from './chart-figure.tsx';
import { findNearEnds } from './near-limit.ts';
import { stackSwarm } from './swarm.ts';
import { SwarmMarks } from './swarm-marks.tsx';
import { type SwarmArea, SwarmTable } from './swarm-table.tsx';
import './beeswarm.css';

/** More marks than this are drawn on a canvas: so many elements would slow the page. */
const mostElements = 2000;
const height = 128;
const middle = 66;
const reach = 34;
const side = 12;

interface BeeswarmProps {
  readonly title: string;
  readonly source: string;
  readonly unit: string;
  readonly decimals: number;
  /** The areas that have a figure. */
  readonly areas: readonly SwarmArea[];
  /** Code of the area that is marked. */
  readonly marked: string;
  readonly reference: { readonly name: string; readonly value: number } | null;
}

/** How figures of all areas are spread, a mark an area, with one marked and the reference as a line. */
export function Beeswarm(props: BeeswarmProps) {
  const text = words.value;
  const { title, source, unit, areas, marked, reference } = props;
  const ends = useMemo(() => findEnds(props), [areas, marked, reference?.value]);
  if (areas.length === 0) return null;
  return (
    <ChartFigure
      title={title}
      note={text.charts.swarm(formatUnit(unit, language.value), countFurther(areas, ends))}
      source={source}
      draw={(width) => <Drawing {...props} {...{ ends, width }} />}
      table={() => <SwarmTable {...props} />}
    />
  );
}

/** How many areas lie beyond the scale, and are drawn at its edge. */
function countFurther(areas: BeeswarmProps['areas'], [, highest]: Ends): number {
  return areas.filter(({ value }) => value > highest).length;
}

type Ends = readonly [lowest: number, highest: number];

interface DrawingProps extends BeeswarmProps {
  readonly ends: Ends;
  readonly width: number;
}

function Drawing(props: DrawingProps) {
  const { title, decimals, areas, marked, reference, ends, width } = props;
  const axis = makeAxis(ends, 4, decimals);
  const ticks = writeTicks(axis, decimals, language.value);
  const x = (value: number) => side + Math.max(0, Math.min(1, shareOnAxis(value, axis))) * (width - 2 * side);
  const xs = new Float64Array(areas.map(({ value }) => x(value)));
  const swarm = stackSwarm(xs, 4, reach);
  const write = (value: number) => formatNumber(value, decimals, language.value);
  const own = areas.find(({ code }) => code === marked);
  const isMany = areas.length > mostElements;
  const label = own ? `${title}. ${own.name}: ${write(own.value)}` : title;
  return (
    <div class="swarm">
      {isMany && <SwarmMarks {...{ xs, swarm, width, height, middle }} />}
      <svg
        class={isMany ? 'over-canvas' : undefined}
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
      >
        {axis.ticks.map((tick, index) => (
          <g key={tick}>
            <line class="chart-rule" x1={x(tick)} x2={x(tick)} y1={24} y2={106} />
            <Label x={x(tick)} y={122} width={width} text={ticks[index] ?? ''} />
          </g>
        ))}
        {!isMany &&
          areas.map(({ code, value }, index) => (
            <circle
              key={code}
              class="chart-dot"
              cx={x(value)}
              cy={middle + (swarm.offsets[index] ?? 0)}
              r={swarm.radius * 0.9}
            />
          ))}
        {reference && (
          <>
            <line class="chart-reference" x1={x(reference.value)} x2={x(reference.value)} y1={28} y2={106} />
            <Label
              x={x(reference.value)}
              y={24}
              width={width}
              text={`${reference.name} ${write(reference.value)}`}
            />
          </>
        )}
        {own && (
          <>
            <circle
              class="chart-own"
              cx={x(own.value)}
              cy={middle + (swarm.offsets[areas.indexOf(own)] ?? 0)}
              r={7}
            />
            <Label
              class="chart-own-name"
              x={x(own.value)}
              y={10}
              width={width}
              text={`${own.name} ${write(own.value)}`}
            />
          </>
        )}
      </svg>
    </div>
  );
}

/** The ends of the scale: all figures, or without those that lie so far off that the others would be drawn over each other. */
function findEnds({ areas, marked, reference }: BeeswarmProps): Ends {
  const values = new Float64Array(areas.map(({ value }) => value));
  const wanted = areas.flatMap(({ code, value }) => (code === marked ? value : []));
  if (reference) wanted.push(reference.value);
  return findNearEnds(values, wanted);
}

interface LabelProps {
  readonly x: number;
  readonly y: number;
  /** Of the drawing, which the label stays within. */
  readonly width: number;
  readonly text: string;
  readonly class?: string;
}

/** In pixels; a little more than letters of this size take on average. */
const letterWidth = 7;

/** A label under or over its mark; one that would run over an edge begins or ends there. */
function Label({ x, y, width, text, class: className }: LabelProps) {
  const half = (text.length * letterWidth) / 2;
  const anchor = x < half ? 'start' : x > width - half ? 'end' : 'middle';
  const at = { start: 0, middle: x, end: width }[anchor];
  return (
    <text class={className} x={at} y={y} text-anchor={anchor}>
      {text}
    </text>
  );
}
