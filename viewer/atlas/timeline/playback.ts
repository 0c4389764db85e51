import { batch, signal } from '@preact/signals';
import { differenceKind } from '../../../geodata/link/view.ts';
import { changeView, view } from '../../state/link/view.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { panels } from '../../state/panel/panels.ts';
import { prefersStillness } from '../../state/screen/stillness.ts';
import { positionOn, type Slot } from './axis.ts';
import { momentAt, progressAt } from './moment.ts';
import { stopsOf } from './stops.ts';

/** Whether the slider moves every panel by as many periods as the active one. */
export const together = signal(false);

/** A panel that moves through its periods. */
interface MovingPanel {
  readonly panel: Panel;
  readonly stops: readonly string[];
  /** Where in the stops it started. */
  readonly start: number;
}

/** One drag of the thumb, or one run of playing: what moves, and whether the browser's history has an entry for it yet. */
export interface Playback {
  readonly lead: MovingPanel;
  readonly moving: readonly MovingPanel[];
  hasEntry: boolean;
}

/** The playback of a panel, and of the others where all move together; null where it has no stops. */
export function startPlayback(panel: Panel): Playback | null {
  const lead = prepare(panel);
  if (!lead) return null;
  const others = together.value ? panels.value.filter((other) => other !== panel) : [];
  return { lead, moving: [lead, ...others.flatMap((other) => prepare(other) ?? [])], hasEntry: false };
}

function prepare(panel: Panel): MovingPanel | null {
  const stops = stopsOf(panel);
  const period = panel.view.value?.period ?? '';
  const after = stops.findIndex((stop) => stop >= period);
  return stops.length > 0 ? { panel, stops, start: after < 0 ? stops.length - 1 : after } : null;
}

/** Where among its stops a playback's lead is at a position on the axis. */
export function progressOn({ lead }: Playback, slots: readonly Slot[], position: number): number {
  return progressAt(
    lead.stops.map((stop) => positionOn(slots, stop)),
    position,
  );
}

/**
 * Brings a playback to a position among its lead's stops; the others move as many stops from where they started. Between two
 * periods the link names the nearest, and a playback makes one entry in the browser's history.
 */
export function moveTo(playback: Playback, progress: number): void {
  const moved = (prefersStillness.value ? Math.round(progress) : progress) - playback.lead.start;
  const moments = new Map(
    playback.moving.map(({ panel, stops, start }) => [panel, momentAt(stops, start + moved)]),
  );
  batch(() => {
    showPeriods(playback, new Map([...moments].map(([{ index }, { period }]) => [index, period])));
    for (const [panel, { motion }] of moments) panel.motion.value = canMix(panel) ? motion : null;
  });
}

/** Brings a playback to one of its lead's stops: the link at once, the maps coming from what they showed. */
export function jumpTo(playback: Playback, position: number): void {
  const before = playback.moving.map(({ panel }) => panel.view.value?.period);
  batch(() => {
    moveTo(playback, position);
    playback.moving.forEach(({ panel }, number) => {
      const period = before[number];
      if (period && period !== panel.view.value?.period && canMix(panel))
        panel.motion.value = { period, share: 1 };
    });
  });
}

/** Figures of two periods can be mixed; differences have classes of their own in each. */
function canMix(panel: Panel): boolean {
  const view = panel.view.value;
  if (prefersStillness.value || !view) return false;
  return !differenceKind(view) && !view.pair && view.shows !== 'clusters';
}

function showPeriods(playback: Playback, periods: ReadonlyMap<number, string>): void {
  const before = view.peek();
  const next = before.panels.map((shown, index) => {
    const period = periods.get(index);
    return period === undefined || period === shown.period ? shown : { ...shown, period, boundaryYear: null };
  });
  changeView({ panels: next }, playback.hasEntry ? 'replace' : 'push');
  if (view.peek() !== before) playback.hasEntry = true;
}

/** What is looked at, so that a choice made elsewhere is noticed. */
export function describeShown(): string {
  const { active, carry, panels: all } = view.peek();
  return JSON.stringify([
    active,
    carry,
    all.map(({ indicator, period, level, change }) => [indicator, period, level, change]),
  ]);
}
