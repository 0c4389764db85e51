import { formatPeriod, parsePeriod } from '../../geodata/period.ts';
import { indicator } from '../state/catalog.ts';
import { language } from '../state/view.ts';
import { shareOf } from './places.ts';

/** Share of the axis that a letter of a label takes, with the room around it, where the slider is narrow. */
const letterShare = 0.026;

/** A tick a period, with labels where there is room: the first, the last and the one on screen before others. */
export function Ticks({
  periods,
  current,
}: {
  readonly periods: readonly string[];
  readonly current: string;
}) {
  const labelled = chooseLabels(periods, current);
  const provisional = new Set(
    indicator.value?.periods.filter(({ status }) => status === 'provisional').map(({ period }) => period),
  );
  return (
    <ol class="ticks" aria-hidden="true">
      {periods.map((period) => {
        const names = ['tick-mark'];
        if (period === current) names.push('current');
        if (provisional.has(period)) names.push('provisional');
        return (
          <li key={period} class={names.join(' ')} style={{ '--share': shareOf(period, periods) }}>
            {labelled.has(period) && <span>{shorten(period)}</span>}
          </li>
        );
      })}
    </ol>
  );
}

function chooseLabels(periods: readonly string[], current: string): ReadonlySet<string> {
  const wanted = [current, periods.at(-1), periods[0], ...periods].filter((period) => period !== undefined);
  const leastGap = letterShare * Math.max(...periods.map((period) => shorten(period).length));
  const chosen: string[] = [];
  for (const period of wanted) {
    const place = shareOf(period, periods);
    if (chosen.every((other) => Math.abs(shareOf(other, periods) - place) >= leastGap)) chosen.push(period);
  }
  return new Set(chosen);
}

/** `mrt 2024` where the whole name would be too long. */
function shorten(period: string): string {
  const parsed = parsePeriod(period);
  if (!parsed || parsed.unit === 'year') return period;
  if (parsed.unit !== 'month') return formatPeriod(period, language.value).replace(/ (van|of) /, ' ');
  const name = new Intl.DateTimeFormat(language.value, { month: 'short', timeZone: 'UTC' });
  return `${name.format(Date.UTC(parsed.year, parsed.ordinal - 1))} ${parsed.year}`;
}
