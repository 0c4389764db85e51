import { computed, useSignal } from '@preact/signals';
import { listPeriods } from '../../../geodata/chart/series.ts';
import { ignoresSize } from '../../../geodata/comparing/comparability.ts';
import { formatValue } from '../../../geodata/number.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { Nearest } from '../../parts/chart/line.ts';
import { listBreaks } from '../../parts/chart/line-breaks.ts';
import { Trend } from '../../parts/chart/trend.tsx';
import { isRemarked, nameStatus } from '../../parts/status-text.ts';
import type { ChartLine } from '../../state/area/line.ts';
import { createLineages } from '../../state/area/redrawn.ts';
import { changePanel, language } from '../../state/link/view.ts';
import { nameOf } from '../../state/panel/measure.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { words } from '../../state/screen/words.ts';
import { highlight, highlighted } from './highlight.ts';
import { referenceLook } from './look.ts';
import { members } from './members.ts';
import { referenceName, wholeReference } from './reference.ts';
import { observationsOf, pointsOf } from './series.ts';

const lineages = createLineages(
  computed(() => members.value.map(({ code }) => ({ points: pointsOf(code, activePanel.value) }))),
);

/** The lines of all selected areas through time, numbered, beside a thin line of what they are held against. */
export function SelectionTrend() {
  const text = words.value.selection;
  const pointed = useSignal<Nearest | null>(null);
  const panel = activePanel.value;
  const [meant, period] = [panel.indicator.value, panel.view.value?.period];
  if (!meant || !period) return null;
  if (!observationsOf(panel)) return <div class="trend-chart selection-waiting" aria-hidden="true" />;
  const lines = [...memberLines(), ...referenceLines()];
  const periods = listPeriods(lines, period);
  const write = (each: string | undefined) => formatPeriod(each ?? period, language.value);
  const title = text.trend(nameOf(panel), write(periods[0]), write(periods.at(-1)));
  const found = pointed.value ?? (highlighted.value ? { code: highlighted.value, period } : null);
  return (
    <Trend
      heading={title}
      title={title}
      keyed={referenceLines()}
      readout={found ? describePoint(lines, found) : <span class="soft">{text.chartHint}</span>}
      lines={lines}
      decimals={meant.decimals}
      current={period}
      highlighted={pointed.value?.code ?? highlighted.value}
      height={216}
      onChoose={(chosen) => changePanel({ period: chosen, boundaryYear: null })}
      onPoint={(point) => {
        pointed.value = point;
        highlight(point?.code ?? null);
      }}
    />
  );
}

function memberLines(): ChartLine[] {
  return members.value.map(({ code, name, number, look, isBrushed }) => ({
    code,
    name,
    look,
    label: String(number),
    isFaint: isBrushed === false,
    ...pointsAndBreaks(code),
  }));
}

/** The region or the country, where figures do not grow with the area. An area of the selection has its line already. */
function referenceLines(): ChartLine[] {
  const code = wholeReference();
  const kind = activePanel.value.indicator.value?.kind ?? 'count';
  if (code === null || !ignoresSize({ kind, change: null })) return [];
  const drawn = pointsAndBreaks(code);
  return [{ code, name: referenceName(), look: referenceLook, label: '', isFaint: false, ...drawn }];
}

function pointsAndBreaks(code: string): Pick<ChartLine, 'points' | 'breaks'> {
  const points = pointsOf(code, activePanel.value);
  const meant = activePanel.value.indicator.value;
  return { points, breaks: meant ? listBreaks(code, points, meant, lineages.value) : [] };
}

/** `3 Pathmos, 2021: 84,2 per 1.000 inwoners (voorlopig)`. */
function describePoint(lines: readonly ChartLine[], { code, period }: Nearest): string {
  const line = lines.find((each) => each.code === code);
  const meant = activePanel.value.indicator.value;
  const point = line?.points.find((each) => each.period === period);
  if (!line || !meant) return '';
  const value = point?.value == null ? null : formatValue(point.value, meant, language.value);
  const status = point?.status ?? 'missing';
  const figure =
    value === null
      ? nameStatus(status, meant, point?.reason)
      : point && isRemarked(point)
        ? `${value} (${nameStatus(status, meant, point.reason)})`
        : value;
  return `${line.label} ${line.name}, ${formatPeriod(period, language.value)}: ${figure}`.trim();
}
