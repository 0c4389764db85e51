import { imputeAbsent } from './imputation.ts';
import { cellStates, type LinkedTable, scaleOf } from './linked-table.ts';
import type { SuppressionReason } from './rule.ts';

/** What a search may use. */
export interface SearchLimits {
  /** Whether cells that are shown may be suppressed for it, and small counts be told as protecting others. */
  readonly maySuppress: boolean;
  /** Whether cells that an earlier release has shown stay as they are. */
  readonly keepsShown: boolean;
}

/** What telling a small count as one that protects another costs: less than suppressing anything else. */
const costOfTellingLess = 0.5;

/** How far cells can be moved, in a table as it stands when asked. */
interface Slack {
  /** How far a cell can go up (1) or down (-1), beside what `moved` holds already. */
  slackOf(cell: number, direction: number, moved: Float64Array, limits: SearchLimits): number;
  /** What it costs to let it, where it can. */
  priceOf(cell: number, direction: number, moved: Float64Array, limits: SearchLimits): number;
  /** The most that the told reason lets a cell be, and the least. */
  upperOf(cell: number, limits: Pick<SearchLimits, 'keepsShown'>): number;
  lowerOf(cell: number, limits: Pick<SearchLimits, 'keepsShown'>): number;
}

/** How far the cells of a table can be moved: as they are at each call, and what is absent as it is imputed now. */
export function createSlack(table: LinkedTable): Slack {
  const { values, states, wasShown, costs } = table;
  const hidden = imputeAbsent(table);
  const scales = Float64Array.from(values, (_, cell) => scaleOf(table, cell));
  const smallest = table.rule.smallestCount;
  const least = table.isCount ? 1 : 0;
  const unlimited = Number.POSITIVE_INFINITY;

  // As boundsOf says; written out here, as it is asked for many millions of times.
  const lowerOf: Slack['lowerOf'] = (cell, limits) => {
    const reason = reasonKnown(table, cell, limits);
    return reason === 'few-people' || reason === 'dominance' ? 0 : least;
  };
  const upperOf: Slack['upperOf'] = (cell, limits) =>
    smallest !== null && reasonKnown(table, cell, limits) === 'small-count'
      ? smallest * (scales[cell] ?? 1) - 1
      : unlimited;

  const slackOf: Slack['slackOf'] = (cell, direction, moved, limits) => {
    const state = states[cell];
    const change = moved[cell] ?? 0;
    if (state === cellStates.absent)
      return direction > 0
        ? unlimited
        : Number.isNaN(hidden[cell])
          ? unlimited
          : (hidden[cell] ?? 0) + change;
    if (limits.keepsShown && wasShown[cell] === 1) return 0;
    const now = (values[cell] ?? 0) + change;
    if (state === cellStates.shown) {
      if (!limits.maySuppress || values[cell] === 0) return 0;
      return direction > 0 ? unlimited : now - least;
    }
    if (direction < 0) return now - lowerOf(cell, limits);
    return mayTellLess(table, cell, limits) ? unlimited : upperOf(cell, limits) - now;
  };

  const priceOf: Slack['priceOf'] = (cell, direction, moved, limits) => {
    const state = states[cell];
    if (state === cellStates.shown) return costs[cell] ?? 1;
    if (state === cellStates.absent || direction < 0 || !mayTellLess(table, cell, limits)) return 0;
    return (values[cell] ?? 0) + (moved[cell] ?? 0) + 1 > upperOf(cell, limits) ? costOfTellingLess : 0;
  };
  return { slackOf, priceOf, upperOf, lowerOf };
}

/** The reason that tells most of those that releases have told of a cell. */
function reasonKnown(
  { reasons, isToldSmall }: LinkedTable,
  cell: number,
  { keepsShown }: Pick<SearchLimits, 'keepsShown'>,
): SuppressionReason {
  return keepsShown && isToldSmall[cell] === 1 ? 'small-count' : (reasons[cell] ?? 'secondary');
}

/** Whether a small count may be told as one that protects another instead. */
export function mayTellLess(
  { reasons, isToldSmall }: LinkedTable,
  cell: number,
  { maySuppress, keepsShown }: SearchLimits,
): boolean {
  return maySuppress && reasons[cell] === 'small-count' && !(keepsShown && isToldSmall[cell] === 1);
}
