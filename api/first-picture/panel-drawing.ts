import { findEntry } from '../../geodata/catalog.ts';
import type { Colour } from '../../geodata/classes/colour.ts';
import { bivariateColours, clusterColours } from '../../geodata/classes/kind-scheme.ts';
import { type Appearance, appearances } from '../../geodata/classes/scheme.ts';
import type { ColumnPeriod } from '../../geodata/columns/column.ts';
import { sortByBoth } from '../../geodata/connection/bivariate.ts';
import { classifyDifferences, decimalsOf } from '../../geodata/link/difference-classes.ts';
import { differenceKind } from '../../geodata/link/difference-kind.ts';
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
import { readChange } from './panel-change.ts';
import { readClusterKinds } from './panel-clusters.ts';
import { readDeviation } from './panel-deviation.ts';
import { type PanelReadings, type PanelSource, publishedOf } from './panel-readings.ts';

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
  readings: PanelReadings,
): Promise<readonly PanelDrawing[] | null> {
  const differences: (ColumnPeriod | null)[] = [];
  for (const source of sources) {
    const difference = await readDifference(view, source, catalog, readings);
    if (differenceKind(source.panel) && !difference) return null;
    differences.push(difference);
  }
  const drawings: PanelDrawing[] = [];
  for (const [index, source] of sources.entries()) {
    const difference = differences[index];
    const drawing = difference
      ? drawDifference(view, source, difference, differences)
      : holdsKinds(source)
        ? await drawKinds(source, catalog, readings)
        : drawFigures(view, index, sources);
    if (!drawing) return null;
    drawings.push(drawing);
  }
  return drawings;
}

/** From another period, or from the reference; null where a panel shows none, or the browser has to compute it. */
async function readDifference(
  view: ResolvedView,
  source: PanelSource,
  catalog: Catalog,
  readings: PanelReadings,
): Promise<ColumnPeriod | null> {
  const { change, deviation } = source.panel;
  if (change) return readChange(source, view.chance, catalog, readings);
  return deviation ? readDeviation(source, view, catalog, readings) : null;
}

/** Whether a panel shows areas sorted into kinds. */
function holdsKinds({ panel }: PanelSource): boolean {
  return panel.pair !== null || panel.shows === 'clusters';
}

/** Areas sorted into kinds; null where the browser has to. */
function drawKinds(
  source: PanelSource,
  catalog: Catalog,
  readings: PanelReadings,
): Promise<PanelDrawing | null> {
  return source.panel.pair === null ? drawClusters(source, readings) : drawPair(source, catalog, readings);
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

/** `all`: the differences of every panel, some of which share a scale. */
function drawDifference(
  view: ResolvedView,
  { panel, entry }: PanelSource,
  difference: ColumnPeriod,
  all: readonly (ColumnPeriod | null)[],
): PanelDrawing {
  const sharing = all.filter((_, other) => sharesScale(panel, view.panels[other] ?? null));
  const together = view.scale === 'all' ? sharing : [difference];
  const classes = classifyDifferences(
    panel,
    together.filter((each) => each !== null),
    decimalsOf(panel, entry),
  );
  const scheme = schemeOf(panel, entry.polarity);
  return {
    drawn: difference,
    figures: { periodIndex: only, classes, findLone: () => [] },
    colours: inBoth((appearance) => coloursOf(classes, scheme, appearance)),
  };
}

async function drawPair(
  { panel, entry, boundaryYear, column }: PanelSource,
  catalog: Catalog,
  { readColumn }: PanelReadings,
): Promise<PanelDrawing | null> {
  const other = findEntry(catalog, panel.pair ?? '');
  const [others, subject] = [
    await readColumn(other, panel.level),
    column.periods.find((each) => each.period === panel.period && each.boundaryYear === boundaryYear),
  ];
  if (!other || !others || !subject) return null;
  const decimals = { x: entry.decimals, y: other.decimals };
  const found = sortByBoth(subject, others.periods, decimals);
  if (!found) return null;
  const drawn = figuresOfKinds(found.kinds, { ...subject, statuses: found.statuses });
  return colourKinds(drawn, bivariateColours);
}

async function drawClusters(source: PanelSource, readings: PanelReadings): Promise<PanelDrawing | null> {
  const [kinds, figures] = [await readClusterKinds(source, readings), publishedOf(source)];
  if (!kinds || !figures) return null;
  const { polarity } = source.entry;
  return colourKinds(figuresOfKinds(kinds, figures), (appearance) => clusterColours(polarity, appearance));
}

function colourKinds(
  drawn: PanelDrawing['drawn'],
  coloursIn: (appearance: Appearance) => readonly Colour[],
): PanelDrawing {
  const colours = inBoth(coloursIn);
  const breaks = breaksBetweenKinds(colours.light.length);
  return {
    drawn,
    figures: { periodIndex: only, classes: { breaks, range: null }, findLone: () => [] },
    colours,
  };
}

function inBoth(of: (appearance: Appearance) => readonly Colour[]): PanelDrawing['colours'] {
  return Object.fromEntries(
    appearances.map((each) => [each, of(each)]),
  ) as unknown as PanelDrawing['colours'];
}
