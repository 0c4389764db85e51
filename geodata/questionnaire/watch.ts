import { type AgeBand, ageBands, type Round } from './round.ts';

/** Sheets of a day in a stratum, of people of an age. */
export interface ResponseCount {
  /** `2026-09-03` */
  readonly day: string;
  readonly stratum: string;
  readonly way: 'code' | 'open';
  /** null: not said. */
  readonly ageBand: AgeBand | null;
  readonly count: number;
}

/** A part of the answers that is counted, or withheld as there are too few. */
export interface Counted {
  /** null: more than none, and too few to show. */
  readonly count: number | null;
}

/** What is told of a stratum while a round is open. */
export interface StratumResponse extends Counted {
  readonly area: string;
  readonly invited: number;
  /** Answers that were planned for: invited × expected response. */
  readonly planned: number;
  /** Answers of invited people, as a share of them, 0 to 1; null where the count is not shown. */
  readonly share: number | null;
  /** Whether it stays behind what would have come by now, if answers came in evenly. */
  readonly isLagging: boolean;
}

/** Below this many answers nothing is told of a part: a single one must not stand out. */
export const leastShown = 10;

/** A stratum lags where it has less than this share of what would have come by now. */
const laggingShare = 0.8;
/** Before this share of the days is over nobody lags. */
const earliest = 0.15;

/** How much of a round's days is over, 0 to 1; `today`: `2026-09-03`. */
export function elapsedShare(
  { opensOn, closesOn }: Pick<Round, 'opensOn' | 'closesOn'>,
  today: string,
): number {
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  const length = day(closesOn) - day(opensOn) + 1;
  return Math.min(1, Math.max(0, (day(today) - day(opensOn)) / length));
}

/** Response by stratum against its plan. Only answers with a code count: the open link has no plan. */
export function tellStrata(
  strata: readonly { readonly area: string; readonly invited: number; readonly expectedResponse: number }[],
  counts: readonly ResponseCount[],
  elapsed: number,
): StratumResponse[] {
  const told = strata.map(({ area, invited, expectedResponse }) => {
    const count = sumCounts(counts.filter(({ stratum, way }) => stratum === area && way === 'code'));
    const planned = Math.round(invited * expectedResponse);
    const isLagging = elapsed >= earliest && count < laggingShare * planned * elapsed;
    return { area, invited, planned, count, isLagging };
  });
  return withholdSmall(told).map((stratum) => ({
    ...stratum,
    share: stratum.count === null || stratum.invited === 0 ? null : stratum.count / stratum.invited,
  }));
}

/**
 * Answers by age band. Where the count of one band alone would be withheld, the next smallest is too: the whole is shown,
 * and the one could be computed from it.
 */
export function tellAges(
  counts: readonly ResponseCount[],
): { readonly band: AgeBand | null; readonly count: number | null }[] {
  const all = [...ageBands, null].map((band) => ({
    band,
    count: sumCounts(counts.filter(({ ageBand }) => ageBand === band)),
  }));
  return withholdSmall(all).filter(({ count, band }) => band !== null || count !== 0);
}

/** Answers until the end of each day, from the first on which enough had come. */
export function tellDays(
  counts: readonly ResponseCount[],
): { readonly day: string; readonly count: number }[] {
  const days = [...new Set(counts.map(({ day }) => day))].sort();
  return days.flatMap((day) => {
    const count = sumCounts(counts.filter((one) => one.day <= day));
    return count >= leastShown ? [{ day, count }] : [];
  });
}

/** Answers in all by the way they came; null where too few to show. */
export function tellWays(counts: readonly ResponseCount[]): Record<'code' | 'open', number | null> {
  const of = (way: ResponseCount['way']) => show(sumCounts(counts.filter((one) => one.way === way)));
  return { code: of('code'), open: of('open') };
}

function withholdSmall<Part extends { readonly count: number }>(
  parts: readonly Part[],
): (Omit<Part, 'count'> & Counted)[] {
  const hidden = new Set(parts.filter(({ count }) => show(count) === null));
  if (hidden.size === 1) {
    const [next] = parts
      .filter((part) => part.count > 0 && !hidden.has(part))
      .sort((one, other) => one.count - other.count);
    if (next) hidden.add(next);
  }
  return parts.map((part) => ({ ...part, count: hidden.has(part) ? null : part.count }));
}

function show(count: number): number | null {
  return count === 0 || count >= leastShown ? count : null;
}

function sumCounts(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
