import { positionOf, positionOfDay, unitOf } from '../../../geodata/period-axis.ts';

/** A day on which something began or ended. */
export interface DayMark {
  /** `2024-04-01`. */
  readonly day: string;
  /** A word beside the line. */
  readonly label: string;
}

interface DayMarksProps {
  readonly days: readonly DayMark[];
  readonly periods: readonly string[];
  /** Pixels of a share of the axis. */
  readonly place: (share: number) => number;
  readonly top: number;
  readonly bottom: number;
}

/** A line at each day that lies between the first and the last figure, with its word on the side that has more room. */
export function DayMarks({ days, periods, place, top, bottom }: DayMarksProps) {
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  const [from, to] = [positionOf(first), positionOf(last)];
  return days.map(({ day, label }) => {
    const share = (positionOfDay(day, unitOf(first)) - from) / (to - from);
    if (!(share >= 0 && share <= 1)) return null;
    const x = Math.round(place(share)) + 0.5;
    const isLeft = share > 0.5;
    return (
      <g key={`${day} ${label}`} class="day-mark">
        <line x1={x} x2={x} y1={top} y2={bottom} />
        <text x={isLeft ? x - 6 : x + 6} y={top + 10} text-anchor={isLeft ? 'end' : 'start'}>
          {label}
        </text>
      </g>
    );
  });
}
