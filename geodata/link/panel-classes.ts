import type { Classification, ClassRequest } from '../classes/classify.ts';
import type { Colour } from '../classes/colour.ts';
import { type Appearance, type Scheme, schemeColours, schemeFor } from '../classes/scheme.ts';
import type { ColumnData } from '../columns/column.ts';
import type { Polarity } from '../indicator.ts';
import { differenceKind } from './difference-kind.ts';
import type { PanelView } from './panel.ts';
import type { ResolvedPanel } from './resolve.ts';

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
