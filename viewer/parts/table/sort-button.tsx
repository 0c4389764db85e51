import { isSameKey, type Order, type SortKey } from './order.ts';

interface SortButtonProps {
  readonly label: string;
  /** What a screen reader says, where the label is only a sign. */
  readonly name?: string;
  readonly column: SortKey;
  readonly order: Order;
  readonly onSort: (key: SortKey) => void;
}

/** The head of a column: a click sorts by it, another turns the order. */
export function SortButton({ label, name, column, order, onSort }: SortButtonProps) {
  const isSorted = isSameKey(order.key, column);
  return (
    <button
      type="button"
      class={isSorted ? 'sorted' : undefined}
      aria-label={name}
      onClick={() => onSort(column)}
    >
      {label}
      <span class="sort-mark" aria-hidden="true">
        {isSorted && (order.isDescending ? '↓' : '↑')}
      </span>
    </button>
  );
}
