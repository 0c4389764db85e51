import type { Tally } from '../boundaries/repair.ts';
import type { DecimalSign } from '../number.ts';
import type { Field } from '../package/field.ts';
import type { ObservationResource } from '../package/resource.ts';

/** What all cells of a table share. */
export interface Reading {
  readonly resource: ObservationResource;
  /** For the fields of which the descriptor does not say it. */
  readonly sign: DecimalSign;
  /** Positions of fields whose own cells prove it. */
  readonly provedFields: ReadonlySet<number>;
  readonly tally: Tally;
}

/** A field with its place in the rows. */
export interface Column extends Field {
  readonly position: number;
}

/** A value's column with those of its bounds, sample size, status and why it is withheld. */
export interface ValueColumn extends Companions {
  readonly value: Column;
}

/** The columns that say more of a value. */
interface Companions {
  readonly lower: Column | null;
  readonly upper: Column | null;
  readonly sampleSize: Column | null;
  readonly status: Column | null;
  readonly reason: Column | null;
}

/** Puts bounds, sample size, status and reason beside the value of the same indicator, category and period. */
export function attachCompanions(columns: readonly Column[]): ValueColumn[] {
  return columns
    .filter(({ as }) => as === 'value')
    .map((value) => {
      const find = (role: keyof Companions) =>
        columns.find(
          ({ as, indicator, category, period }) =>
            as === role &&
            indicator === value.indicator &&
            category === value.category &&
            period === value.period,
        ) ?? null;
      return {
        value,
        lower: find('lower'),
        upper: find('upper'),
        sampleSize: find('sampleSize'),
        status: find('status'),
        reason: find('reason'),
      };
    });
}
