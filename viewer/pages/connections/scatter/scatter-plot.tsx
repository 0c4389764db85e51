import { type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { drawInFrames } from '../../../parts/chart/canvas.ts';
import { type DrawingSize, useDrawingSize } from '../../../parts/chart/drawing-size.ts';
import { toggleSelected } from '../../../state/area/selection.ts';
import { language, viewParts } from '../../../state/link/view.ts';
import { appearance } from '../../../state/screen/appearance.ts';
import { words } from '../../../state/screen/words.ts';
import { brushedIndexes, type Paired, rectangle } from '../pair.ts';
import type { PairedIndicators } from '../title.ts';
import { Axes } from './axes.tsx';
import { brushRectangle, type Corners, cornersOfSpan, spanOfCorners } from './brushing.ts';
import { DotCard, describeDot } from './dot-card.tsx';
import { drawDots } from './draw-dots.ts';
import { frameScatter, type ScatterFrame } from './frame.ts';
import { createNearest } from './nearest.ts';
import { orderUpwards, stepTo } from './walk.ts';

/** Pixels within which the pointer means a dot, and beyond which a press is a drag. */
const reach = 16;
const dragFrom = 4;

interface ScatterPlotProps {
  readonly title: string;
  readonly dots: Paired;
  readonly of: PairedIndicators;
}

/**
 * Every area a dot. Pointing at one or walking with the arrow keys says its name and both figures; a drag brushes a
 * rectangle, a click or Enter puts an area into the selection.
 */
export function ScatterPlot(props: ScatterPlotProps) {
  const room = useRef<HTMLDivElement>(null);
  const size = useDrawingSize(room);
  const pointed = useSignal(-1);
  const focused = useSignal(-1);
  useEffect(() => {
    pointed.value = -1;
    focused.value = -1;
  }, [props.dots]);
  // Put in order at the first key: thousands of dots would hold up the drawing.
  const upwards = useMemo(() => remember(() => orderUpwards(props.dots.y)), [props.dots]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepTo(event.key, focused.peek(), upwards());
    const code = props.dots.codes[focused.peek()];
    if (next !== null) focused.value = next;
    else if (code && (event.key === 'Enter' || event.key === ' ')) toggleSelected(code);
    else if (event.key === 'Escape') brushRectangle(null);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div
        class="scatter"
        ref={room}
        role="application"
        aria-label={props.title}
        aria-describedby="scatter-instructions"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk from dot to dot here
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => {
          focused.value = -1;
        }}
      >
        {size.value.width > 0 && <Drawing {...props} {...size.value} {...{ pointed, focused }} />}
      </div>
      <p id="scatter-instructions" class="hidden-text">
        {words.value.connections.instructions}
      </p>
      <p class="hidden-text" role="status">
        {describeDot(props.dots, focused.value, props.of)}
      </p>
    </>
  );
}

/** Makes a thing when it is first asked for, once. */
function remember<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | null = null;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

interface DrawingProps extends ScatterPlotProps, DrawingSize {
  readonly pointed: Signal<number>;
  readonly focused: Signal<number>;
}

function Drawing({ dots, of, width, scale, pointed, focused }: DrawingProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useSignal<Corners | null>(null);
  const height = Math.round(Math.min(460, Math.max(280, width * 0.62)));
  const decimals = { x: of.x.decimals, y: of.y.decimals };
  const frame = useMemo(
    () => frameScatter(dots, { width, height }, decimals, language.value),
    [dots, width, height, language.value],
  );
  const findNearest = useMemo(() => createNearest(frame.pixelsX, frame.pixelsY), [frame]);
  const brushed = brushedIndexes.value;
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const { color, outlineColor } = getComputedStyle(canvas.current);
    const inks = { plain: color, brushed: outlineColor };
    return drawInFrames(drawDots(canvas.current, frame, markIndexes(brushed, dots.x.length), inks));
  }, [frame, brushed, appearance.value]);
  const isDragged = (corners: Corners | null): corners is Corners =>
    corners !== null && Math.hypot(corners.toX - corners.x, corners.toY - corners.y) > dragFrom;
  const placeOf = ({ offsetX, offsetY }: PointerEvent) => [offsetX / scale, offsetY / scale] as const;
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const [x, y] = placeOf(event);
    drag.value = { x, y, toX: x, toY: y };
  };
  const onPointerMove = (event: PointerEvent) => {
    const [toX, toY] = placeOf(event);
    if (drag.value) drag.value = { ...drag.value, toX, toY };
    pointed.value = isDragged(drag.value) ? -1 : findNearest(toX, toY, reach);
  };
  const onPointerUp = (event: PointerEvent) => {
    const ended = drag.value;
    drag.value = null;
    if (isDragged(ended)) return brushRectangle(spanOfCorners(ended, frame, decimals));
    const code = dots.codes[findNearest(...placeOf(event), reach)];
    if (code) toggleSelected(code);
    else brushRectangle(null);
  };
  const shownIndex = useComputed(() => (pointed.value >= 0 ? pointed.value : focused.value));
  const span = rectangle.value;
  return (
    <>
      <canvas ref={canvas} style={{ aspectRatio: `${width} / ${height}` }} />
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        aria-hidden="true"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          drag.value = null;
        }}
        onPointerLeave={() => {
          pointed.value = -1;
        }}
      >
        <Axes frame={frame} x={of.x} y={of.y} />
        <TrendLine dots={dots} frame={frame} />
        {isDragged(drag.value) ? (
          <Rectangle corners={drag.value} />
        ) : (
          span && <Rectangle corners={cornersOfSpan(span, frame)} />
        )}
        <SelectedDots dots={dots} frame={frame} />
        <Ring index={shownIndex.value} frame={frame} />
      </svg>
      <DotCard dots={dots} index={shownIndex.value} frame={frame} of={of} scale={scale} />
      {frame.further > 0 && (
        <p class="scatter-further soft small">{words.value.connections.further(frame.further)}</p>
      )}
    </>
  );
}

function markIndexes(indexes: readonly number[] | null, size: number): Uint8Array | null {
  if (!indexes) return null;
  const marks = new Uint8Array(size);
  for (const index of indexes) marks[index] = 1;
  return marks;
}

function TrendLine({ dots, frame }: { readonly dots: Paired; readonly frame: ScatterFrame }) {
  const { trend } = dots;
  if (!trend) return null;
  const points = [...trend.x].map((x, at) => `${frame.toX(x)},${frame.toY(trend.y[at] ?? 0)}`);
  return <polyline class="scatter-trend" points={points.join(' ')} />;
}

function Rectangle({ corners: { x, y, toX, toY } }: { readonly corners: Corners }) {
  return (
    <rect
      class="scatter-rectangle"
      x={Math.min(x, toX)}
      y={Math.min(y, toY)}
      width={Math.abs(toX - x)}
      height={Math.abs(toY - y)}
    />
  );
}

/** The areas of the selection, with their numbers. */
function SelectedDots({ dots, frame }: { readonly dots: Paired; readonly frame: ScatterFrame }) {
  return viewParts.selection.value.map((code, number) => {
    const index = dots.codes.indexOf(code);
    if (index < 0) return null;
    return (
      <g
        key={code}
        class="scatter-selected"
        transform={`translate(${frame.pixelsX[index]} ${frame.pixelsY[index]})`}
      >
        <circle r={8} />
        <text dy="0.35em" text-anchor="middle">
          {number + 1}
        </text>
      </g>
    );
  });
}

function Ring({ index, frame }: { readonly index: number; readonly frame: ScatterFrame }) {
  if (index < 0 || index >= frame.pixelsX.length) return null;
  return <circle class="scatter-ring" cx={frame.pixelsX[index]} cy={frame.pixelsY[index]} r={7} />;
}
