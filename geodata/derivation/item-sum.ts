import type { Indicator } from '../indicator.ts';
import { type Observation, reasonOf, type Status } from '../observation.ts';
import { type Figures, listCells } from './figures.ts';

/**
 * Figures of a group out of those of its items, where it has none of any origin: what a source gives, and what larger
 * areas make of that, wins. Only where every item has a value is there a sum; else the figure is `suppressed` where an
 * item is, or `missing`. Empty for an indicator without parts.
 */
export function sumItems({ key, parts = [] }: Indicator, figures: Figures): Observation[] {
  const sums: Observation[] = [];
  const done = new Set<string>();
  for (const part of parts)
    for (const { boundaryYear, period, areas } of listCells(figures, part))
      for (const [area, figure] of areas) {
        const cell = `${boundaryYear} ${period} ${area}`;
        if (done.has(cell) || figures.get(key)?.get(boundaryYear)?.get(period)?.has(area)) continue;
        done.add(cell);
        const items = parts.map((item) => figures.get(item)?.get(boundaryYear)?.get(period)?.get(area));
        sums.push({ ...figure, indicator: key, ...addItems(items), origin: 'aggregated' });
      }
  return sums;
}

type Sum = Pick<Observation, 'value' | 'lower' | 'upper' | 'sampleSize' | 'status' | 'note'>;

function addItems(items: readonly (Observation | undefined)[]): Sum {
  const known = items.flatMap((item) => (item && item.value !== null ? [item.value] : []));
  const isWhole = known.length === items.length;
  const statuses = items.map((item) => item?.status ?? 'missing');
  return {
    value: isWhole ? known.reduce((sum, value) => sum + value, 0) : null,
    lower: null,
    upper: null,
    sampleSize: null,
    status: isWhole ? leastCertain(statuses) : reasonOfItems(statuses),
    note: { items: items.length, itemsKnown: known.length },
  };
}

function leastCertain(statuses: readonly Status[]): Status {
  return statuses.includes('estimated')
    ? 'estimated'
    : statuses.includes('provisional')
      ? 'provisional'
      : 'final';
}

/** Nothing was asked only where no item was. */
function reasonOfItems(statuses: readonly Status[]): Status {
  const reason = reasonOf(statuses);
  return reason === 'not-asked' && statuses.some((status) => status !== 'not-asked') ? 'missing' : reason;
}
