import { absentArea, codeHasValue, statuses } from '../observation.ts';
import type { ColumnData, ColumnPeriod } from './column.ts';

/**
 * A column as it was, told to somebody who is shown another one now: an older figure stands only where there is a figure
 * now. What was taken back, suppressed or closed since is as it is now. Null where no period of it is left.
 */
export function showAsItWas(kept: ColumnData, current: ColumnData): ColumnData | null {
  const periods = kept.periods.flatMap((period) => {
    const now = current.periods.find(
      (each) => each.period === period.period && each.boundaryYear === period.boundaryYear,
    );
    return now ? [mergePeriod(period, now, current.size)] : [];
  });
  return periods.length === 0 ? null : { ...kept, size: current.size, periods };
}

function mergePeriod(kept: ColumnPeriod, now: ColumnPeriod, size: number): ColumnPeriod {
  const isKept = (index: number) => codeHasValue(now.statuses[index]);
  const pick = (numbers: Float64Array | undefined) =>
    Float64Array.from({ length: size }, (_, index) =>
      isKept(index) ? (numbers?.[index] ?? Number.NaN) : Number.NaN,
    );
  const reasonsOf = ({ reasons }: ColumnPeriod, index: number) => reasons?.[index] ?? 0;
  const codes = Uint8Array.from({ length: size }, (_, index) => {
    if (!isKept(index)) return now.statuses[index] ?? absentArea;
    const before = kept.statuses[index] ?? absentArea;
    return before === absentArea ? statuses.indexOf('missing') : before;
  });
  return {
    period: kept.period,
    boundaryYear: kept.boundaryYear,
    values: pick(kept.values),
    statuses: codes,
    ...((kept.reasons || now.reasons) && {
      reasons: Uint8Array.from({ length: size }, (_, index) => reasonsOf(isKept(index) ? kept : now, index)),
    }),
    ...(kept.lower && { lower: pick(kept.lower) }),
    ...(kept.upper && { upper: pick(kept.upper) }),
  };
}
