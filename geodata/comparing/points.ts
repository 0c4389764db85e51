import type { Observation } from '../observation.ts';

/** One row a period: that of the wished boundary year, or else of the newest. In order of time. */
export function choosePoints<Row extends Pick<Observation, 'period' | 'boundaryYear'>>(
  rows: readonly Row[],
  wished: number | null,
): Row[] {
  const chosen = new Map<string, Row>();
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
