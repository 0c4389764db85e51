import { classSpans } from '../../geodata/classes/classed.ts';
import { createWriter, formatCompact } from '../../geodata/number.ts';
import { language } from '../state/link/view.ts';
import type { PanelClasses } from '../state/panel/classes.ts';
import type { Measure } from '../state/panel/measure.ts';
import { words } from '../state/screen/words.ts';

/** How many figures and blanks find room under the bars of the smallest panel. */
const roomUnderBars = 19;

/**
 * `12,5 tot 20,0` for every class, `20,0 en meer` for the last, `minder dan 5` for an open first, with no more decimals
 * than any of them needs. A class of one value (`lone`, by class) is named by that.
 */
export function describeClasses(
  { classification }: Pick<PanelClasses, 'classification'> & Partial<PanelClasses>,
  measure: Measure,
  lone: readonly (number | null)[] = [],
): string[] {
  const { fromTo, orMore, lessThan } = words.value.legend;
  const spans = classSpans(classification);
  const known = lone.filter((value) => value !== null);
  const values = [...classification.breaks, spans[0]?.from ?? Number.NaN, ...known];
  const write = createWriter(values, measure, language.value);
  return spans.map(({ from, to, last }, index) => {
    const only = lone[index];
    if (only != null) return write(only);
    if (!Number.isFinite(from)) return lessThan(write(to));
    const low = write(from);
    if (last || !Number.isFinite(to)) return from === to ? low : orMore(low);
    const high = write(to);
    return low === high ? low : fromTo(dropWord(low, high), high);
  });
}

/** `1,1` of `1,1 mld` before `1,2 mld`: the word stands once. */
function dropWord(low: string, high: string): string {
  const [number = low, word] = low.split('\u00a0');
  return word !== undefined && high.endsWith(`\u00a0${word}`) ? number : low;
}

/** The limits under the bars of a panel, short; an empty text for those that find no room: one in two, or in three. */
export function writeShortLimits(breaks: readonly number[], measure: Measure): string[] {
  const write = createWriter(breaks, measure, language.value);
  const texts = breaks.map((limit) =>
    Math.abs(limit) >= 10_000 && Math.abs(limit) < 1e6 ? formatCompact(limit, language.value) : write(limit),
  );
  const longest = Math.max(0, ...texts.map((text) => text.length));
  const step = Math.ceil((texts.length * (longest + 1)) / roomUnderBars);
  const first = Math.floor(((texts.length - 1) % step) / 2);
  return texts.map((text, index) => ((index - first) % step === 0 ? text : ''));
}
