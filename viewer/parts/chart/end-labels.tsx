import type { Frame } from '../../../geodata/chart/paths.ts';
import type { ChartLine } from '../../state/area/line.ts';
import { spreadLabels } from './line.ts';

/** Pixels between the labels of two lines that end together. */
const gap = 13;

interface EndLabelsProps {
  readonly lines: readonly ChartLine[];
  readonly frame: Frame;
  readonly highlighted: string | null;
  readonly room: { readonly top: number; readonly bottom: number; readonly right: number };
}

/** The label of each line beside the drawing, where its last figure is, with a thread to that figure. */
export function EndLabels({ lines, frame, highlighted, room }: EndLabelsProps) {
  const ends = lines.flatMap(({ code, label, look, isFaint, points }) => {
    const last = points.findLast(({ value }) => value !== null);
    if (!label || last?.value == null) return [];
    return [{ code, label, look, isFaint, x: frame.x(last.period), y: frame.y(last.value) }];
  });
  const positions = spreadLabels(
    ends.map(({ y }) => y),
    gap,
    room,
  );
  return ends.map(({ code, label, look, isFaint, x, y }, index) => (
    <g
      key={code}
      class={`line end-label ${look}${code === highlighted ? ' line-highlighted' : ''}${isFaint ? ' line-faint' : ''}`}
    >
      <line class="thread" x1={x + 3} y1={y} x2={room.right + 9} y2={positions[index]} />
      <text x={room.right + 12} y={positions[index]} dy="0.34em">
        {label}
      </text>
    </g>
  ));
}
