import { classSpans } from '../../geodata/classes/classify.ts';
import { countDecimals, formatCompact, formatDifference, formatNumber } from '../../geodata/number.ts';
import { language } from '../state/link/view.ts';
import type { PanelClasses } from '../state/panel/classes.ts';
import type { Measure } from '../state/panel/measure.ts';
import { words } from '../state/screen/words.ts';

/** How many figures and blanks find room under the bars of the smallest panel. */
const roomUnderBars = 19;

function writeLimit(value: number, { decimals, signed }: Measure): string {
  return signed
    ? formatDifference(value, decimals, language.value)
    : formatNumber(value, decimals, language.value);
}

/**
 * `12,5 tot 20,0` for every class, `20,0 en meer` for the last, `minder dan 5` for an open first, with no more decimals
 * than any of them needs. A class of one value has that value.
 */
export function describeClasses(
  { classification }: Pick<PanelClasses, 'classification'> & Partial<PanelClasses>,
  measure: Measure,
): string[] {
  const { fromTo, orMore, lessThan } = words.value.legend;
  const spans = classSpans(classification);
  const write = writeAlike([...classification.breaks, spans[0]?.from ?? Number.NaN], measure);
  return spans.map(({ from, to, last }) => {
    if (!Number.isFinite(from)) return lessThan(write(to));
    const low = write(from);
    if (last || !Number.isFinite(to)) return from === to ? low : orMore(low);
    const high = write(to);
    return low === high ? low : fromTo(low, high);
  });
}

/** The limits under the bars of a panel, short; an empty text for those that find no room: one in two, or in three. */
export function writeShortLimits(breaks: readonly number[], measure: Measure): string[] {
  const write = writeAlike(breaks, measure);
  const texts = breaks.map((limit) =>
    Math.abs(limit) >= 10_000 ? formatCompact(limit, language.value) : write(limit),
  );
  const longest = Math.max(0, ...texts.map((text) => text.length));
  const step = Math.ceil((texts.length * (longest + 1)) / roomUnderBars);
  const first = Math.floor(((texts.length - 1) % step) / 2);
  return texts.map((text, place) => ((place - first) % step === 0 ? text : ''));
}

/** Writes numbers that stand beside each other with the same decimals, no more than the measure's. */
function writeAlike(values: readonly number[], measure: Measure): (value: number) => string {
  const finite = values.filter(Number.isFinite);
  const decimals = Math.max(0, ...finite.map((value) => countDecimals(value, measure.decimals)));
  return (value) => writeLimit(value, { ...measure, decimals });
}
