import { classSpans } from '../../geodata/classify.ts';
import { formatColour } from '../../geodata/colour.ts';
import { formatNumber, formatUnit } from '../../geodata/number.ts';
import { words } from '../language/current.ts';
import { indicator, shown } from '../state/catalog.ts';
import { absenceCounts, classCounts, classification, colours } from '../state/classes.ts';
import { currentColumn, figures } from '../state/figures.ts';
import { language } from '../state/view.ts';
import { ClassControls } from './class-controls.tsx';
import { FillSwatch } from './fill-swatch.tsx';

/** What the colours mean, how many areas have each, and the fills of areas without a figure. */
export function Legend() {
  const text = words.value.legend;
  const unit = indicator.value?.unit;
  return (
    <section class="legend" aria-label={text.label}>
      <h2>
        {text.label}
        {unit && <span class="soft"> {formatUnit(unit, language.value)}</span>}
      </h2>
      {currentColumn.value ? <Entries /> : <LegendSkeleton />}
      <ClassControls />
    </section>
  );
}

function Entries() {
  const text = words.value;
  const most = Math.max(1, ...classCounts.value);
  const level = text.levels[shown.value?.level ?? 'neighbourhood'].many;
  const absent = [...absenceCounts.value].filter(
    ([absence, count]) => count > 0 || absence === 'missing' || absence === 'suppressed',
  );
  return (
    <ul class="legend-entries">
      {describeClasses().map((label, index) => (
        <li key={label} title={text.legend.areas(String(classCounts.value[index] ?? 0), level)}>
          <span class="swatch" style={{ background: formatColour(colours.value[index] ?? [0, 0, 0]) }} />
          <span>{label}</span>
          <CountBar count={classCounts.value[index] ?? 0} most={most} />
        </li>
      ))}
      {classification.value.range === null && figures.value && <li class="soft">{text.legend.empty}</li>}
      {absent.map(([absence, count]) => (
        <li key={absence} class="absent" title={text.statusHints[absence]}>
          <FillSwatch absence={absence} />
          <span>{text.statuses[absence]}</span>
          <CountBar count={count} most={most} />
        </li>
      ))}
    </ul>
  );
}

function CountBar({ count, most }: { readonly count: number; readonly most: number }) {
  return (
    <>
      <span class="count-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (count / most) * 100)}%` }} />
      </span>
      <span class="count">{count}</span>
    </>
  );
}

/** `12,5 tot 20,0` for every class, `20,0 en meer` for the last. A class of one value has that value. */
function describeClasses(): string[] {
  const { fromTo, orMore } = words.value.legend;
  const decimals = indicator.value?.decimals ?? 0;
  return classSpans(classification.value).map(({ from, to, last }) => {
    const [low, high] = [from, to].map((value) => formatNumber(value, decimals, language.value));
    if (low === undefined || high === undefined || low === high) return low ?? '';
    return last ? orMore(low) : fromTo(low, high);
  });
}

function LegendSkeleton() {
  return (
    <div class="skeleton-rows" aria-hidden="true">
      {Array.from({ length: shown.value?.classes.count ?? 5 }, (_, index) => (
        <span key={index} class="skeleton" />
      ))}
    </div>
  );
}
