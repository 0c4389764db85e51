import { findLoneValues } from '../classes/classed.ts';
import { type Classification, type ClassRequest, classify } from '../classes/classify.ts';
import type { Colour } from '../classes/colour.ts';
import { type Appearance, type Scheme, schemeColours, schemeFor } from '../classes/scheme.ts';
import { type ColumnData, findPeriod } from '../columns/column.ts';
import type { Polarity } from '../indicator.ts';
import { differenceKind } from './difference-kind.ts';
import type { PanelView } from './panel.ts';
import type { ResolvedPanel, ResolvedView } from './resolve.ts';

/** The scheme that was chosen where it suits what is shown, or the one that says what high figures mean. */
export function schemeOf(
  view: Pick<PanelView, 'change' | 'deviation' | 'scheme'> | null,
  polarity: Polarity = 'neutral',
): Scheme {
  const kind = view && differenceKind(view) ? 'diverging' : 'sequential';
  return view?.scheme ?? schemeFor(polarity, kind);
}

/** What a panel's classes are asked for with; `decimals` of what it shows. */
export function requestOf({ classes }: Pick<PanelView, 'classes'>, decimals: number): ClassRequest {
  const { method, count, limits } = classes;
  return { method, classes: count, limits, decimals };
}

/** Colours of the classes, lowest first; none without values. */
export function coloursOf(
  { breaks, range }: Classification,
  scheme: Scheme,
  appearance: Appearance,
): Colour[] {
  return range ? schemeColours(scheme, breaks.length + 1, appearance) : [];
}

/** Panels of one indicator share one scale, so that a colour means the same in both; maps of differences among themselves. */
export function sharesScale(one: ResolvedPanel | null, other: ResolvedPanel | null): boolean {
  return (
    one?.indicator === other?.indicator &&
    one?.change?.kind === other?.change?.kind &&
    one?.deviation === other?.deviation
  );
}

/** The values of all periods of columns, of each column once. */
export function listColumnValues(columns: readonly (ColumnData | null)[]): Float64Array[] {
  const known = new Set(columns.filter((column) => column !== null));
  return [...known].flatMap(({ periods }) => periods.map(({ values }) => values));
}

/** What a panel shows of its column: the place of its period, -1 where it has none, and its classes. */
export interface PanelFigures {
  readonly periodIndex: number;
  readonly classes: Classification;
  /** The one value of each class that has no other. */
  readonly findLone: () => readonly (number | null)[];
}

/** The published figures of a panel with the classes that the view's scale gives them; `columns`: of every panel, in order. */
export function classifyPanel(
  view: ResolvedView,
  index: number,
  columns: readonly (ColumnData | null)[],
  { boundaryYear, decimals }: { readonly boundaryYear: number; readonly decimals: number },
): PanelFigures {
  const panel = view.panels[index];
  const column = columns[index] ?? null;
  if (!panel) throw new RangeError(`The view has no panel ${index}`);
  const periodIndex = findPeriod(column, panel.period, boundaryYear);
  const together =
    view.scale === 'all' ? columns.filter((_, other) => sharesScale(panel, view.panels[other] ?? null)) : [];
  const ofPeriod = [column?.periods[periodIndex]?.values ?? []];
  const values = view.scale === 'period' ? ofPeriod : listColumnValues(together);
  const request = requestOf(panel, decimals);
  const classes = classify(values, request);
  return { periodIndex, classes, findLone: () => findLoneValues(values, classes, request) };
}
