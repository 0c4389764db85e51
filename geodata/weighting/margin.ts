/** A division of respondents into categories whose sizes in the population are known: a margin. */
export interface Margin {
  /** For people: `district`, `age and sex`. */
  readonly name: string;
  /** The category of each respondent, from 0; -1 where it is not known of him. */
  readonly categoryOf: Int32Array;
  /** People in the register, by category. */
  readonly totals: readonly number[];
}

/** Sums of a value by category; respondents without one are left out. */
export function sumByCategory(
  { categoryOf, totals }: Margin,
  amountOf: (respondent: number) => number,
): Float64Array {
  const sums = new Float64Array(totals.length);
  for (let respondent = 0; respondent < categoryOf.length; respondent += 1) {
    const category = categoryOf[respondent] ?? -1;
    if (category >= 0) sums[category] = (sums[category] ?? 0) + amountOf(respondent);
  }
  return sums;
}
