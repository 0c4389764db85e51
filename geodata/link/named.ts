import type { MapLevel } from '../level.ts';
import { defaultPanel, defaultView, type View } from './view.ts';

/** Stands for the address of an indicator that whoever opens a link may not know of. */
export const notShown = 'not-shown';

/** Figures that a view shows: an indicator or category, at a level, or at any where it is not on a map. */
export interface NamedFigures {
  readonly address: string;
  readonly level: MapLevel | null;
}

/** The figures that the maps of a view show. */
export function listFigures({ panels, other }: Pick<View, 'panels' | 'other'>): NamedFigures[] {
  const named = [
    ...panels.flatMap(({ indicator, pair, level }) => [
      { address: indicator, level },
      { address: pair, level },
    ]),
    { address: other, level: null },
  ];
  return named.filter(
    (figures): figures is NamedFigures => figures.address !== null && figures.address !== notShown,
  );
}

/** Whether some figures are among others. */
export function isAmong({ address, level }: NamedFigures, figures: readonly NamedFigures[]): boolean {
  return figures.some((each) => each.address === address && each.level === level);
}

/** How many indicators and categories some figures are of. */
export function countAddresses(figures: readonly NamedFigures[]): number {
  return new Set(figures.map(({ address }) => address)).size;
}

/** A view as it is told to who may not know of some of the figures of its maps: those are counted, not named. */
export function hideFigures(view: View, unknown: readonly NamedFigures[]): View {
  const hide = (address: string | null, level: MapLevel | null) =>
    address !== null && isAmong({ address, level }, unknown) ? notShown : address;
  const panels = view.panels.map((panel) => {
    const [indicator, pair] = [hide(panel.indicator, panel.level), hide(panel.pair, panel.level)];
    const own = { ...panel, indicator, pair };
    // Limits of classes and periods say something of the figures.
    return [indicator, pair].includes(notShown)
      ? { ...own, classes: defaultPanel.classes, period: null, change: null, boundaryYear: null }
      : own;
  });
  const isAny = panels.some(({ indicator, pair }) => [indicator, pair].includes(notShown));
  return { ...view, panels, other: hide(view.other, null), ...(isAny && { brush: defaultView.brush }) };
}
