import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../language/current.ts';

/** Rows that are drawn at once: enough for two screens of any height, few enough for a sort to feel immediate. */
export const rowsAtOnce = 150;

interface MoreRowsProps {
  readonly limit: Signal<number>;
  /** Rows that are not drawn yet. */
  readonly rest: number;
}

/** Under the rows drawn so far: draws the next ones when it comes near, or when it is chosen. */
export function MoreRows({ limit, rest }: MoreRowsProps) {
  const text = words.value.table;
  const place = useRef<HTMLButtonElement>(null);
  const add = () => {
    limit.value += rowsAtOnce;
  };
  useEffect(() => {
    if (!place.current) return;
    const root = place.current.closest('.table-scroll');
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && add(), {
      root,
      rootMargin: '400px',
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [limit.value]);
  return (
    <button type="button" class="button more-rows" ref={place} onClick={add}>
      {text.more} <span class="soft small">({text.rest(rest)})</span>
    </button>
  );
}
