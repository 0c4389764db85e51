import type { ComponentChildren } from 'preact';
import { type Absence, chanceColour } from '../../../geodata/classes/absence-pattern.ts';
import { formatColour } from '../../../geodata/classes/colour.ts';
import { differenceKind, isPairSpan, type ValueSpan } from '../../../geodata/link/view.ts';
import { BrushRange } from '../../parts/brush-range.tsx';
import { describeClasses } from '../../parts/class-labels.ts';
import { FillSwatch } from '../../parts/fill.tsx';
import { explainStatus, nameAbsence } from '../../parts/status-text.ts';
import { nameTest, sayUntested } from '../../parts/test-names.ts';
import { changeView, view, viewParts } from '../../state/link/view.ts';
import type { PanelCounts } from '../../state/panel/counts.ts';
import { measureOf } from '../../state/panel/measure.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { appearance } from '../../state/screen/appearance.ts';
import { words } from '../../state/screen/words.ts';
import { isBrushed, pressBrush, spanOfClass } from './brushing.ts';
import { useBarDrag } from './dragging.ts';

/** The classes of a panel with a bar as long as the number of its areas; a press lets those areas stand out everywhere. */
export function Entries({ panel }: { readonly panel: Panel }) {
  const text = words.value;
  const [classes, counted, measure] = [panel.classes.value, panel.counts.value, measureOf(panel)];
  const drag = useBarDrag(panel, classes?.classification.breaks ?? []);
  if (!classes || !counted || !measure) return null;
  const { colours, classification } = classes;
  const { counts, absenceCounts, reasonCounts, chanceCount } = counted;
  const most = Math.max(1, ...counts);
  const inChange = panel.view.value?.change != null;
  const isDifference = panel.view.value != null && differenceKind(panel.view.value) !== null;
  const absent = [...absenceCounts].filter(
    ([absence, count]) => count > 0 || absence === 'missing' || (absence === 'suppressed' && !inChange),
  );
  return (
    <>
      <ul class="legend-entries" {...drag}>
        {describeClasses(classes, measure, panel.loneValues.value).map((label, index) => (
          <Entry
            key={index}
            panel={panel}
            what={spanOfClass(classification.breaks, index)}
            index={index}
            label={label}
            count={counts[index] ?? 0}
            most={most}
            colour={formatColour(colours[index] ?? [0, 0, 0])}
          >
            <span class="swatch" style={{ background: formatColour(colours[index] ?? [0, 0, 0]) }} />
          </Entry>
        ))}
        {classification.range === null && panel.figures.value && <li class="soft">{text.legend.empty}</li>}
        {isDifference && <ChanceEntry panel={panel} chanceCount={chanceCount} />}
        {absent.map(([absence, count]) => (
          <Entry
            key={absence}
            panel={panel}
            what={absence}
            label={nameAbsence(absence, panel.indicator.value, reasonCounts)}
            count={count}
            most={most}
            hint={explainStatus(absence, panel.indicator.value, reasonCounts.has('few-answers'))}
          >
            <FillSwatch absence={absence} />
          </Entry>
        ))}
        {writeReasons(panel, reasonCounts).map((line) => (
          <li key={line} class="soft small legend-note">
            {line}
          </li>
        ))}
      </ul>
      <BrushNote panel={panel} />
    </>
  );
}

/** `geheim: 12 te klein aantal, 3 beschermt een ander cijfer`, and `4 indicatief: van weinig antwoorden, …`. */
function writeReasons(panel: Panel, counts: PanelCounts['reasonCounts']): string[] {
  const { suppression, area } = words.value;
  const withheld = [...counts].flatMap(([reason, count]) =>
    reason === 'indicative' ? [] : [`${count} ${suppression.short[reason]}`],
  );
  const indicative = counts.get('indicative');
  const name = nameAbsence('suppressed', panel.indicator.value, counts);
  return [
    ...(withheld.length > 0 ? [`${name}: ${withheld.join(', ')}`] : []),
    ...(indicative ? [`${indicative} ${area.indicative}: ${area.indicativeHint}`] : []),
  ];
}

interface EntryProps {
  readonly panel: Panel;
  readonly what: ValueSpan | Absence;
  /** Of a class. */
  readonly index?: number;
  readonly label: string;
  readonly count: number;
  readonly most: number;
  readonly colour?: string;
  readonly hint?: string;
  readonly children: ComponentChildren;
}

function Entry({ panel, what, index, label, count, most, colour, hint, children }: EntryProps) {
  const text = words.value;
  const brush = viewParts.brush.value;
  const level = text.levels[panel.view.value?.level ?? 'neighbourhood'].many;
  return (
    <li class={typeof what === 'string' ? 'absent' : undefined} data-class={index}>
      <button
        type="button"
        title={hint ?? text.legend.press}
        aria-pressed={isBrushed(brush, panel.index, what)}
        aria-label={`${label}: ${text.legend.areas(String(count), level)}`}
        onClick={(event) =>
          changeView({ brush: pressBrush(view.peek().brush, panel.index, what, event.shiftKey) })
        }
      >
        {children}
        <span>{label}</span>
        <span class="count-bar">
          <span
            style={{
              width: `${Math.min(100, (count / most) * 100)}%`,
              ...(colour ? { background: colour } : {}),
            }}
          />
        </span>
        <span class="count">{count}</span>
      </button>
    </li>
  );
}

/** The grey of what may be chance, with the name of the test; or why nothing is greyed. */
function ChanceEntry({ panel, chanceCount }: { readonly panel: Panel } & Pick<PanelCounts, 'chanceCount'>) {
  if (viewParts.chance.value === 'off') return null;
  const test = nameTest(panel);
  if (!test) return <li class="soft small legend-note">{sayUntested(panel)}</li>;
  return (
    <li class="legend-chance" title={words.value.statusHints['within-chance']}>
      <span class="swatch" style={{ background: formatColour(chanceColour(appearance.value)) }} />
      <span>{test}</span>
      <span class="count">{chanceCount}</span>
    </li>
  );
}

/** How many areas stand out, and the way back. */
function BrushNote({ panel }: { readonly panel: Panel }) {
  const text = words.value;
  const brush = viewParts.brush.value;
  const decimals = measureOf(panel)?.decimals;
  const of = brush?.panel === panel.index ? brush.of : null;
  const span = of && typeof of !== 'string' && !isPairSpan(of) ? of : null;
  const chosen = panel.chosenAreas.value;
  const count = chosen?.reduce((sum, each) => sum + each, 0) ?? 0;
  const level = text.levels[panel.view.value?.level ?? 'neighbourhood'].many;
  return (
    <div class="brush-note small">
      <span role="status">{chosen && text.legend.chosen(text.legend.areas(String(count), level))}</span>
      {chosen && (
        <button type="button" class="link" onClick={() => changeView({ brush: null })}>
          {text.legend.clear}
        </button>
      )}
      {chosen && span && decimals !== undefined && (
        <BrushRange
          span={span}
          decimals={decimals}
          onChange={(next) => {
            const isOpen = next.from === null && next.to === null;
            changeView({ brush: isOpen ? null : { panel: panel.index, of: next } });
          }}
        />
      )}
    </div>
  );
}
