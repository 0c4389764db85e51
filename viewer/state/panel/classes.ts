import { computed, type ReadonlySignal } from '@preact/signals';
import { findLoneValues } from '../../../geodata/classes/classed.ts';
import { type Classification, type ClassRequest, classify } from '../../../geodata/classes/classify.ts';
import { classifyChange } from '../../../geodata/classes/classify-change.ts';
import type { Colour } from '../../../geodata/classes/colour.ts';
import type { Scheme } from '../../../geodata/classes/scheme.ts';
import { listDifferences } from '../../../geodata/link/difference-classes.ts';
import {
  coloursOf,
  listColumnValues,
  requestOf,
  schemeOf,
  sharesScale,
} from '../../../geodata/link/panel-classes.ts';
import { differenceKind } from '../../../geodata/link/view.ts';
import { view as link } from '../link/view.ts';
import { appearance } from '../screen/appearance.ts';
import { measureOf } from './measure.ts';
import type { PanelCore } from './panel-core.ts';

/** How a panel's figures are divided and coloured. */
export interface PanelClasses {
  readonly classification: Classification;
  /** Of the classes, lowest first. */
  readonly colours: readonly Colour[];
  readonly scheme: Scheme;
}

const none: Classification = { breaks: [], range: null };

/** The panels on screen, some of which share a scale. */
type Panels = ReadonlySignal<readonly PanelCore[]>;

/** The classes of a panel: each part stays the same object for as long as what it follows from does. */
export function createClasses(panel: PanelCore, panels: Panels): ReadonlySignal<PanelClasses | null> {
  const classifyOnce = createClassifier();
  const isThere = computed(() => panel.view.value !== null);
  const classification = computed(() => classifyPanel(panel, panels, classifyOnce));
  const scheme = computed(() => schemeOf(panel.view.value, panel.indicator.value?.polarity));
  const colours = computed(() => coloursOf(classification.value, scheme.value, appearance.value));
  return computed(() => {
    if (!isThere.value) return null;
    return {
      classification: classification.value,
      scheme: scheme.value,
      colours: colours.value,
    };
  });
}

/** By class of a panel: the one value that all of its figures have, in whatever period; null where they differ. */
export function createLoneValues(
  panel: PanelCore,
  classes: ReadonlySignal<PanelClasses | null>,
  panels: Panels,
): ReadonlySignal<readonly (number | null)[]> {
  return computed(() => {
    const request = requestOfPanel(panel);
    if (!classes.value || !request) return [];
    return findLoneValues(listClassified(panel, panels), classes.value.classification, request);
  });
}

/** Classifies; the same arrays of values and the same request again give the same classes, without a second look. */
function createClassifier(): typeof classify {
  let known: { columns: readonly ArrayLike<number>[]; request: string; classes: Classification } | null =
    null;
  return (columns, wanted) => {
    const request = JSON.stringify(wanted);
    const isKnown =
      known?.request === request &&
      known.columns.length === columns.length &&
      known.columns.every((column, index) => column === columns[index]);
    if (known && isKnown) return known.classes;
    const classes = classify(columns, wanted);
    known = { columns, request, classes };
    return classes;
  };
}

function classifyPanel(panel: PanelCore, panels: Panels, classifyOnce: typeof classify): Classification {
  const request = requestOfPanel(panel);
  if (!request) return none;
  const values = listClassified(panel, panels);
  if (values.length === 0) return none;
  return panel.view.value && differenceKind(panel.view.value)
    ? classifyChange(values, request)
    : classifyOnce(values, request);
}

function requestOfPanel(panel: PanelCore): ClassRequest | null {
  const [view, measure] = [panel.view.value, measureOf(panel)];
  return view && measure && requestOf(view, measure.decimals);
}

/** The values that a panel's classes are made of: those of all periods, and of the panels that share its scale. */
function listClassified(panel: PanelCore, panels: Panels): ArrayLike<number>[] {
  const together =
    link.value.scale === 'all'
      ? panels.value.filter((other) => sharesScale(panel.view.value, other.view.value))
      : [panel];
  if (panel.view.value && differenceKind(panel.view.value))
    return together.flatMap(({ figures }) => (figures.value ? [listDifferences(figures.value)] : []));
  if (link.value.scale === 'period') return panel.published.value ? [panel.published.value.values] : [];
  return listColumnValues(together.map(({ column }) => column.value));
}
