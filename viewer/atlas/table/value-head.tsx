import { formatUnit } from '../../../geodata/number.ts';
import { describeOrder, type Order, type SortKey } from '../../parts/table/order.ts';
import { SortButton } from '../../parts/table/sort-button.tsx';
import { language } from '../../state/link/view.ts';
import { measureOf } from '../../state/panel/measure.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { describeSubject } from '../../state/panel/subject.ts';
import { words } from '../../state/screen/words.ts';

interface ValueHeadProps {
  readonly panel: Panel;
  /** All panels that have a column. */
  readonly panels: readonly Panel[];
  readonly order: Order;
  readonly onSort: (key: SortKey) => void;
}

/** The head of a panel's figures, with their unit. */
export function ValueHead({ panel, panels, order, onSort }: ValueHeadProps) {
  const column = { panel: panel.index };
  const unit = formatUnit(measureOf(panel)?.unit ?? '', language.value);
  return (
    <th scope="col" class="column-value" aria-sort={describeOrder(order, [column])}>
      <SortButton label={nameColumn(panel, panels)} {...{ column, order, onSort }} />
      <span class="soft small head-under">{unit}</span>
    </th>
  );
}

/** `Waarde`; beside the columns of other panels what sets this one apart: its period, its indicator, its difference. */
export function nameColumn(panel: Panel, panels: readonly Panel[]): string {
  const subject = describeSubject(panel);
  if (panels.length === 1)
    return subject?.difference ? `${subject.difference}, ${subject.period}` : words.value.table.value;
  const isOneIndicator = new Set(panels.map(({ view }) => view.value?.indicator)).size === 1;
  return [isOneIndicator ? null : subject?.name, subject?.difference, subject?.period]
    .filter(Boolean)
    .join(', ');
}
