import { useComputed, useSignal } from '@preact/signals';
import { Icon } from '../../parts/icon.tsx';
import { MoreRows, rowsAtOnce } from '../../parts/table/more-rows.tsx';
import { describeOrder, type Order, type SortKey, turnOrder } from '../../parts/table/order.ts';
import { Scrolling } from '../../parts/table/scrolling.tsx';
import { SortButton } from '../../parts/table/sort-button.tsx';
import { shown } from '../../state/catalog.ts';
import { view } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { words } from '../../state/screen/words.ts';
import { AreaRow } from './area-row.tsx';
import { BrushChip } from './brush-chip.tsx';
import { CsvLink } from './csv-link.tsx';
import { listedPanels, listedRows } from './listed-rows.ts';
import { filterRows, keepBrushed, sortRows } from './rows.ts';
import { ValueHead } from './value-head.tsx';

/** Every area of the level on screen with its figure: the map's equal for whoever cannot use a map. */
export function AreaTable() {
  const text = words.value;
  const filter = useSignal('');
  const order = useSignal<Order>({ key: { panel: view.value.active }, isDescending: true });
  const isBrushAlone = useSignal(true);
  const limit = useSignal(rowsAtOnce);
  const hasBrush = useComputed(() => listedRows.value.some(({ isBrushed }) => isBrushed !== null));
  const kept = useComputed(() => keepBrushed(listedRows.value, isBrushAlone.value));
  const listed = useComputed(() => sortRows(filterRows(kept.value, filter.value), order.value));
  const subject = describeSubject(activePanel.value);
  const rows = listedRows.value;
  if (!subject) return null;
  const classes = ['areas'];
  if (listedPanels.value.length > 1) classes.push('areas-wide');
  if (!activePanel.value.figures.value) classes.push('panel-stale');
  const rest = listed.value.length - limit.value;
  return (
    <div class="table-panel">
      <div class="table-tools">
        <label class="field">
          <Icon name="search" />
          <input
            type="search"
            aria-label={text.table.filter}
            placeholder={text.table.filter}
            value={filter.value}
            onInput={(event) => {
              filter.value = event.currentTarget.value;
            }}
          />
        </label>
        {hasBrush.value && (
          <BrushChip count={rows.filter(({ isBrushed }) => isBrushed).length} isAlone={isBrushAlone} />
        )}
        <div class="table-count">
          <span class="soft small" role="status">
            {rows.length > 0 && text.table.count(listed.value.length, rows.length)}
          </span>
          <CsvLink rows={listed.value} />
        </div>
      </div>
      <Scrolling class="table-scroll" label={text.panels.table}>
        <table class={classes.join(' ')}>
          <caption class="hidden-text">{describeTitle(subject)}</caption>
          <TableHead
            order={order.value}
            onSort={(key) => {
              order.value = turnOrder(order.value, key);
            }}
          />
          <tbody>
            {listed.value.slice(0, limit.value).map((row) => (
              <AreaRow key={row.code} row={row} isMarked={!isBrushAlone.value} />
            ))}
          </tbody>
        </table>
        {rest > 0 && <MoreRows limit={limit} rest={rest} />}
        {rows.length > 0 && listed.value.length === 0 && <p class="soft table-none">{text.table.none}</p>}
        {rows.length === 0 && <TableSkeleton />}
      </Scrolling>
    </div>
  );
}

interface TableHeadProps {
  readonly order: Order;
  readonly onSort: (key: SortKey) => void;
}

function TableHead({ order, onSort }: TableHeadProps) {
  const text = words.value;
  const hasMunicipality = shown.value?.level !== 'municipality';
  return (
    <thead>
      <tr>
        <th scope="col" class="column-pick">
          <span class="hidden-text">{text.panels.selection}</span>
        </th>
        <th scope="col" aria-sort={describeOrder(order, ['name', 'municipality'])}>
          <SortButton label={text.table.name} column="name" order={order} onSort={onSort} />
          {hasMunicipality && (
            <SortButton label={text.table.municipality} column="municipality" order={order} onSort={onSort} />
          )}
        </th>
        {listedPanels.value.map((panel) => (
          <ValueHead
            key={panel.index}
            panel={panel}
            panels={listedPanels.value}
            order={order}
            onSort={onSort}
          />
        ))}
      </tr>
    </thead>
  );
}

function TableSkeleton() {
  return (
    <div class="skeleton-rows" aria-hidden="true">
      {Array.from({ length: 12 }, (_, index) => (
        <span key={index} class="skeleton" />
      ))}
    </div>
  );
}
