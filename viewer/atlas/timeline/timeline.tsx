import { useSignal } from '@preact/signals';
import { periodsOf } from '../../../geodata/link/resolve.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import { unitOf } from '../../../geodata/period-axis.ts';
import { CarryChoice } from '../../parts/choices/carry-choice.tsx';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { language, view } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { words } from '../../state/screen/words.ts';
import { listSkipped, placeOn } from './axis.ts';
import { BoundaryChoice, UnitChoice } from './choices.tsx';
import { goTo, playing, togglePlaying } from './player.ts';
import { Slider } from './slider.tsx';
import { slots, stopsOf } from './stops.ts';
import { together } from './travel.ts';

/** Chooses the period of the active panel: an axis of time, buttons beside it, and playing the periods in turn. */
export function Timeline() {
  const text = words.value.timeline;
  const skipped = useSignal<readonly string[]>([]);
  const panel = activePanel.value;
  const period = panel.view.value?.period;
  if (!panel.indicator.value || period === undefined)
    return <div class="timeline skeleton" aria-hidden="true" />;
  const all = periodsOf(panel.indicator.value);
  const stops = stopsOf(panel);
  const index = stops.indexOf(period);
  const go = (target: string | undefined) => {
    const at = (of: string | undefined) => placeOn(slots.value, of);
    skipped.value = listSkipped(slots.value, at(period), at(target));
    goTo(panel, target);
  };
  const isAlone = stops.length < 2 && !panel.view.value?.change;
  return (
    <section class="timeline" aria-label={text.label}>
      <Whose />
      <UnitChoice all={all} unit={unitOf(period)} />
      {isAlone ? (
        <p class="only-period">{formatPeriod(period, language.value)}</p>
      ) : (
        <div class="timeline-axis">
          <StepButton icon="left" name={text.previous} target={stops[index - 1]} onGo={go} />
          <Slider
            panel={panel}
            onSkip={(periods) => {
              skipped.value = periods;
            }}
          />
          <StepButton icon="right" name={text.next} target={stops[index + 1]} onGo={go} />
          <button
            type="button"
            class="tool tool-play"
            aria-pressed={playing.value}
            title={playing.value ? text.pause : text.play}
            onClick={() => togglePlaying(panel)}
          >
            <Icon name={playing.value ? 'pause' : 'play'} />
            <span class="hidden-text">{playing.value ? text.pause : text.play}</span>
          </button>
        </div>
      )}
      <BoundaryChoice period={period} />
      <CarryChoice />
      <p class="hidden-text" role="status" data-live="time">
        {describeSkipped(skipped.value)}
      </p>
    </section>
  );
}

interface StepButtonProps {
  readonly icon: IconName;
  readonly name: string;
  readonly target: string | undefined;
  readonly onGo: (target: string | undefined) => void;
}

function StepButton({ icon, name, target, onGo }: StepButtonProps) {
  return (
    <button
      type="button"
      class="tool"
      aria-label={name}
      title={name}
      disabled={target === undefined}
      onClick={() => onGo(target)}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Beside other panels: of which one the axis speaks, and whether the others go along. */
function Whose() {
  const { panels, active } = view.value;
  if (panels.length < 2) return null;
  return (
    <div class="whose">
      <strong>{words.value.compare.panel(active + 1)}</strong>
      <label title={words.value.timeline.togetherHint}>
        <input
          type="checkbox"
          checked={together.value}
          onChange={(event) => {
            together.value = event.currentTarget.checked;
          }}
        />
        <span>{words.value.timeline.together}</span>
      </label>
    </div>
  );
}

function describeSkipped(periods: readonly string[]): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return '';
  const write = (period: string) => formatPeriod(period, language.value);
  const text = words.value.timeline;
  return first === last ? text.noFigures(write(first)) : text.noFiguresBetween(write(first), write(last));
}
