import { type Signal, useSignal } from '@preact/signals';
import type { Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../../state/screen/words.ts';
import { waitForTurn } from '../in-turn.tsx';

/** Rows that are drawn at once: enough for two screens of any height, few enough for a sort to feel immediate. */
export const rowsAtOnce = 150;

/** Of a table to read, with more of the page under it: so many in one go. */
const rowsInTurn = 40;
/** So many without being asked for: all areas of a region, of which people look for one on the page. */
const rowsToRead = 200;

/** How many of the `count` rows of a table to read are drawn; from the start again for other rows. */
export function useRowLimit(rows: unknown, count: number): Signal<number> {
  const limit = useSignal(rowsInTurn);
  useEffect(() => {
    limit.value = rowsInTurn;
    let leave = () => {};
    const add = () => {
      limit.value += rowsInTurn;
      if (limit.value < Math.min(count, rowsToRead)) leave = waitForTurn(add);
    };
    if (count > rowsInTurn) leave = waitForTurn(add);
    return () => leave();
  }, [rows, count]);
  return limit;
}

interface MoreRowsProps {
  readonly limit: Signal<number>;
  /** Rows that are not drawn yet. */
  readonly rest: number;
}

/** Under the rows drawn so far of a table to read: draws the next ones when it is chosen. Nothing where no rows are left. */
export function MoreToRead({ limit, rest }: MoreRowsProps) {
  if (rest <= 0) return null;
  const add = () => {
    limit.value += 2 * rowsInTurn;
  };
  return <MoreButton rest={rest} onAdd={add} />;
}

/** Under the rows drawn so far: draws the next ones when it comes near, or when it is chosen. */
export function MoreRows({ limit, rest }: MoreRowsProps) {
  const button = useRef<HTMLButtonElement>(null);
  const add = () => {
    limit.value += rowsAtOnce;
  };
  useEffect(() => {
    if (!button.current) return;
    const root = button.current.closest('.table-scroll');
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && add(), {
      root,
      rootMargin: '400px',
    });
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [limit.value]);
  return <MoreButton rest={rest} onAdd={add} button={button} />;
}

interface MoreButtonProps {
  readonly rest: number;
  readonly onAdd: () => void;
  readonly button?: Ref<HTMLButtonElement>;
}

function MoreButton({ rest, onAdd, button: ref = null }: MoreButtonProps) {
  const text = words.value.table;
  return (
    <button type="button" class="button more-rows" ref={ref} onClick={onAdd}>
      {text.more} <span class="soft small">({text.rest(rest)})</span>
    </button>
  );
}
