import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatPeriod, parsePeriod } from '../../../geodata/period.ts';
import { indicator } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { listStretches, positionOn, type Slot } from './axis.ts';
import { chooseLabels, writeYears } from './labels.ts';

/** Of more periods than this, those without figures are told by the gap in the line alone. */
const mostMarks = 40;

interface TicksProps {
  readonly slots: readonly Slot[];
  readonly current: string;
  /** What a change is held against. */
  readonly from: string | null;
}

/** The axis: a line where there are figures and dots where there are none, a mark a period, and names where there is room. */
export function Ticks({ slots, current, from }: TicksProps) {
  const room = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      width.value = Math.round((entry?.contentRect.width ?? 0) / textScale());
    });
    if (room.current) observer.observe(room.current);
    return () => observer.disconnect();
  }, []);
  const last = Math.max(1, slots.length - 1);
  const chosen = from === null ? [current] : [current, from];
  const labels = width.value > 0 ? chooseLabels({ slots, chosen, width: width.value, shorten }) : [];
  const ends = chosen.map((period) => positionOn(slots, period)).sort((a, b) => a - b);
  return (
    <div class="ticks" ref={room} aria-hidden="true">
      {listStretches(slots).map(([begin, end]) => (
        <span key={begin} class="stretch" style={{ '--from': begin / last, '--to': end / last }} />
      ))}
      {from !== null && (
        <span
          class="stretch stretch-change"
          style={{ '--from': (ends[0] ?? 0) / last, '--to': (ends[1] ?? 0) / last }}
        />
      )}
      <Marks slots={slots} />
      {labels.map(({ position, text }) => (
        <span
          key={position}
          class={chosen.includes(slots[position]?.period ?? '') ? 'axis-name chosen' : 'axis-name'}
          style={{ '--share': position / last }}
        >
          {text}
        </span>
      ))}
    </div>
  );
}

/** How many times its usual size the text of the page has: names take that much of the axis more. */
function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / usualTextSize;
}

/** Pixels. */
const usualTextSize = 16;

/** Apart, for they stay as they are while the period changes, and of months there are hundreds. */
function Marks({ slots }: Pick<TicksProps, 'slots'>) {
  const last = Math.max(1, slots.length - 1);
  const provisional = listProvisional();
  return slots.map((slot, position) => {
    const kind = kindOf(slot, slots.length, provisional);
    return kind && <i key={slot.period} class={kind} style={{ '--share': position / last }} />;
  });
}

function listProvisional(): ReadonlySet<string> {
  const periods = indicator.value?.periods ?? [];
  return new Set(periods.filter(({ status }) => status === 'provisional').map(({ period }) => period));
}

/** The classes of a period's mark; null where it gets none. */
function kindOf(
  { period, hasFigures }: Slot,
  count: number,
  provisional: ReadonlySet<string>,
): string | null {
  const isDense = count > mostMarks;
  if (!hasFigures) return isDense ? null : 'mark mark-empty';
  const names = ['mark'];
  if (isDense && parsePeriod(period)?.ordinal !== 1) names.push('mark-small');
  if (provisional.has(period)) names.push('mark-provisional');
  return names.join(' ');
}

/** `mrt 2024` where the whole name would be too long. */
function shorten(period: string): string {
  const parsed = parsePeriod(period);
  if (!parsed || parsed.unit === 'year') return period;
  if (parsed.unit === 'years') return writeYears(parsed);
  if (parsed.unit !== 'month') return formatPeriod(period, language.value).replace(/ (van|of) /, ' ');
  const name = new Intl.DateTimeFormat(language.value, { month: 'short', timeZone: 'UTC' });
  return `${name.format(Date.UTC(parsed.year, parsed.ordinal - 1))} ${parsed.year}`;
}
