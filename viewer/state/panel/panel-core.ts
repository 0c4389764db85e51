import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import { shown } from '../catalog.ts';
import { viewParts } from '../link/view.ts';
import type { PanelReference } from '../reference/panel-reference.ts';
import { isHeldBeside } from '../reference/reference.ts';
import { createReference } from '../reference/reference-figures.ts';
import { createChange, type PanelChange } from './change.ts';
import { createClusters, type PanelClusters } from './clusters.ts';
import { createComparison, type PanelComparison } from './comparison.ts';
import { createDeviation, type PanelDeviation } from './deviation.ts';
import { createPair, type PanelPair } from './pair.ts';
import { createPanelFigures, type PanelFigures } from './panel-figures.ts';

/** Under way from the period on screen to another: how far, 0 to 1. */
export interface Motion {
  readonly period: string;
  readonly share: number;
}

/** What a panel shows, as far as it has come. */
export interface PanelCore extends PanelFigures {
  /** Its number on screen, from 0. */
  readonly index: number;
  /** The difference from another period, where the panel shows that. */
  readonly change: PanelChange;
  /** What the areas are held against, where that is asked for. */
  readonly reference: PanelReference;
  /** The areas held against it, where that is asked for. */
  readonly comparison: PanelComparison;
  readonly deviation: PanelDeviation;
  /** Where neighbouring areas are alike or unlike in the figures, where the panel shows that. */
  readonly clusters: PanelClusters;
  /** A second indicator on the same map. */
  readonly pair: PanelPair;
  /** What the panel shows, by area index: the figures as published, their change, or how far they lie from the reference. */
  readonly figures: ReadonlySignal<ColumnPeriod | null>;
  /** Set while the slider of time moves or plays; no part of a link. */
  readonly motion: Signal<Motion | null>;
}

/** What the panel of an index in the link shows; `view` where it shows something else than the link says of that panel. */
export function createPanelCore(
  index: number,
  view: PanelCore['view'] = computed(() => shown.value?.panels[index] ?? null),
): PanelCore {
  const own = createPanelFigures(view);
  const { indicator, published } = own;
  const change = createChange(own);
  const clusters = createClusters(index, view, published);
  const pair = createPair(view, indicator, published);
  const isCompared = computed(() => isListed(index) || view.value?.deviation != null);
  const reference = createReference(
    own,
    computed(() => isCompared.value || isHeldBeside()),
  );
  const comparison = createComparison(own, reference, isCompared);
  const deviation = createDeviation(own, reference, comparison);
  const figures = computed(() => {
    if (view.value?.change) return change.figures.value;
    return view.value?.deviation ? deviation.figures.value : published.value;
  });
  const motion = signal<Motion | null>(null);
  return { index, ...own, change, reference, comparison, deviation, clusters, pair, figures, motion };
}

/** The page of what differs asks it of figures that the map shows as they are. */
function isListed(index: number): boolean {
  return viewParts.page.value === 'differences' && viewParts.active.value === index;
}
