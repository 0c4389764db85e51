import { computed } from '@preact/signals';
import { growsWithArea } from '../../../geodata/comparing/comparability.ts';
import { listBreaks } from '../../parts/chart/line-breaks.ts';
import { Trend } from '../../parts/chart/trend.tsx';
import { lines, ownLine } from '../../state/area/benchmarks.ts';
import type { ChartLine } from '../../state/area/line.ts';
import { createLineages } from '../../state/area/redrawn.ts';
import { indicator, shown } from '../../state/catalog.ts';
import { areaStories } from '../../state/contributions.ts';
import { changePanel, changeView } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/words.ts';
import { comparable, nameLine } from './comparison.tsx';

const lineages = createLineages(computed(() => lines.value ?? []));

/** The area's line through the periods, with its bounds, and the lines of what it is held against. */
export function AreaTrend() {
  const text = words.value.area;
  const [all, meant] = [comparable(lines.value ?? []), indicator.value];
  const [own] = all;
  if (!own || !meant) return null;
  const plain = { label: '', isFaint: false };
  const wholes: ChartLine[] = all.map((line, index) => ({
    ...plain,
    code: line.code,
    name: nameLine(line, all),
    look: `line-${index}`,
    points: line.points,
    breaks: listBreaks(line.code, line.points, meant, lineages.value),
  }));
  const held = growsWithArea(meant) ? null : ownLine.value;
  const drawn = held ? [...wholes, { ...held, ...plain, look: 'line-held', breaks: [] }] : wholes;
  return (
    <Trend
      heading={text.trend}
      title={text.trendLabel(translate(meant.name), own.name)}
      keyed={drawn.length > 1 ? drawn : []}
      lines={drawn}
      decimals={meant.decimals}
      current={shown.value?.period ?? ''}
      highlighted={own.code}
      height={148}
      marks={listMarks()}
      onChoose={(period) => changePanel({ period, boundaryYear: null })}
    />
  );
}

/** The stories of the area, each at the period that it is about. */
function listMarks() {
  return (areaStories.current.value ?? []).flatMap(({ id, title, period }) =>
    period ? { period, title, open: () => changeView({ page: 'contribution', contribution: id }) } : [],
  );
}
