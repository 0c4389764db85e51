import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import { shown } from '../catalog.ts';
import { viewParts } from '../link/view.ts';
import type { PanelReference } from '../reference/panel-reference.ts';
import { isHeldBeside } from '../reference/reference.ts';
import { createReference } from '../reference/reference-figures.ts';
import { areOffersDrawn } from '../screen/activity.ts';
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

/** The figures that one view shows and what they are held against: all that is asked of a level that no map draws. */
export interface ShownFigures extends PanelFigures {
  /** The difference from another period, where the view shows that. */
  readonly change: PanelChange;
  /** What the areas are held against, where that is asked for. */
  readonly reference: PanelReference;
  /** The areas held against it, where that is asked for. */
  readonly comparison: PanelComparison;
  readonly deviation: PanelDeviation;
  /** By area index: the figures as published, their change, or how far they lie from the reference. */
  readonly figures: ReadonlySignal<ColumnPeriod | null>;
}

/** What a panel shows, as far as it has come. */
export interface PanelCore extends ShownFigures {
  /** Its number on screen, from 0. */
  readonly index: number;
  /** Where neighbouring areas are alike or unlike in the figures, where the panel shows that. */
  readonly clusters: PanelClusters;
  /** A second indicator on the same map. */
  readonly pair: PanelPair;
  /** Set while the slider of time moves or plays; no part of a link. */
  readonly motion: Signal<Motion | null>;
}

/** What the panel of an index in the link shows. */
export function createPanelCore(index: number): PanelCore {
  const view = computed(() => shown.value?.panels[index] ?? null);
  const own = createShownFigures(view, () => isListed(index));
  const clusters = createClusters(index, view, own.published);
  const pair = createPair(view, own.indicator, own.published);
  return { index, ...own, clusters, pair, motion: signal<Motion | null>(null) };
}

/** The figures that a view shows. They are compared where it shows deviations, and while `isListed` says so. */
export function createShownFigures(view: PanelFigures['view'], isListed = () => false): ShownFigures {
  const own = createPanelFigures(view);
  const change = createChange(own);
  const isCompared = computed(() => isListed() || view.value?.deviation != null);
  const reference = createReference(
    own,
    computed(() => isCompared.value || isHeldBeside()),
  );
  const comparison = createComparison(own, reference, isCompared);
  const deviation = createDeviation(own, reference, comparison);
  const figures = computed(() => {
    if (view.value?.change) return change.figures.value;
    return view.value?.deviation ? deviation.figures.value : own.published.value;
  });
  return { ...own, change, reference, comparison, deviation, figures };
}

/** The page of what differs asks it of figures that the map shows as they are, and so does a card that has something to offer. */
function isListed(index: number): boolean {
  const isAsked = viewParts.page.value === 'differences' || areOffersDrawn.value;
  return isAsked && viewParts.active.value === index;
}
