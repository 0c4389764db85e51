import { computed } from '@preact/signals';
import { type Difference, differenceOf } from '../../../geodata/comparing/difference.ts';
import { activePanel, panels } from '../../state/panel/panels.ts';
import { type SelectedFigure, selectedFigure } from './levels.ts';
import { type Member, members } from './members.ts';
import type { Sortable } from './order.ts';
import { canCompare, referenceValueOf, subjectOf } from './reference.ts';

/** One area of the selection beside the others. */
export interface ComparedRow extends Sortable {
  readonly member: Member;
  /** A panel each; null while it loads. */
  readonly figures: readonly (SelectedFigure | null)[];
  /** How the figure of the active panel stands to the reference's; null for the reference and where there is none. */
  readonly difference: Difference | null;
}

export const comparedRows = computed<readonly ComparedRow[]>(() => {
  const isAgainst = canCompare(activePanel.value);
  const subject = subjectOf(activePanel.value);
  return members.value.map((member) => {
    const figures = panels.value.map((panel) => selectedFigure(member.code, panel));
    const own = figures[panels.value.indexOf(activePanel.value)]?.value;
    const base = isAgainst ? referenceValueOf(member.code, activePanel.value) : null;
    const isComparable = subject && own != null && base != null && !member.isReference;
    return {
      member,
      number: member.number,
      name: member.name,
      figures,
      values: figures.map((figure) => figure?.value ?? null),
      difference: isComparable ? differenceOf(own, base, subject) : null,
    };
  });
});
