import { useEffect, useRef } from 'preact/hooks';
import { formatNumber, formatUnit } from '../../geodata/number.ts';
import { words } from '../language/reading.ts';
import { language } from '../state/view.ts';
import { makeAxis, shareOnAxis } from './axis.ts';
import { ChartFigure } from './chart-figure.tsx';
import { findNearLimit } from './near-limit.ts';
import { stackSwarm } from './swarm.ts';

/** More marks than this are drawn on a canvas: so many elements would slow the page. */
const mostElements = 2000;
const height = 128;
const middle = 66;
const reach = 34;
const side = 12;

export interface SwarmArea {
  readonly code: string;
  readonly name: string;
  readonly value: number;
}

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
  const { title, source, unit, decimals, areas, marked } = props;
  if (areas.length === 0) return null;
  const write = (value: number) => formatNumber(value, decimals, language.value);
  const sorted = areas.toSorted((one, other) => other.value - one.value);
  return (
    <ChartFigure
      title={title}
      note={text.charts.swarm(formatUnit(unit, language.value), countFurther(props))}
      source={source}
      draw={(width) => <Drawing {...props} width={width} />}
      table={() => (
        <table>
          <thead>
            <tr>
              <th scope="col">{text.table.name}</th>
              <th scope="col" class="number">
                {formatUnit(unit, language.value)}
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ code, name, value }) => (
              <tr key={code} class={code === marked ? 'row-now' : undefined}>
                <th scope="row">{name}</th>
                <td class="number">{write(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    />
  );
}

/** How many areas lie beyond the scale, and are drawn at its edge. */
function countFurther(props: BeeswarmProps): number {
  const [, highest] = findEnds(props);
  return props.areas.filter(({ value }) => value > highest).length;
}

function Drawing(props: BeeswarmProps & { readonly width: number }) {
  const { title, decimals, areas, marked, reference, width } = props;
  const values = areas.map(({ value }) => value);
  const axis = makeAxis(findEnds(props), 4, decimals);
  const x = (value: number) => side + Math.max(0, Math.min(1, shareOnAxis(value, axis))) * (width - 2 * side);
  const swarm = stackSwarm(values.map(x), 4, reach);
  const write = (value: number) => formatNumber(value, decimals, language.value);
  const own = areas.find(({ code }) => code === marked);
  const isMany = areas.length > mostElements;
  const label = own ? `${title}. ${own.name}: ${write(own.value)}` : title;
  return (
    <div class="swarm">
      {isMany && <CanvasMarks xs={values.map(x)} swarm={swarm} width={width} />}
      <svg
        class={isMany ? 'over-canvas' : undefined}
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
      >
        {axis.ticks.map((tick) => (
          <g key={tick}>
            <line class="chart-rule" x1={x(tick)} x2={x(tick)} y1={24} y2={106} />
            <text x={x(tick)} y={122} text-anchor={anchorAt(x(tick), width)}>
              {formatNumber(tick, axis.ticks.every(Number.isInteger) ? 0 : decimals, language.value)}
            </text>
          </g>
        ))}
        {!isMany &&
          areas.map(({ code, value }, place) => (
            <circle
              key={code}
              class="chart-dot"
              cx={x(value)}
              cy={middle + (swarm.offsets[place] ?? 0)}
              r={swarm.radius * 0.9}
            />
          ))}
        {reference && (
          <>
            <line class="chart-reference" x1={x(reference.value)} x2={x(reference.value)} y1={28} y2={106} />
            <text x={x(reference.value)} y={24} text-anchor={anchorAt(x(reference.value), width)}>
              {reference.name} {write(reference.value)}
            </text>
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
            <text class="chart-own-name" x={x(own.value)} y={10} text-anchor={anchorAt(x(own.value), width)}>
              {own.name} {write(own.value)}
            </text>
          </>
        )}
      </svg>
    </div>
  );
}

/** The ends of the scale: all figures, or without those that lie so far off that the others would be one heap. */
function findEnds({ areas, marked, reference }: BeeswarmProps): [number, number] {
  const values = Float64Array.from(areas, ({ value }) => value);
  const wanted = areas.flatMap(({ code, value }) => (code === marked ? value : []));
  if (reference) wanted.push(reference.value);
  const least = values.reduce(
    (one, other) => Math.min(one, other),
    reference?.value ?? Number.POSITIVE_INFINITY,
  );
  return [least, findNearLimit(values, wanted)];
}

/** A label that stands near an edge is written away from it. */
function anchorAt(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < width * 0.2) return 'start';
  return x > width * 0.8 ? 'end' : 'middle';
}

interface CanvasMarksProps {
  readonly xs: readonly number[];
  readonly swarm: ReturnType<typeof stackSwarm>;
  readonly width: number;
}

function CanvasMarks({ xs, swarm, width }: CanvasMarksProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = Math.ceil(devicePixelRatio);
  useEffect(() => {
    const drawing = canvas.current?.getContext('2d');
    if (!canvas.current || !drawing) return;
    drawing.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawing.clearRect(0, 0, width, height);
    drawing.fillStyle = getComputedStyle(canvas.current).color;
    xs.forEach((x, place) => {
      drawing.beginPath();
      drawing.arc(x, middle + (swarm.offsets[place] ?? 0), swarm.radius, 0, 2 * Math.PI);
      drawing.fill();
    });
  });
  return (
    // The drawing over it says in words what these marks show.
    <canvas
      ref={canvas}
      width={width * ratio}
      height={height * ratio}
      style={{ width: `${width}px`, height: `${height}px` }}
    />
  );
}
