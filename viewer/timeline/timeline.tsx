import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { formatPeriod, parsePeriod } from '../../geodata/period.ts';
import { Icon } from '../icon.tsx';
import { words } from '../language/current.ts';
import { indicator, shown } from '../state/catalog.ts';
import { boundaryYearsOf, periodsOf } from '../state/resolve.ts';
import { changePanel, language } from '../state/view.ts';
import { findNearest, placeOf, unitOf } from './places.ts';
import { Ticks } from './ticks.tsx';

const stepTime = 1_400;

/** Chooses the period: a slider with a tick for each that has figures, buttons beside it, and playing them in turn. */
export function Timeline() {
  const text = words.value.timeline;
  const all = indicator.value ? periodsOf(indicator.value) : [];
  const current = shown.value?.period ?? null;
  const unit = current ? unitOf(current) : 'year';
  const periods = all.filter((period) => unitOf(period) === unit);
  const index = current ? periods.indexOf(current) : -1;
  const playing = useSignal(false);
  const underWay = useRef(false);

  const goTo = (period: string | undefined, how: 'push' | 'replace' = 'push') => {
    if (period !== undefined && period !== current) changePanel({ period, boundaryYear: null }, how);
  };
  useEffect(() => {
    if (!playing.value) return;
    const timer = setTimeout(() => {
      goTo(periods[index + 1], 'replace');
      if (index + 2 >= periods.length) playing.value = false;
    }, stepTime);
    return () => clearTimeout(timer);
  }, [playing.value, index]);

  const play = () => {
    playing.value = !playing.value;
    if (playing.value && index >= periods.length - 1) goTo(periods[0]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = keyTargets[event.key]?.(index, periods.length - 1);
    if (target === undefined) return;
    event.preventDefault();
    playing.value = false;
    goTo(periods[target]);
  };
  const onInput = (input: HTMLInputElement) => {
    const nearest = findNearest(periods, Number(input.value));
    playing.value = false;
    if (nearest !== current) goTo(nearest, underWay.current ? 'replace' : 'push');
    underWay.current = true;
    input.value = String(placeOf(nearest));
  };

  if (!current) return <div class="timeline skeleton" aria-hidden="true" />;
  const several = periods.length > 1;
  return (
    <section class="timeline" aria-label={text.label}>
      <UnitChoice all={all} unit={unit} onChoose={goTo} />
      {several && (
        <button
          type="button"
          class="tool"
          aria-label={text.previous}
          title={text.previous}
          disabled={index <= 0}
          onClick={() => goTo(periods[index - 1])}
        >
          <Icon name="left" />
        </button>
      )}
      {several ? (
        <div class="slider">
          <input
            type="range"
            min={placeOf(periods[0] ?? current)}
            max={placeOf(periods.at(-1) ?? current)}
            step="any"
            value={placeOf(current)}
            aria-label={text.label}
            aria-valuetext={formatPeriod(current, language.value)}
            onKeyDown={onKeyDown}
            onInput={(event) => onInput(event.currentTarget)}
            onChange={() => {
              underWay.current = false;
            }}
          />
          <Ticks periods={periods} current={current} />
        </div>
      ) : (
        <p class="only-period">{formatPeriod(current, language.value)}</p>
      )}
      {several && (
        <>
          <button
            type="button"
            class="tool"
            aria-label={text.next}
            title={text.next}
            disabled={index >= periods.length - 1}
            onClick={() => goTo(periods[index + 1])}
          >
            <Icon name="right" />
          </button>
          <button type="button" class="tool tool-play" aria-pressed={playing.value} onClick={play}>
            <Icon name={playing.value ? 'pause' : 'play'} />
            <span class="hidden-text">{playing.value ? text.pause : text.play}</span>
          </button>
        </>
      )}
      <BoundaryChoice period={current} />
    </section>
  );
}

/** What a key goes to, from the place of the period and the last place; undefined: not ours. */
const keyTargets: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowLeft: (index) => Math.max(0, index - 1),
  ArrowDown: (index) => Math.max(0, index - 1),
  ArrowRight: (index, last) => Math.min(last, index + 1),
  ArrowUp: (index, last) => Math.min(last, index + 1),
  PageDown: (index) => Math.max(0, index - 4),
  PageUp: (index, last) => Math.min(last, index + 4),
  Home: () => 0,
  End: (_index, last) => last,
};

interface UnitChoiceProps {
  readonly all: readonly string[];
  readonly unit: string;
  readonly onChoose: (period: string | undefined) => void;
}

/** Years, quarters, months or weeks, where the indicator has more than one of them. */
function UnitChoice({ all, unit, onChoose }: UnitChoiceProps) {
  const text = words.value.timeline;
  const units = (['year', 'quarter', 'month', 'week'] as const).filter((each) =>
    all.some((period) => parsePeriod(period)?.unit === each),
  );
  if (units.length < 2) return null;
  return (
    <select
      aria-label={text.unit}
      value={unit}
      onChange={(event) =>
        onChoose(all.filter((period) => unitOf(period) === event.currentTarget.value).at(-1))
      }
    >
      {units.map((each) => (
        <option key={each} value={each}>
          {text.units[each]}
        </option>
      ))}
    </select>
  );
}

/** In which year's boundaries, where the period has figures in more than one. */
function BoundaryChoice({ period }: { readonly period: string }) {
  const text = words.value.timeline;
  const years = indicator.value ? boundaryYearsOf(indicator.value, period) : [];
  if (years.length < 2) return null;
  return (
    <select
      aria-label={text.boundaries}
      value={shown.value?.boundaryYear ?? years[0]}
      onChange={(event) => {
        const year = Number(event.currentTarget.value);
        changePanel({ boundaryYear: year === years[0] ? null : year });
      }}
    >
      {years.map((year) => (
        <option key={year} value={year}>
          {text.boundariesOf(year)}
        </option>
      ))}
    </select>
  );
}
