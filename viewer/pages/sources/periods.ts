import { comparePeriods, formatPeriod, parsePeriod } from '../../../geodata/period.ts';
import type { Language } from '../../../geodata/text.ts';

/** Periods in few words: years that follow each other as `2012–2025`, of months and the like the first and the last. */
export function summarizePeriods(periods: readonly string[], language: Language): string {
  const sorted = [...new Set(periods)].sort(comparePeriods);
  const years = sorted.filter((period) => parsePeriod(period)?.unit === 'year');
  const shorter = sorted.filter((period) => !years.includes(period));
  const spans = joinYears(years.map(Number)).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  const [first, last] = [shorter[0], shorter.at(-1)];
  if (first && last)
    spans.push([...new Set([first, last])].map((period) => formatPeriod(period, language)).join(' – '));
  return spans.join(', ');
}

function joinYears(years: readonly number[]): [number, number][] {
  const spans: [number, number][] = [];
  for (const year of years) {
    const last = spans.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else spans.push([year, year]);
  }
  return spans;
}
