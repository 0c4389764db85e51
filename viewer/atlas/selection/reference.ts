import { levelOfCode } from '../../../geodata/area.ts';
import { changeBetween } from '../../../geodata/comparing/change.ts';
import { ignoresSize } from '../../../geodata/comparing/comparability.ts';
import { hasPercents, type Subject } from '../../../geodata/comparing/difference.ts';
import { referenceValue } from '../../../geodata/comparing/references.ts';
import { isMapLevel } from '../../../geodata/level.ts';
import { differenceKind } from '../../../geodata/link/view.ts';
import type { FigureOfArea } from '../../state/area/selection.ts';
import { view } from '../../state/link/view.ts';
import { measureOf } from '../../state/panel/measure.ts';
import type { Panel } from '../../state/panel/panel.ts';
import type { ReferenceChoice } from '../../state/reference/choice.ts';
import { choices, reference as chosen, hasOwnReferences } from '../../state/reference/reference.ts';
import { words } from '../../state/screen/words.ts';
import { atLevel, selectedFigure } from './levels.ts';
import { members, reference } from './members.ts';
import { observationsOf, pointsOf } from './series.ts';

/** What the selection can be held against: all that anything can, and areas of its own. */
export function referenceChoices(): readonly Pick<ReferenceChoice, 'key' | 'name' | 'label'>[] {
  const own = members.value.filter(({ code }) => choices.value.every(({ key }) => key !== code));
  return [...choices.value, ...own.map(({ code, name }) => ({ key: code, name, label: name }))];
}

export function referenceName(): string {
  return referenceChoices().find(({ key }) => key === reference.value)?.name ?? '';
}

/** Code of the one place that the selection is held against, where that is none of its own areas. */
export function wholeReference(): string | null {
  if (isMember()) return null;
  return chosen.value?.code ?? null;
}

/** The one figure that a panel's figures are held against; null while it loads, and where each area has its own. */
export function referenceFigure(panel: Panel): FigureOfArea | null {
  const whole = wholeReference();
  if (whole === null) return isMember() ? selectedFigure(reference.value, panel) : null;
  const shown = panel.view.value;
  if (!shown || !observationsOf(panel)) return null;
  const points = new Map(pointsOf(whole, panel).map((point) => [point.period, point]));
  const now = points.get(shown.period);
  const { value = null, status = 'missing', lower = null, upper = null } = now ?? {};
  if (shown.deviation) return { value: value === null ? null : 0, status, lower: null, upper: null };
  if (!shown.change) return { value, status, lower, upper };
  const before = points.get(shown.change.from)?.value ?? null;
  const change = changeBetween(before ?? Number.NaN, value ?? Number.NaN, shown.change.kind);
  return { value: Number.isNaN(change) ? null : change, status, lower: null, upper: null };
}

/** The value that an area of the selection is held against in a panel; null while it loads, and where there is none. */
export function referenceValueOf(code: string, panel: Panel): number | null {
  if (!hasOwnReferences()) return referenceFigure(panel)?.value ?? null;
  const level = levelOfCode(code);
  const own = level && isMapLevel(level) ? atLevel(panel, level) : panel;
  const place = own.areas.byCode.value.get(code);
  const found = own.reference.found.value;
  const value = place && found ? referenceValue(found.references, place.index) : Number.NaN;
  if (Number.isNaN(value)) return null;
  return panel.view.value?.deviation ? 0 : value;
}

/** Whether the selection is held against an area of its own. */
function isMember(): boolean {
  return view.value.selection.includes(reference.value);
}

/** What a panel's figures are, as far as comparing needs it. */
export function subjectOf(panel: Panel): Subject | null {
  const [meant, measure] = [panel.indicator.value, measureOf(panel)];
  if (!meant || !measure) return null;
  const { kind, polarity } = meant;
  return {
    kind,
    polarity,
    decimals: measure.decimals,
    change: panel.view.value ? differenceKind(panel.view.value) : null,
  };
}

/** Whether the panel's figures can be held against the chosen reference: a change alone against that of one place. */
export function canCompare(panel: Panel): boolean {
  const subject = subjectOf(panel);
  if (subject === null || (hasOwnReferences() && panel.view.value?.change)) return false;
  return isMember() || ignoresSize(subject);
}

/** Whether a difference between the panel's figures has per cents. */
export function canTakePercents(panel: Panel): boolean {
  const subject = subjectOf(panel);
  return subject !== null && hasPercents(subject);
}

/** The unit of a difference between the panel's figures: of per cents, that is points. */
export function differenceUnit(panel: Panel): string {
  const unit = measureOf(panel)?.unit ?? '';
  return unit === '%' ? words.value.change.points : unit;
}
