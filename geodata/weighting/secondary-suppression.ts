import type { Level } from '../level.ts';

/** An area with how many answered in it; `isShown`: its figure is given, with that number. */
export interface CountedArea {
  readonly code: string;
  readonly level: Level;
  /** Code of the area that it lies in, which need not be one of those given. */
  readonly parent: string | null;
  readonly count: number;
  readonly isShown: boolean;
}

const smallToLarge: readonly Level[] = ['neighbourhood', 'district', 'municipality', 'region'];

/**
 * Secondary suppression (Hundepool et al., Statistical Disclosure Control, 2012, 4.2): the shown areas that have to be
 * hidden as well, so that no set of fewer than `hiddenBelow` answers follows by subtraction from what stays shown.
 *
 * What can be computed from figures of areas that lie in each other is, of each shown area, what is left of it without
 * the largest shown areas within it (its remainder), and sums of those. While a remainder is too small the smallest of
 * those areas is hidden, and its own remainder joins it. Areas are taken from small to large: hiding one changes no
 * remainder but that of the area that is looked at, so that once is enough.
 */
export function listSecondarySuppressions(
  areas: readonly CountedArea[],
  hiddenBelow: number,
): ReadonlySet<string> {
  const counts = new Map(areas.filter(({ isShown }) => isShown).map(({ code, count }) => [code, count]));
  const parts = new Map<string | null, CountedArea[]>();
  for (const area of areas) parts.set(area.parent, [...(parts.get(area.parent) ?? []), area]);
  const listShownWithin = (code: string): string[] =>
    (parts.get(code) ?? []).flatMap((part) =>
      counts.has(part.code) ? [part.code] : listShownWithin(part.code),
    );
  const countOf = (code: string) => counts.get(code) ?? 0;
  const countRemainder = (code: string) =>
    listShownWithin(code).reduce((rest, part) => rest - countOf(part), countOf(code));
  const hidden = new Set<string>();
  const protect = (code: string): void => {
    const rest = countRemainder(code);
    if (!counts.has(code) || rest <= 0 || rest >= hiddenBelow) return;
    // One without a remainder adds nothing by itself: then something within it is hidden next.
    const [least] = listShownWithin(code).sort(
      (one, other) =>
        Number(countRemainder(one) <= 0) - Number(countRemainder(other) <= 0) ||
        countOf(one) - countOf(other) ||
        one.localeCompare(other),
    );
    if (least === undefined) return;
    counts.delete(least);
    hidden.add(least);
    protect(code);
  };
  for (const level of smallToLarge) for (const area of areas) if (area.level === level) protect(area.code);
  return hidden;
}
