import { type LeftOut, leftOutReasons } from '../../geodata/connection/match.ts';
import { formatDifference, formatNumber } from '../../geodata/number.ts';
import type { Correlation } from '../../geodata/statistics/correlation.ts';
import { language } from '../state/link/view.ts';
import { words } from '../state/screen/words.ts';

/** `+0,62`: a correlation always has its sign; a dash where there is none. */
export function writeCorrelation(value: number): string {
  return Number.isNaN(value) ? '–' : formatDifference(value, 2, language.value);
}

/** `+0,55 tot +0,68`. */
export function writeInterval({ lower, upper }: Pick<Correlation, 'lower' | 'upper'>): string {
  if (Number.isNaN(lower) || Number.isNaN(upper)) return '–';
  return words.value.legend.fromTo(writeCorrelation(lower), writeCorrelation(upper));
}

/** `+0,62 (95%-interval +0,55 tot +0,68)`. */
export function describeCorrelation(correlation: Pick<Correlation, 'value' | 'lower' | 'upper'>): string {
  const text = words.value.connections;
  if (Number.isNaN(correlation.value)) return text.unknown;
  return text.withInterval(writeCorrelation(correlation.value), writeInterval(correlation));
}

const leastShown = 0.001;

/** `0,012`, or `< 0,001`. */
export function writeChance(p: number): string {
  if (Number.isNaN(p)) return '–';
  return p < leastShown
    ? `< ${formatNumber(leastShown, 3, language.value)}`
    : formatNumber(p, 3, language.value);
}

/** `12 geen gegevens, 3 geheim`; an empty text where nothing was left out. */
export function describeLeftOut(leftOut: LeftOut): string {
  const names = words.value.connections.leftOutReasons;
  return leftOutReasons
    .filter((reason) => leftOut[reason] > 0)
    .map((reason) => `${leftOut[reason]} ${names[reason]}`)
    .join(', ');
}

export function countLeftOut(leftOut: LeftOut): number {
  return leftOutReasons.reduce((sum, reason) => sum + leftOut[reason], 0);
}
