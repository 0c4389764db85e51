import { labelClasses } from '../../geodata/classes/class-labels.ts';
import { createWriter, formatCompact } from '../../geodata/number.ts';
import { language } from '../state/link/view.ts';
import type { PanelClasses } from '../state/panel/classes.ts';
import type { Measure } from '../state/panel/measure.ts';

/** How many figures and blanks find room under the bars of the smallest panel. */
const roomUnderBars = 19;

/** The classes of a panel as its legend names them; a class of one value (`lone`, by class) by that. */
export function describeClasses(
  { classification }: Pick<PanelClasses, 'classification'>,
  measure: Measure,
  lone: readonly (number | null)[] = [],
): string[] {
  return labelClasses(classification, measure, language.value, lone);
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
