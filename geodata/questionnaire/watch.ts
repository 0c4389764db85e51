import { daysBetween } from '../day.ts';
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

/** Below this many answers nothing is told of a part, nor that it has none: a single one, the first too, must not stand out. */
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
  const length = daysBetween(opensOn, closesOn) + 1;
  return Math.min(1, Math.max(0, daysBetween(opensOn, today) / length));
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
    // Of a count that is not told it must not say more than that.
    const isLagging =
      elapsed >= earliest && Math.max(count, leastShown - 1) < laggingShare * planned * elapsed;
    return { area, invited, planned, count, isLagging };
  });
  return withholdSmall(told).map((stratum) => ({
    ...stratum,
    share: stratum.count === null || stratum.invited === 0 ? null : stratum.count / stratum.invited,
  }));
}

/** Answers by age band, from the youngest that is asked to who did not say; of ways that enough came by. */
export function tellAges(
  counts: readonly ResponseCount[],
  ageFrom: Round['ageFrom'],
): { readonly band: AgeBand | null; readonly count: number | null }[] {
  const told = listTold(counts);
  const asked = ageBands.filter((band) => Number.parseInt(band, 10) >= ageFrom);
  const all = [...asked, null].map((band) => ({
    band,
    count: sumCounts(told.filter(({ ageBand }) => ageBand === band)),
  }));
  return withholdSmall(all);
}

/** Answers until the end of each day, from the first on which enough had come; of ways that enough came by. */
export function tellDays(
  counts: readonly ResponseCount[],
): { readonly day: string; readonly count: number }[] {
  const told = listTold(counts);
  const days = [...new Set(told.map(({ day }) => day))].sort();
  return days.flatMap((day) => {
    const count = sumCounts(told.filter((one) => one.day <= day));
    return count >= leastShown ? [{ day, count }] : [];
  });
}

/** Answers in all by the way they came; null where too few to show. Without an open link nobody comes by it. */
export function tellWays(
  counts: readonly ResponseCount[],
  hasOpenLink: boolean,
): Record<'code' | 'open', number | null> {
  return { code: show(countWay(counts, 'code')), open: hasOpenLink ? show(countWay(counts, 'open')) : 0 };
}

/** The answers of the ways that enough came by: of another the count would follow from these and the count of the first. */
function listTold(counts: readonly ResponseCount[]): ResponseCount[] {
  return counts.filter(({ way }) => show(countWay(counts, way)) !== null);
}

function countWay(counts: readonly ResponseCount[], way: ResponseCount['way']): number {
  return sumCounts(counts.filter((one) => one.way === way));
}

/** Withholds small counts, and the next smallest where those together are few: the whole is shown, and they follow from it. */
function withholdSmall<Part extends { readonly count: number }>(
  parts: readonly Part[],
): (Omit<Part, 'count'> & Counted)[] {
  const hidden = new Set(parts.filter(({ count }) => show(count) === null));
  // What is added is enough by itself: one does.
  const [next] = parts.filter((part) => !hidden.has(part)).sort((one, other) => one.count - other.count);
  if (next && hidden.size > 0 && show(sumCounts([...hidden])) === null) hidden.add(next);
  return parts.map((part) => ({ ...part, count: hidden.has(part) ? null : part.count }));
}

function show(count: number): number | null {
  return count >= leastShown ? count : null;
}

function sumCounts(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
