import type { ChangeKind } from '../comparing/change.ts';
import type { PanelView } from './panel.ts';

/** Whether a panel shows differences, over time or from the reference, and in units or per cents; null: figures. */
export function differenceKind({
  change,
  deviation,
}: Pick<PanelView, 'change' | 'deviation'>): ChangeKind | null {
  return change?.kind ?? deviation;
}
