import { batch, signal } from '@preact/signals';
import type { Panel } from '../../state/panel/panel.ts';
import { panels } from '../../state/panel/panels.ts';
import { prefersStillness } from '../../state/screen/stillness.ts';
import { dwell, easeOut, timeAPeriod } from './moment.ts';
import { slots } from './stops.ts';
import { describeSights, type Journey, jumpTo, progressOn, setOut, travelTo } from './travel.ts';

/** Whether the periods follow each other by themselves. */
export const playing = signal(false);

/** The journey of the hand that holds the thumb. */
let held: Journey | null = null;

const settleTime = 250;

/** A tab that was out of sight continues where it was. */
const longestFrame = 100;

/** Goes to one of a panel's periods with figures: the link at once, the map in a quarter of a second. */
export function goTo(panel: Panel, period: string | undefined): void {
  const journey = setOut(panel);
  const position = journey?.lead.stops.indexOf(period ?? '') ?? -1;
  if (!journey || position < 0 || period === panel.view.value?.period) return;
  stopPlaying();
  jumpTo(journey, position);
  settle();
}

/** Follows the thumb while a hand holds it, in between periods too. */
export function scrub(panel: Panel, position: number): void {
  stopPlaying();
  held ??= setOut(panel);
  if (held) travelTo(held, progressOn(held, slots.value, position));
}

/** The hand lets go: the maps come to rest at the nearest period. */
export function release(): void {
  held = null;
  settle();
}

/** Plays a panel's periods from the one on screen, or from the first after the last; or pauses. */
export function togglePlaying(panel: Panel): void {
  if (playing.value) {
    stopPlaying();
    settle();
    return;
  }
  const journey = setOut(panel);
  if (journey) play(journey);
}

/** Ends what moves by itself, at the period that the link names. */
export function halt(): void {
  stopPlaying();
  for (const panel of panels.value) panel.motion.value = null;
}

function play(journey: Journey): void {
  const last = journey.lead.stops.length - 1;
  let progress = journey.lead.start < last ? journey.lead.start : 0;
  let sights = describeSights();
  playing.value = true;
  animate((elapsed) => {
    if (describeSights() !== sights) return halt();
    progress = Math.min(last, progress + elapsed / timeAPeriod(last));
    travelTo(journey, prefersStillness.value ? Math.floor(progress) : dwell(progress));
    sights = describeSights();
    if (progress >= last) halt();
  });
}

function stopPlaying(): void {
  playing.value = false;
  cancelAnimationFrame(frame);
}

/** Lets what was mixed in fade, until every panel shows its period alone. */
function settle(): void {
  const moving = panels.value.flatMap(({ motion }) => (motion.value ? [{ motion, from: motion.value }] : []));
  let time = 0;
  if (moving.length > 0)
    animate((elapsed) => {
      time += elapsed;
      const left = prefersStillness.value ? 0 : easeOut(time / settleTime);
      batch(() => {
        for (const { motion, from } of moving)
          motion.value = left > 0 ? { ...from, share: from.share * left } : null;
      });
      if (left === 0) cancelAnimationFrame(frame);
    });
}

let frame = 0;

/** Calls with the milliseconds since the frame before, once a frame, until the frame is cancelled; ends what ran before. */
function animate(step: (elapsed: number) => void): void {
  cancelAnimationFrame(frame);
  let before: number | null = null;
  const draw = (now: number) => {
    frame = requestAnimationFrame(draw);
    step(Math.min(longestFrame, before === null ? 0 : now - before));
    before = now;
  };
  frame = requestAnimationFrame(draw);
}
