import { absences, chanceColour } from '../../../geodata/classes/absence-pattern.ts';
import { classOf } from '../../../geodata/classes/classed.ts';
import { formatColour } from '../../../geodata/classes/colour.ts';
import { FillSwatch } from '../../parts/fill.tsx';
import type { FigureOfArea } from '../../state/area/selection.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { appearance } from '../../state/screen/appearance.ts';

interface ClassSwatchProps {
  readonly figure: FigureOfArea;
  readonly panel: Panel;
}

/** The fill that an area has on the panel's map; none where that is of more than its figure. */
export function ClassSwatch({ figure: { value, status }, panel }: ClassSwatchProps) {
  const absence = absences.find((each) => each === status);
  if (absence) return <FillSwatch absence={absence} />;
  if (panel.kinds.value) return null;
  const classes = panel.classes.value;
  if (value === null || !classes) return <span class="swatch" />;
  const colour =
    status === 'within-chance'
      ? chanceColour(appearance.value)
      : classes.colours[classOf(value, classes.classification.breaks)];
  return <span class="swatch" style={{ background: colour && formatColour(colour) }} />;
}
