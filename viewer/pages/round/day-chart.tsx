import { daysBetween } from '../../../geodata/day.ts';
import { formatNumber } from '../../../geodata/number.ts';
import type { RoundBody } from '../../data/contract.ts';
import { language } from '../../state/link/view.ts';
import { roundWords } from '../../state/screen/round-words.ts';
import { writeDay } from '../../state/screen/times.ts';

interface DayChartProps {
  readonly days: NonNullable<RoundBody['response']>['days'];
  readonly plan: RoundBody['plan'];
}

const width = 640;
const height = 200;
const left = 48;
const bottom = 24;
const top = 12;

/** Answers until the end of each day, as steps from the first day of the round to the last; the table says the same. */
export function DayChart({ days, plan }: DayChartProps) {
  const text = roundWords.value.response;
  const dayOf = (day: string) => daysBetween(plan.opensOn, day);
  const last = dayOf(plan.closesOn) + 1;
  const most = days.at(-1)?.count ?? 1;
  const toX = (day: number) => left + (day / last) * (width - left - 8);
  const toY = (count: number) => height - bottom - (count / most) * (height - bottom - top);
  const steps = days.map(({ day, count }, index) => {
    const next = days[index + 1]?.day;
    const end = next === undefined ? Math.min(last, dayOf(day) + 1) : dayOf(next);
    return `L${toX(dayOf(day))},${toY(count)}L${toX(end)},${toY(count)}`;
  });
  const start = days[0] ? `M${toX(dayOf(days[0].day))},${toY(0)}` : '';
  return (
    <figure class="day-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text.chart}>
        <line class="axis" x1={left} x2={width - 8} y1={toY(0)} y2={toY(0)} />
        <line class="grid" x1={left} x2={width - 8} y1={toY(most)} y2={toY(most)} />
        <path d={`${start}${steps.join('')}`} />
        <text x={left - 8} y={toY(most) + 4} text-anchor="end">
          {formatNumber(most, 0, language.value)}
        </text>
        <text x={left - 8} y={toY(0) + 4} text-anchor="end">
          0
        </text>
        <text x={left} y={height - 6}>
          {writeDay(plan.opensOn)}
        </text>
        <text x={width - 8} y={height - 6} text-anchor="end">
          {writeDay(plan.closesOn)}
        </text>
      </svg>
      <figcaption>{text.chart}</figcaption>
    </figure>
  );
}
