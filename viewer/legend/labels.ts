import { classSpans } from '../../geodata/classify.ts';
import { formatDifference, formatNumber } from '../../geodata/number.ts';
import { words } from '../language/current.ts';
import type { PanelClasses } from '../state/classes.ts';
import type { Measure } from '../state/measure.ts';
import { language } from '../state/view.ts';

/** A limit of a class as a panel counts: changes with their sign. */
export function writeLimit(value: number, { decimals, signed }: Measure): string {
  return signed
    ? formatDifference(value, decimals, language.value)
    : formatNumber(value, decimals, language.value);
}

/** `12,5 tot 20,0` for every class, `20,0 en meer` for the last, `minder dan 5` for an open first. A class of one value has that value. */
export function describeClasses({ classification }: PanelClasses, measure: Measure): string[] {
  const { fromTo, orMore, lessThan } = words.value.legend;
  return classSpans(classification).map(({ from, to, last }) => {
    if (!Number.isFinite(from)) return lessThan(writeLimit(to, measure));
    const low = writeLimit(from, measure);
    if (last || !Number.isFinite(to)) return from === to ? low : orMore(low);
    const high = writeLimit(to, measure);
    return low === high ? low : fromTo(low, high);
  });
}
