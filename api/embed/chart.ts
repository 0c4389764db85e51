import { makeAxis, shareOnAxis, writeTicks } from '../../geodata/chart/axis.ts';
import { drawBand, drawLine, type Frame } from '../../geodata/chart/paths.ts';
import {
  alignPoints,
  type ChartPoint,
  findCuts,
  listPeriods,
  type Series,
} from '../../geodata/chart/series.ts';
import { formatPeriod } from '../../geodata/period.ts';
import { shareOf } from '../../geodata/period-axis.ts';
import type { Language } from '../../geodata/text.ts';
import { writeCell } from '../figures/figure-text.ts';
import { escapeText } from '../pages/escaped-text.ts';
import { writeWideTable } from '../pages/plain-page.ts';
import type { CatalogIndicator } from '../schemas/catalog.ts';
import { embedWords } from './words.ts';

/** Units of the drawing, which is as wide as its frame: CSS pixels in one of 640. */
const size = { width: 640, height: 280 };
const room = { top: 12, right: 16, bottom: 26 };
/** Units that a digit takes where the drawing is smallest, and its letters largest for that. */
const digit = 12.7;
const radius = 3.5;

/** What a chart is of; the first of `series` is the area, the others what it is held against. */
export interface EmbeddedChart {
  readonly series: readonly Series[];
  readonly indicator: CatalogIndicator;
  readonly title: string;
  /** The period of the link: charts keep to periods as long as it. */
  readonly period: string;
}

/** Lines through the periods, with a table that says the same. Null where there are fewer than two periods. */
export function writeChart(chart: EmbeddedChart, language: Language): string | null {
  const periods = listPeriods(chart.series, chart.period);
  const lines = chart.series.map((each) => ({ ...each, points: alignPoints(each, periods) }));
  const values = lines.flatMap(({ points }) =>
    points.flatMap(({ value, lower, upper }) => [value, lower, upper].filter((each) => each !== null)),
  );
  if (periods.length < 2 || values.length === 0) return null;
  const axis = makeAxis(values, 3, chart.indicator.decimals);
  const ticks = writeTicks(axis, chart.indicator.decimals, language);
  const left = Math.max(...ticks.map((label) => label.length)) * digit + 8;
  const [right, bottom] = [size.width - room.right, size.height - room.bottom];
  const frame: Frame = {
    x: (period) => left + shareOf(period, periods) * (right - left),
    y: (value) => room.top + (1 - shareOnAxis(value, axis)) * (bottom - room.top),
  };
  const grid = axis.ticks.map((tick, place) => {
    const y = frame.y(tick);
    const line = `<line class="grid" x1="${left}" x2="${right}" y1="${y}" y2="${y}"/>`;
    return `${line}<text x="${left - 8}" y="${y}" dy=".32em" text-anchor="end">${ticks[place]}</text>`;
  });
  const cuts = findCuts(lines, periods);
  const breaks = cuts.map(({ before, after }) => {
    const x = (frame.x(before) + frame.x(after)) / 2;
    return `<line class="break" x1="${x}" x2="${x}" y1="${room.top}" y2="${bottom}"/>`;
  });
  const [own, ...others] = lines;
  const drawn = [
    ...others.map(({ points }) => `<path class="other" d="${drawLine(points, frame)}"/>`),
    ...(own ? [`<path class="band" d="${drawBand(own.points, frame)}"/>`] : []),
    ...(own ? [`<path class="own" d="${drawLine(own.points, frame)}"/>`, ...own.points.map(drawDot)] : []),
  ];
  const label = escapeText(embedWords[language].chart(chart.title));
  return [
    `<svg class="chart" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${label}">`,
    ...grid,
    ...breaks,
    ...drawn,
    ...namePeriods(periods, frame, language),
    '</svg>',
    writeKey(lines, language),
    ...cuts.map(({ after, reason }) => {
      return `<p class="soft">${escapeText(formatPeriod(after, language))}: ${escapeText(reason)}</p>`;
    }),
    writeSeriesTable(lines, periods, chart, language),
  ].join('');

  function drawDot({ period, value, status }: ChartPoint): string {
    if (value === null) return '';
    const look = status === 'final' ? 'dot' : 'dot open';
    return `<circle class="${look}" cx="${frame.x(period)}" cy="${frame.y(value)}" r="${radius}"/>`;
  }
}

/** As many of them as find room, from the last one. */
function namePeriods(periods: readonly string[], { x }: Frame, language: Language): string[] {
  const last = periods.length - 1;
  const longest = Math.max(...periods.map((period) => formatPeriod(period, language).length));
  const width = x(periods[last] ?? '') - x(periods[0] ?? '');
  // The first and the last stand within the frame: half a name nearer to the next.
  const step = Math.max(1, Math.ceil((last * (1.5 * longest + 0.5) * digit) / width));
  return periods.flatMap((period, place) => {
    if ((last - place) % step !== 0) return [];
    const anchor = place === 0 ? 'start' : place === last ? 'end' : 'middle';
    const name = escapeText(formatPeriod(period, language));
    return [`<text x="${x(period)}" y="${size.height - 6}" text-anchor="${anchor}">${name}</text>`];
  });
}

function writeKey(lines: readonly Series[], language: Language): string {
  const isOpen = lines[0]?.points.some(({ value, status }) => value !== null && status !== 'final');
  const names = lines.map(({ name }, place) => {
    const line = `<path class="${place === 0 ? 'own' : 'other'}" d="M0 6h18"/>`;
    return `<li><svg viewBox="0 0 18 12" aria-hidden="true">${line}</svg>${escapeText(name)}</li>`;
  });
  const open = isOpen ? `<li class="soft">${embedWords[language].newer}</li>` : '';
  return `<ul class="legend">${names.join('')}${open}</ul>`;
}

function writeSeriesTable(
  lines: readonly Series[],
  periods: readonly string[],
  { title, indicator }: EmbeddedChart,
  language: Language,
): string {
  const words = embedWords[language];
  const names = lines.map(({ name }) => `<th scope="col" class="number-cell">${escapeText(name)}</th>`);
  const rows = [...periods].reverse().map((period) => {
    const cells = lines.map(({ points }) => {
      const point = points.find((each) => each.period === period);
      const text = writeCell(point ?? { value: null, status: 'missing' }, indicator, language);
      return `<td class="number-cell">${escapeText(text)}</td>`;
    });
    return `<tr><th scope="row">${escapeText(formatPeriod(period, language))}</th>${cells.join('')}</tr>`;
  });
  const head = `<th scope="col">${words.period}</th>${names.join('')}`;
  return `<details><summary>${words.asTable}</summary>${writeWideTable({ label: title, head, rows })}</details>`;
}
