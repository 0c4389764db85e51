import { drawBand, drawLine, type Frame } from '../../../geodata/chart/paths.ts';
import type { ChartLine } from '../../state/area/line.ts';
import { writeStatus } from '../status-text.ts';

interface DrawnLineProps {
  readonly line: ChartLine;
  readonly frame: Frame;
  readonly current: string;
  readonly isHighlighted: boolean;
}

/** One area's line with a dot a figure, open where the figure is not final; its bounds only while it stands out. */
export function DrawnLine({ line, frame, current, isHighlighted }: DrawnLineProps) {
  const classes = ['line', line.look];
  if (isHighlighted) classes.push('line-highlighted');
  if (line.isFaint) classes.push('line-faint');
  const radius = (period: string) => {
    if (!isHighlighted) return period === current ? 2.5 : 1.5;
    return period === current ? 4 : 2.5;
  };
  return (
    <g class={classes.join(' ')}>
      {isHighlighted && <path class="band" d={drawBand(line.points, frame)} />}
      <path d={drawLine(line.points, frame)} />
      {line.points.map(({ period, value, status, measuredShare }) =>
        value === null ? null : (
          <circle
            key={period}
            class={
              status === 'final'
                ? undefined
                : status === 'estimated'
                  ? 'provisional estimated'
                  : 'provisional'
            }
            cx={frame.x(period)}
            cy={frame.y(value)}
            r={status === 'final' ? radius(period) : Math.max(2.5, radius(period))}
          >
            {status === 'estimated' && (
              <title>{`${period}: ${writeStatus({ status, measuredShare }, null)}`}</title>
            )}
          </circle>
        ),
      )}
    </g>
  );
}
