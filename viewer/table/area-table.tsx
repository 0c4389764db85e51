import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatUnit } from '../../geodata/number.ts';
import { formatPeriod } from '../../geodata/period.ts';
import { addressOfCsv } from '../data/client.ts';
import { Icon } from '../icon.tsx';
import { translate, words } from '../language/current.ts';
import { boundaryYear, indicator, shown } from '../state/catalog.ts';
import { figures } from '../state/figures.ts';
import { activePanel } from '../state/panels.ts';
import { needsPlaces } from '../state/places.ts';
import { figureAt, municipalityOf } from '../state/selection.ts';
import { language } from '../state/view.ts';
import { AreaRow } from './area-row.tsx';
import { filterRows, type Order, type SortKey, sortRows, type TableRow } from './rows.ts';

/** Every area of the level on screen with its figure: the map's equal for whoever cannot use a map. */
export function AreaTable() {
  const text = words.value;
  const filter = useSignal('');
  const order = useSignal<Order>({ key: 'value', descending: true });
  useEffect(() => {
    needsPlaces.value = true;
  }, []);
  const rows = useComputed(listRows);
  const visible = useComputed(() => sortRows(filterRows(rows.value, filter.value), order.value));
  const meant = indicator.value;
  const view = shown.value;
  if (!meant || !view || !boundaryYear.value) return null;
  const hasMunicipality = view.level !== 'municipality';
  const sortBy = (key: SortKey) => {
    const again = order.value.key === key;
    order.value = { key, descending: again ? !order.value.descending : key === 'value' };
  };
  const csv = addressOfCsv({ ...view, boundaryYear: boundaryYear.value });
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
        <div class="table-count">
          <span class="soft small" role="status">
            {rows.value.length > 0 && text.table.count(visible.value.length, rows.value.length)}
          </span>
          <a class="small" href={csv} download={`${meant.key}-${view.period}-${view.level}.csv`}>
            <Icon name="download" />
            {text.table.download}
          </a>
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard */}
      <div class="table-scroll" tabIndex={0} role="region" aria-label={text.panels.table}>
        <table class={figures.value ? 'areas' : 'areas panel-stale'}>
          <caption class="hidden-text">
            {text.table.label(translate(meant.name), formatPeriod(view.period, language.value))}
          </caption>
          <thead>
            <tr>
              <th
                scope="col"
                aria-sort={describeSort(order.value, hasMunicipality ? ['name', 'municipality'] : ['name'])}
              >
                <SortButton label={text.table.name} column="name" order={order.value} onSort={sortBy} />
                {hasMunicipality && (
                  <SortButton
                    label={text.table.municipality}
                    column="municipality"
                    order={order.value}
                    onSort={sortBy}
                  />
                )}
              </th>
              <th scope="col" class="column-value" aria-sort={describeSort(order.value, ['value'])}>
                <SortButton label={text.table.value} column="value" order={order.value} onSort={sortBy} />
                <span class="soft small">{formatUnit(meant.unit, language.value)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {visible.value.map((row) => (
              <AreaRow key={row.code} row={row} decimals={meant.decimals} />
            ))}
          </tbody>
        </table>
        {rows.value.length > 0 && visible.value.length === 0 && (
          <p class="soft table-none">{text.table.none}</p>
        )}
        {rows.value.length === 0 && <TableSkeleton />}
      </div>
    </div>
  );
}

function listRows(): TableRow[] {
  return [...activePanel.value.places.byCode.value.values()].flatMap(({ code, name, index }) => {
    const figure = figureAt(index);
    return figure ? [{ code, name, index, municipality: municipalityOf(code), ...figure }] : [];
  });
}

function describeSort({ key, descending }: Order, keys: readonly SortKey[]) {
  if (!keys.includes(key)) return 'none';
  return descending ? 'descending' : 'ascending';
}

interface SortButtonProps {
  readonly label: string;
  readonly column: SortKey;
  readonly order: Order;
  readonly onSort: (key: SortKey) => void;
}

function SortButton({ label, column, order, onSort }: SortButtonProps) {
  const mark = order.descending ? '↓' : '↑';
  return (
    <button type="button" class={order.key === column ? 'sorted' : undefined} onClick={() => onSort(column)}>
      {label}
      <span class="sort-mark" aria-hidden="true">
        {order.key === column ? mark : ''}
      </span>
    </button>
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
