import { useSignal } from '@preact/signals';
import { formatNumber } from '../../geodata/number.ts';
import { formatPeriod } from '../../geodata/period.ts';
import { translate, words } from '../language/current.ts';
import { makeLazy } from '../lazy-part.tsx';
import { type Line, lines } from '../state/benchmarks.ts';
import { indicator } from '../state/catalog.ts';
import { language } from '../state/view.ts';
import { comparable, nameLine } from './comparable.ts';

const TrendChart = makeLazy(
  () => import('../chart/trend-chart.tsx').then((module) => module.TrendChart),
  () => <div class="trend-chart" />,
);

/** How the figure went through the periods, as a chart with a table that says the same. */
export function TrendSection() {
  const text = words.value.area;
  const asTable = useSignal(false);
  const periods = new Set(lines.value?.[0]?.points.map(({ period }) => period));
  if (!lines.value || !indicator.value) return <div class="trend-chart" aria-hidden="true" />;
  if (periods.size < 2) return <p class="soft small">{text.noTrend}</p>;
  return (
    <section
      class="trend"
      aria-label={text.trendLabel(translate(indicator.value.name), lines.value[0]?.name ?? '')}
    >
      <div class="trend-head">
        <h3>{text.trend}</h3>
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
        <TrendTable lines={comparable(lines.value)} />
      ) : (
        <>
          <TrendChart />
          <div class="hidden-text">
            <TrendTable lines={comparable(lines.value)} />
          </div>
        </>
      )}
    </section>
  );
}

function TrendTable({ lines: shownLines }: { readonly lines: readonly Line[] }) {
  const text = words.value;
  const decimals = indicator.value?.decimals ?? 0;
  const periods = shownLines[0]?.points.map(({ period }) => period) ?? [];
  return (
    <table class="trend-table">
      <thead>
        <tr>
          <th scope="col">{text.area.period}</th>
          {shownLines.map((line) => (
            <th scope="col" key={line.code} class="number">
              {nameLine(line, shownLines)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period}>
            <th scope="row">{formatPeriod(period, language.value)}</th>
            {shownLines.map(({ code, points }) => {
              const point = points.find((each) => each.period === period);
              return (
                <td key={code} class="number">
                  {point?.value != null
                    ? formatNumber(point.value, decimals, language.value)
                    : text.statuses[point?.status ?? 'missing']}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
