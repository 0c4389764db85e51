import type { Frame } from '../../../geodata/chart/paths.ts';

/** Something that was written about a period of a chart. */
export interface PeriodMark {
  readonly period: string;
  /** What it is, in full. */
  readonly title: string;
  readonly open: () => void;
}

interface PeriodMarksProps {
  readonly marks: readonly PeriodMark[];
  readonly periods: readonly string[];
  readonly frame: Frame;
  /** Where they stand: the bottom of the chart. */
  readonly y: number;
}

/** A mark on the axis at each period that something was written about: a click opens it. The card lists the same in words. */
export function PeriodMarks({ marks, periods, frame, y }: PeriodMarksProps) {
  return marks
    .filter(({ period }) => periods.includes(period))
    .map(({ period, title, open }, index) => {
      const before = marks.slice(0, index).filter((other) => other.period === period).length;
      const [x, top] = [frame.x(period), y - 12 - before * 14];
      const press = (event: MouseEvent) => {
        event.stopPropagation();
        open();
      };
      return (
        // biome-ignore lint/a11y/noStaticElementInteractions: the chart is for the eye; the card has the same as links
        <g key={title} class="period-mark" transform={`translate(${x} ${top})`} onClick={press}>
          <title>{title}</title>
          <circle r="11" class="period-mark-reach" />
          <path d="M-5 -5h10v7h-6l-3 3v-3h-1z" />
        </g>
      );
    });
}
