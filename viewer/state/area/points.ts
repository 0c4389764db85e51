import type { ObservationRow } from '../../data/contract.ts';

/** One row a period: that of the wished boundary year, or else of the newest. In order of time. */
export function choosePoints(rows: readonly ObservationRow[], wished: number | null): ObservationRow[] {
  const chosen = new Map<string, ObservationRow>();
  for (const row of rows) {
    const other = chosen.get(row.period);
    const isBetter =
      !other ||
      row.boundaryYear === wished ||
      (other.boundaryYear !== wished && row.boundaryYear > other.boundaryYear);
    if (isBetter) chosen.set(row.period, row);
  }
  return [...chosen.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
}
