import { batch, signal } from '@preact/signals';
import { differenceKind } from '../../../geodata/link/view.ts';
import { changeView, view } from '../../state/link/view.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { panels } from '../../state/panel/panels.ts';
import { prefersStillness } from '../../state/screen/stillness.ts';
import { placeOn, type Slot } from './axis.ts';
import { momentAt, progressAt } from './moment.ts';
import { stopsOf } from './stops.ts';

/** Whether the slider moves every panel by as many periods as the active one. */
export const together = signal(false);

/** A panel under way through its periods. */
interface Traveller {
  readonly panel: Panel;
  readonly stops: readonly string[];
  /** Where in the stops it set out. */
  readonly start: number;
}

/** One journey of a hand or of playing: what moves, and whether the browser's history has an entry for it yet. */
export interface Journey {
  readonly lead: Traveller;
  readonly travellers: readonly Traveller[];
  hasEntry: boolean;
}

/** A journey of a panel, and of the others where all go together; null where it has nowhere to go. */
export function setOut(panel: Panel): Journey | null {
  const lead = prepare(panel);
  if (!lead) return null;
  const others = together.value ? panels.value.filter((other) => other !== panel) : [];
  return { lead, travellers: [lead, ...others.flatMap((other) => prepare(other) ?? [])], hasEntry: false };
}

function prepare(panel: Panel): Traveller | null {
  const stops = stopsOf(panel);
  const period = panel.view.value?.period ?? '';
  const after = stops.findIndex((stop) => stop >= period);
  return stops.length > 0 ? { panel, stops, start: after < 0 ? stops.length - 1 : after } : null;
}

/** Where among its stops a journey's lead is at a place on the axis. */
export function progressOn({ lead }: Journey, slots: readonly Slot[], position: number): number {
  return progressAt(
    lead.stops.map((stop) => placeOn(slots, stop)),
    position,
  );
}

/**
 * Brings a journey to a place among its lead's stops; the others go as many stops from where they set out. Between two
 * periods the link names the nearest, and a journey makes one entry in the browser's history.
 */
export function travelTo(journey: Journey, progress: number): void {
  const moved = (prefersStillness.value ? Math.round(progress) : progress) - journey.lead.start;
  const moments = new Map(
    journey.travellers.map(({ panel, stops, start }) => [panel, momentAt(stops, start + moved)]),
  );
  batch(() => {
    showPeriods(journey, new Map([...moments].map(([{ index }, { period }]) => [index, period])));
    for (const [panel, { motion }] of moments) panel.motion.value = mixes(panel) ? motion : null;
  });
}

/** Brings a journey to one of its lead's stops: the link at once, the maps coming from what they showed. */
export function jumpTo(journey: Journey, position: number): void {
  const before = journey.travellers.map(({ panel }) => panel.view.value?.period);
  batch(() => {
    travelTo(journey, position);
    journey.travellers.forEach(({ panel }, number) => {
      const period = before[number];
      if (period && period !== panel.view.value?.period && mixes(panel))
        panel.motion.value = { period, share: 1 };
    });
  });
}

/** Figures of two periods can be mixed; differences have classes of their own in each. */
function mixes(panel: Panel): boolean {
  const view = panel.view.value;
  if (prefersStillness.value || !view) return false;
  return !differenceKind(view) && !view.pair && view.shows !== 'clusters';
}

function showPeriods(journey: Journey, periods: ReadonlyMap<number, string>): void {
  const before = view.peek();
  const next = before.panels.map((shown, index) => {
    const period = periods.get(index);
    return period === undefined || period === shown.period ? shown : { ...shown, period, boundaryYear: null };
  });
  changeView({ panels: next }, journey.hasEntry ? 'replace' : 'push');
  if (view.peek() !== before) journey.hasEntry = true;
}

/** What is looked at, so that a choice made elsewhere is noticed. */
export function describeSights(): string {
  const { active, carry, panels: all } = view.peek();
  return JSON.stringify([
    active,
    carry,
    all.map(({ indicator, period, level, change }) => [indicator, period, level, change]),
  ]);
}
