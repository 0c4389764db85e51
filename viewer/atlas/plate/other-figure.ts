import { formatValue } from '../../../geodata/number.ts';
import { language } from '../../state/link/view.ts';
import { otherFigureAt } from '../../state/panel/kinds.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { translate } from '../../state/screen/words.ts';

/** `Gemiddelde WOZ-waarde: 240 × € 1.000`; null where the map shows no second indicator, or an area lacks one of both. */
export function describeOther(panel: Panel, index: number): string | null {
  const [other, value] = [panel.pair.indicator.value, otherFigureAt(index, panel)];
  if (!other || value === null) return null;
  return `${translate(other.name)}: ${formatValue(value, other, language.value)}`;
}
