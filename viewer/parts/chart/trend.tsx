import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { listPeriods } from '../../../geodata/chart/series.ts';
import type { ChartLine } from '../../state/area/line.ts';
import { words } from '../../state/screen/words.ts';
import { Scrolling } from '../table/scrolling.tsx';
import { BreakNotes } from './break-marks.tsx';
import { TrendChart, type TrendChartProps } from './trend-chart.tsx';
import { TrendTable } from './trend-table.tsx';

interface TrendProps extends TrendChartProps {
  readonly heading: string;
  /** Lines that are named under the chart: those that nothing else on screen names. */
  readonly keyed: readonly ChartLine[];
  /** Says what the pointer is at. */
  readonly readout?: ComponentChildren;
}

/** How figures went through the periods: a chart, with a table behind it that says the same. */
export function Trend({ heading, keyed, readout, ...chart }: TrendProps) {
  const text = words.value.area;
  const asTable = useSignal(false);
  const { title, lines, decimals, current } = chart;
  const periods = listPeriods(lines, current);
  if (periods.length < 2) return <p class="soft small">{text.noTrend}</p>;
  const table = <TrendTable lines={lines} decimals={decimals} current={current} caption={title} />;
  return (
    <section class="trend" aria-label={title}>
      <div class="trend-head">
        <h3>{heading}</h3>
        <button
          type="button"
          class="link small"
          aria-pressed={asTable.value}
          onClick={() => {
            asTable.value = !asTable.value;
          }}
        >
          {text.asTable}
        </button>
      </div>
      {asTable.value ? (
        <Scrolling class="trend-scroll" label={title}>
          {table}
        </Scrolling>
      ) : (
        <>
          <TrendChart {...chart} />
          <BreakNotes lines={lines} periods={periods} />
          <div class="hidden-text">{table}</div>
        </>
      )}
      {!asTable.value && keyed.length > 0 && (
        <ul class="chart-key">
          {keyed.map(({ code, look, name }) => (
            <li key={code} class={`line ${look}`}>
              <LineSample />
              {name}
            </li>
          ))}
        </ul>
      )}
      {!asTable.value && readout && <p class="chart-readout small">{readout}</p>}
    </section>
  );
}

/** A short piece of a line in the look of what it stands in. */
export function LineSample() {
  return (
    <svg class="line-sample" width="24" height="8" aria-hidden="true">
      <path d="M0 4h24" />
    </svg>
  );
}
