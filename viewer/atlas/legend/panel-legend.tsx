import { chanceColour } from '../../../geodata/classes/absence-pattern.ts';
import { formatColour } from '../../../geodata/classes/colour.ts';
import { describeClasses, writeShortLimits } from '../../parts/class-labels.ts';
import { FillSwatch } from '../../parts/fill.tsx';
import { nameAbsence } from '../../parts/status-text.ts';
import { nameTest } from '../../parts/test-names.ts';
import { changeView, view, viewParts } from '../../state/link/view.ts';
import { measureOf } from '../../state/panel/measure.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { appearance } from '../../state/screen/appearance.ts';
import { words } from '../../state/screen/words.ts';
import { isBrushed, pressBrush, spanOfClass } from './brushing.ts';
import { ClusterEntries } from './cluster-entries.tsx';
import { useBarDrag } from './dragging.ts';
import { PairEntries } from './pair-entries.tsx';

/** In a panel beside others: a bar a class, as high as the number of its areas, over the limits of the classes. */
export function PanelLegend({ panel }: { readonly panel: Panel }) {
  if (panel.kinds.value)
    return (
      <div class="panel-legend panel-kinds" role="group" aria-label={words.value.legend.label}>
        {panel.view.value?.pair ? (
          <PairEntries panel={panel} isShort />
        ) : (
          <ClusterEntries panel={panel} isShort />
        )}
      </div>
    );
  return <ClassBars panel={panel} />;
}

function ClassBars({ panel }: { readonly panel: Panel }) {
  const text = words.value;
  const [classes, counted, measure] = [panel.classes.value, panel.counts.value, measureOf(panel)];
  const drag = useBarDrag(panel, classes?.classification.breaks ?? []);
  if (!classes || !counted || !measure || !classes.classification.range) return null;
  const { classification, colours } = classes;
  const { counts, absenceCounts, reasonCounts, chanceCount } = counted;
  const test = viewParts.chance.value === 'off' ? null : nameTest(panel);
  const most = Math.max(1, ...counts);
  const level = text.levels[panel.view.value?.level ?? 'neighbourhood'].many;
  const press = (what: Parameters<typeof pressBrush>[2], extend: boolean) =>
    changeView({ brush: pressBrush(view.peek().brush, panel.index, what, extend) });
  return (
    <div class="panel-legend" role="group" aria-label={text.legend.label}>
      <div class="bars" {...drag}>
        {describeClasses(classes, measure, panel.loneValues.value).map((label, index) => {
          const span = spanOfClass(classification.breaks, index);
          const count = counts[index] ?? 0;
          return (
            <button
              key={label}
              type="button"
              data-class={index}
              title={`${label}: ${text.legend.areas(String(count), level)}`}
              aria-label={`${label}: ${text.legend.areas(String(count), level)}`}
              aria-pressed={isBrushed(viewParts.brush.value, panel.index, span)}
              onClick={(event) => press(span, event.shiftKey)}
            >
              <span
                style={{
                  height: `${(count / most) * 100}%`,
                  background: formatColour(colours[index] ?? [0, 0, 0]),
                }}
              />
            </button>
          );
        })}
      </div>
      <div class="limits" aria-hidden="true">
        {writeShortLimits(classification.breaks, measure).map((limit, index) => (
          <span
            key={classification.breaks[index]}
            style={{ left: `${((index + 1) / counts.length) * 100}%` }}
          >
            {limit}
          </span>
        ))}
      </div>
      <div class="panel-absences">
        {test && (
          <span class="panel-chance" title={test}>
            <span class="swatch" style={{ background: formatColour(chanceColour(appearance.value)) }} />
            <span class="hidden-text">{test}</span>
            {chanceCount}
          </span>
        )}
        {[...absenceCounts]
          .filter(([, count]) => count > 0)
          .map(([absence, count]) => (
            <button
              key={absence}
              type="button"
              title={nameAbsence(absence, panel.indicator.value, reasonCounts)}
              aria-label={`${nameAbsence(absence, panel.indicator.value, reasonCounts)}: ${text.legend.areas(String(count), level)}`}
              aria-pressed={isBrushed(viewParts.brush.value, panel.index, absence)}
              onClick={() => press(absence, false)}
            >
              <FillSwatch absence={absence} />
              <span>{count}</span>
            </button>
          ))}
      </div>
    </div>
  );
}
