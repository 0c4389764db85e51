import type { Frame } from '../../../geodata/chart/paths.ts';

/** Pixels that a label of a period needs for itself. */
const room = 48;

interface PeriodLabelsProps {
  readonly periods: readonly string[];
  readonly current: string;
  readonly frame: Frame;
  readonly y: number;
}

/** The period on screen, the first and the last, as far as they do not stand in each other's way. */
export function PeriodLabels({ periods, current, frame, y }: PeriodLabelsProps) {
  const wanted = [...new Set([current, periods[0] ?? '', periods.at(-1) ?? ''])];
  const free = wanted.filter(
    (period, index) =>
      periods.includes(period) &&
      wanted.slice(0, index).every((other) => Math.abs(frame.x(other) - frame.x(period)) > room),
  );
  return free.map((period) => (
    <text
      key={period}
      class={period === current ? 'when when-now' : 'when'}
      x={frame.x(period)}
      y={y}
      text-anchor={period === periods.at(-1) ? 'end' : period === periods[0] ? 'start' : 'middle'}
    >
      {period}
    </text>
  ));
}
