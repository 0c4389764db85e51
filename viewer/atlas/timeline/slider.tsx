import { useSignal } from '@preact/signals';
import { formatPeriod } from '../../../geodata/period.ts';
import { changePanel, language } from '../../state/link/view.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { prefersStillness } from '../../state/screen/stillness.ts';
import { words } from '../../state/screen/words.ts';
import { listSkipped, placeOn, type Slot } from './axis.ts';
import { followKey } from './keys.ts';
import { placeBetween } from './moment.ts';
import { goTo, halt, release, scrub } from './player.ts';
import { fromStopsOf, slots, stopsOf } from './stops.ts';
import { Ticks } from './ticks.tsx';

interface SliderProps {
  readonly panel: Panel;
  /** Hears of periods that a key passed over because they have no figures. */
  readonly onSkip: (periods: readonly string[]) => void;
}

/** The axis of time with its thumb, and in a map of change a second one for the period it is held against. */
export function Slider({ panel, onSkip }: SliderProps) {
  const view = panel.view.value;
  if (!view) return null;
  return (
    <div class="slider">
      <Ticks slots={slots.value} current={view.period} from={view.change?.from ?? null} />
      <PeriodThumb panel={panel} onSkip={onSkip} />
      {view.change && <FromThumb panel={panel} onSkip={onSkip} />}
    </div>
  );
}

function PeriodThumb({ panel, onSkip }: SliderProps) {
  const isHeld = useSignal(false);
  const period = panel.view.value?.period ?? '';
  const move = (input: HTMLInputElement) => {
    if (isHeld.value) scrub(panel, Number(input.value));
    else goTo(panel, findWished(stopsOf(panel), period, Number(input.value)));
    if (!panel.motion.value) input.value = String(placeOfThumb(panel));
  };
  const letGo = () => {
    isHeld.value = false;
    release();
  };
  return (
    <Thumb
      class="thumb"
      label={words.value.timeline.label}
      period={period}
      position={placeOfThumb(panel)}
      onMove={move}
      onKey={(key) => {
        const target = followStops(key, stopsOf(panel), period);
        if (target === null) return false;
        onSkip(skippedTo(target, period));
        goTo(panel, target);
        return true;
      }}
      onHold={() => {
        isHeld.value = true;
        addEventListener('pointerup', letGo, { once: true });
        addEventListener('pointercancel', letGo, { once: true });
      }}
    />
  );
}

function FromThumb({ panel, onSkip }: SliderProps) {
  const hasEntry = useSignal(false);
  const change = panel.view.value?.change;
  if (!change) return null;
  const choose = (from: string | undefined) => {
    if (from === undefined || from === change.from) return;
    halt();
    changePanel({ change: { ...change, from } }, hasEntry.value ? 'replace' : 'push', panel.index);
    hasEntry.value = true;
  };
  return (
    <Thumb
      class="thumb thumb-from"
      label={words.value.timeline.comparedWith}
      period={change.from}
      position={placeOn(slots.value, change.from)}
      onMove={(input) => {
        choose(findWished(fromStopsOf(panel), change.from, Number(input.value)));
        input.value = String(placeOn(slots.value, panel.view.value?.change?.from));
      }}
      onKey={(key) => {
        const target = followStops(key, fromStopsOf(panel), change.from);
        if (target === null) return false;
        onSkip(skippedTo(target, change.from));
        hasEntry.value = false;
        choose(target);
        return true;
      }}
      onHold={() => {
        hasEntry.value = false;
      }}
    />
  );
}

interface ThumbProps {
  readonly class: string;
  readonly label: string;
  readonly period: string;
  readonly position: number;
  readonly onMove: (input: HTMLInputElement) => void;
  /** Whether the key was one of the slider's. */
  readonly onKey: (key: string) => boolean;
  readonly onHold: () => void;
}

function Thumb({ class: name, label, period, position, onMove, onKey, onHold }: ThumbProps) {
  return (
    <input
      type="range"
      class={name}
      min={0}
      max={Math.max(1, slots.value.length - 1)}
      step="any"
      value={position}
      aria-label={label}
      aria-valuetext={period && formatPeriod(period, language.value)}
      onInput={(event) => onMove(event.currentTarget)}
      onKeyDown={(event) => {
        if (onKey(event.key)) event.preventDefault();
      }}
      onPointerDown={onHold}
      onPointerMove={(event) => {
        event.currentTarget.title = describeSlot(
          slots.value,
          event.offsetX / event.currentTarget.clientWidth,
        );
      }}
    />
  );
}

/** Where the thumb stands: at the panel's period, or on the way. */
function placeOfThumb({ view, motion }: Panel): number {
  const position = placeOn(slots.value, view.value?.period);
  if (!motion.value || prefersStillness.value) return position;
  return placeBetween(position, placeOn(slots.value, motion.value.period), motion.value.share);
}

/** The stop nearest to a place; where that is the one on screen, the next in the direction that was asked. */
function findWished(stops: readonly string[], current: string, position: number): string | undefined {
  const distance = (stop: string) => Math.abs(placeOn(slots.value, stop) - position);
  const nearest = [...stops].sort((a, b) => distance(a) - distance(b))[0];
  const asked = Math.round(position) - placeOn(slots.value, current);
  return nearest === current ? stops[stops.indexOf(current) + Math.sign(asked)] : nearest;
}

function followStops(key: string, stops: readonly string[], current: string): string | null {
  const position = followKey(key, stops.indexOf(current), stops.length - 1);
  return position === null ? null : (stops[position] ?? null);
}

function skippedTo(target: string, current: string): string[] {
  return listSkipped(slots.value, placeOn(slots.value, current), placeOn(slots.value, target));
}

/** `2019: geen cijfers` for the period under a share of the slider. */
function describeSlot(all: readonly Slot[], share: number): string {
  const slot = all[Math.round(share * (all.length - 1))];
  if (!slot) return '';
  const period = formatPeriod(slot.period, language.value);
  return slot.hasFigures ? period : words.value.timeline.noFigures(period);
}
