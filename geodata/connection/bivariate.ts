import { classOf } from '../classes/classed.ts';
import { classify } from '../classes/classify.ts';
import { decodeColumn } from '../columns/column.ts';
import { boundaryChanged } from '../comparing/change-status.ts';
import { absentArea, statuses } from '../observation.ts';
import { noKind } from './clusters.ts';
import { chooseFigures, judgePair, matchFigures, type PeriodFigures } from './match.ts';

/** Classes of each of the two indicators: more than three would give more colours than people tell apart. */
export const classesEach = 3;

export interface BivariateInput {
  readonly subject: PeriodFigures;
  /** Column of the other indicator, as it was sent. */
  readonly other: Uint8Array;
  /** Decimals that each is shown with. */
  readonly decimals: { readonly x: number; readonly y: number };
}

/** Two indicators on one map. Every array has an entry for each area index. */
export interface BivariateMap {
  /** Class of the other × `classesEach` + class of the subject, lowest first; `noKind` without both figures. */
  readonly kinds: Uint8Array;
  /** As maps draw them: of an area without both figures that of the one that lacks. */
  readonly statuses: Uint8Array;
  /** Inner limits of the classes of each; fewer than two where figures are few or alike. */
  readonly breaks: { readonly x: readonly number[]; readonly y: readonly number[] };
  /** Figures of the other indicator; NaN where an area lacks either. */
  readonly other: Float64Array;
  readonly period: string;
  readonly boundaryYear: number;
}

/**
 * Divides the areas that have both figures into thirds by each, and sorts them by both. null where the other has no figures.
 * Yields the share that is done.
 */
export function* mapPair({
  subject,
  other,
  decimals,
}: BivariateInput): Generator<number, BivariateMap | null> {
  const { periods } = decodeColumn(other);
  yield 0.5;
  return sortByBoth(subject, periods, decimals);
}

/** The same from all figures of the other indicator. */
export function sortByBoth(
  subject: PeriodFigures,
  others: readonly PeriodFigures[],
  decimals: BivariateInput['decimals'],
): BivariateMap | null {
  const figures = chooseFigures(others, subject);
  if (!figures) return null;
  const match = matchFigures(subject, figures);
  const divide = (values: Float64Array, side: 'x' | 'y') =>
    classify([values], { method: 'quantile', classes: classesEach, decimals: decimals[side] }).breaks;
  const breaks = { x: divide(match.one, 'x'), y: divide(match.other, 'y') };
  const kinds = Uint8Array.from(match.one, (value, index) =>
    Number.isNaN(value)
      ? noKind
      : classesEach * classIn(match.other[index] ?? 0, breaks.y) + classIn(value, breaks.x),
  );
  const { period, boundaryYear } = figures;
  return {
    kinds,
    statuses: drawStatuses(subject, figures),
    breaks,
    other: match.other,
    period,
    boundaryYear,
  };
}

/** The class of a figure among three: of two classes the outer ones, of one the middle. */
function classIn(value: number, breaks: readonly number[]): number {
  return spreadClass(classOf(value, breaks), breaks.length + 1);
}

/** Where a class of so many stands among `classesEach`. */
export function spreadClass(index: number, count: number): number {
  return count === 1 ? 1 : Math.round((index * (classesEach - 1)) / (count - 1));
}

function drawStatuses(subject: PeriodFigures, other: PeriodFigures): Uint8Array {
  return subject.statuses.map((code, index) => {
    if (code === absentArea) return absentArea;
    const reason = judgePair(subject, other, index);
    if (reason === null) return Math.max(code, other.statuses[index] ?? 0);
    return reason === 'boundary-changed' || reason === 'no-weight'
      ? boundaryChanged
      : statuses.indexOf(reason);
  });
}
