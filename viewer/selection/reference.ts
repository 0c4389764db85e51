import { differenceKind } from '../../geodata/view.ts';
import { words } from '../language/current.ts';
import { measureOf } from '../state/measure.ts';
import type { Panel } from '../state/panel.ts';
import { choices, reference as chosen, type ReferenceChoice } from '../state/reference.ts';
import type { FigureOfArea } from '../state/selection.ts';
import { view } from '../state/view.ts';
import { changeBetween, hasPercents, ignoresSize, type Subject } from './compare.ts';
import { selectedFigure } from './levels.ts';
import { members, reference } from './members.ts';
import { observationsOf, pointsOf } from './series.ts';

/** What the selection can be held against: all that anything can, and areas of its own. */
export function referenceChoices(): readonly Pick<ReferenceChoice, 'key' | 'name'>[] {
  const own = members.value.filter(({ code }) => choices.value.every(({ key }) => key !== code));
  return [...choices.value, ...own.map(({ code, name }) => ({ key: code, name }))];
}

export function referenceName(): string {
  return referenceChoices().find(({ key }) => key === reference.value)?.name ?? '';
}

/** Code of what the selection is held against, where that is none of its own areas. */
export function wholeReference(): string | null {
  if (view.value.selection.includes(reference.value)) return null;
  return chosen.value?.code ?? null;
}

/** The figure that a panel's figures are held against; null while it loads. */
export function referenceFigure(panel: Panel): FigureOfArea | null {
  const whole = wholeReference();
  if (whole === null) return selectedFigure(reference.value, panel);
  const shown = panel.view.value;
  if (!shown || !observationsOf(panel)) return null;
  const points = new Map(pointsOf(whole, panel).map((point) => [point.period, point]));
  const now = points.get(shown.period);
  const { value = null, status = 'missing', lower = null, upper = null } = now ?? {};
  if (shown.deviation) return { value: value === null ? null : 0, status, lower: null, upper: null };
  if (!shown.change) return { value, status, lower, upper };
  const before = points.get(shown.change.from)?.value ?? null;
  return { value: changeBetween(before, value, shown.change.kind), status, lower: null, upper: null };
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

/** Whether the panel's figures can be held against the chosen reference. */
export function canCompare(panel: Panel): boolean {
  const subject = subjectOf(panel);
  return subject !== null && (wholeReference() === null || ignoresSize(subject));
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
