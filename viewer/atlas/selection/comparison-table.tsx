import { useSignal } from '@preact/signals';
import { formatUnit } from '../../../geodata/number.ts';
import { describeOrder, type Order, type SortKey, turnOrder } from '../../parts/table/order.ts';
import { Scrolling } from '../../parts/table/scrolling.tsx';
import { SortButton } from '../../parts/table/sort-button.tsx';
import { language } from '../../state/link/view.ts';
import { measureOf } from '../../state/panel/measure.ts';
import { activePanel, panels } from '../../state/panel/panels.ts';
import { words } from '../../state/screen/words.ts';
import { ValueHead } from '../table/value-head.tsx';
import { ComparedAreaRow, ReferenceRow } from './comparison-row.tsx';
import { orderRows } from './order.ts';
import { canCompare, canTakePercents, differenceUnit, referenceName, wholeReference } from './reference.ts';
import { comparedRows } from './rows.ts';

/** Rows the areas, columns their figure in each panel and the difference of the active one. Slides sideways where narrow. */
export function ComparisonTable({ title }: { readonly title: string }) {
  const order = useSignal<Order>({ key: 'number', isDescending: false });
  const onSort = (key: SortKey) => {
    order.value = turnOrder(order.value, key);
  };
  const hasDifference = canCompare(activePanel.value);
  const head = { order: order.value, onSort };
  return (
    <Scrolling class="comparison-scroll" label={title}>
      <table class="compared">
        <caption class="hidden-text">{title}</caption>
        <thead>
          <tr>
            <AreaHead {...head} />
            {panels.value.map((panel) => (
              <ValueHead key={panel.index} panel={panel} panels={panels.value} {...head} />
            ))}
            {hasDifference && <DifferenceHeads {...head} />}
          </tr>
        </thead>
        <tbody>
          {wholeReference() && <ReferenceRow hasDifference={hasDifference} />}
          {orderRows(comparedRows.value, order.value).map((row) => (
            <ComparedAreaRow key={row.member.code} row={row} hasDifference={hasDifference} />
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

interface HeadProps {
  readonly order: Order;
  readonly onSort: (key: SortKey) => void;
}

function AreaHead({ order, onSort }: HeadProps) {
  const text = words.value.selection;
  return (
    <th scope="col" aria-sort={describeOrder(order, ['number', 'name'])}>
      <SortButton label="#" name={text.number} column="number" {...{ order, onSort }} />
      <SortButton label={text.area} column="name" {...{ order, onSort }} />
    </th>
  );
}

function DifferenceHeads({ order, onSort }: HeadProps) {
  const text = words.value.selection;
  const unit = differenceUnit(activePanel.value);
  const isOtherUnit = unit !== measureOf(activePanel.value)?.unit;
  return (
    <>
      <th scope="col" class="column-value" aria-sort={describeOrder(order, ['difference'])}>
        <SortButton label={text.difference} column="difference" {...{ order, onSort }} />
        <span class="soft small head-under">
          {text.against(referenceName())}
          {isOtherUnit && `, ${formatUnit(unit, language.value)}`}
        </span>
      </th>
      {canTakePercents(activePanel.value) && (
        <th scope="col" class="column-value" aria-sort={describeOrder(order, ['percent'])}>
          <SortButton label={text.percent} column="percent" {...{ order, onSort }} />
          <span class="soft small head-under">{text.percentOf}</span>
        </th>
      )}
    </>
  );
}
