import { findEntry } from '../../geodata/catalog.ts';
import type { Colour } from '../../geodata/classes/colour.ts';
import { bivariateColours } from '../../geodata/classes/kind-scheme.ts';
import { type Appearance, appearances } from '../../geodata/classes/scheme.ts';
import type { ColumnPeriod } from '../../geodata/columns/column.ts';
import { sortByBoth } from '../../geodata/connection/bivariate.ts';
import { classifyDifferences, decimalsOf } from '../../geodata/link/difference-classes.ts';
import { breaksBetweenKinds, figuresOfKinds } from '../../geodata/link/drawn-kinds.ts';
import {
  classifyPanel,
  coloursOf,
  type PanelFigures,
  schemeOf,
  sharesScale,
} from '../../geodata/link/panel-classes.ts';
import type { ResolvedView } from '../../geodata/link/resolve.ts';
import type { Catalog } from '../schemas/catalog.ts';
import { type PanelSource, type ReadOther, readChange } from './panel-change.ts';

/** What the map of a panel draws of its areas, by their index, and in which colours. */
export interface PanelDrawing {
  /** undefined: there are no figures of the period. */
  readonly drawn: Pick<ColumnPeriod, 'values' | 'statuses' | 'reasons'> | undefined;
  readonly figures: PanelFigures;
  /** Of the classes or kinds, lowest first. */
  readonly colours: Readonly<Record<Appearance, readonly Colour[]>>;
}

/** Where a panel's figures are one period alone: differences, or kinds. */
const only = 0;

/** What the maps of a view draw, of every panel in its order; null where the browser has to find it out. */
export async function readDrawings(
  view: ResolvedView,
  sources: readonly PanelSource[],
  catalog: Catalog,
  readOther: (source: PanelSource) => ReadOther,
): Promise<readonly PanelDrawing[] | null> {
  const changes: (ColumnPeriod | null)[] = [];
  for (const source of sources) {
    const change = source.panel.change
      ? await readChange(source, view.chance, catalog, readOther(source))
      : null;
    if (source.panel.change && !change) return null;
    changes.push(change);
  }
  const drawings: PanelDrawing[] = [];
  for (const [index, source] of sources.entries()) {
    const change = changes[index];
    const drawing = change
      ? drawChange(view, source, change, changes)
      : source.panel.pair
        ? await drawPair(source, catalog, readOther(source))
        : drawFigures(view, index, sources);
    if (!drawing) return null;
    drawings.push(drawing);
  }
  return drawings;
}

function drawFigures(
  view: ResolvedView,
  index: number,
  sources: readonly PanelSource[],
): PanelDrawing | null {
  const source = sources[index];
  if (!source) return null;
  const { boundaryYear, entry, column, panel } = source;
  const columns = sources.map((each) => each.column);
  const figures = classifyPanel(view, index, columns, { boundaryYear, decimals: entry.decimals });
  const scheme = schemeOf(panel, entry.polarity);
  return {
    drawn: column.periods[figures.periodIndex],
    figures,
    colours: inBoth((appearance) => coloursOf(figures.classes, scheme, appearance)),
  };
}

/** `all`: the changes of every panel, some of which share a scale. */
function drawChange(
  view: ResolvedView,
  { panel, entry }: PanelSource,
  change: ColumnPeriod,
  all: readonly (ColumnPeriod | null)[],
): PanelDrawing {
  const sharing = all.filter((_, other) => sharesScale(panel, view.panels[other] ?? null));
  const together = view.scale === 'all' ? sharing : [change];
  const classes = classifyDifferences(
    panel,
    together.filter((each) => each !== null),
    decimalsOf(panel, entry),
  );
  const scheme = schemeOf(panel, entry.polarity);
  return {
    drawn: change,
    figures: { periodIndex: only, classes, findLone: () => [] },
    colours: inBoth((appearance) => coloursOf(classes, scheme, appearance)),
  };
}

async function drawPair(
  { panel, entry, boundaryYear, column }: PanelSource,
  catalog: Catalog,
  readOther: ReadOther,
): Promise<PanelDrawing | null> {
  const other = findEntry(catalog, panel.pair ?? '');
  const [others, subject] = [
    await readOther(other),
    column.periods.find((each) => each.period === panel.period && each.boundaryYear === boundaryYear),
  ];
  if (!other || !others || !subject) return null;
  const decimals = { x: entry.decimals, y: other.decimals };
  const found = sortByBoth(subject, others.periods, decimals);
  if (!found) return null;
  const colours = inBoth(bivariateColours);
  const breaks = breaksBetweenKinds(colours.light.length);
  return {
    drawn: figuresOfKinds(found.kinds, { ...subject, statuses: found.statuses }),
    figures: { periodIndex: only, classes: { breaks, range: null }, findLone: () => [] },
    colours,
  };
}

function inBoth(of: (appearance: Appearance) => readonly Colour[]): PanelDrawing['colours'] {
  return Object.fromEntries(
    appearances.map((each) => [each, of(each)]),
  ) as unknown as PanelDrawing['colours'];
}
