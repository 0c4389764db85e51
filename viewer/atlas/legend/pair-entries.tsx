import { classSpans } from '../../../geodata/classes/classed.ts';
import { formatColour } from '../../../geodata/classes/colour.ts';
import { type BivariateMap, classesEach, spreadClass } from '../../../geodata/connection/bivariate.ts';
import { isPairSpan, type PairSpan } from '../../../geodata/link/view.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { describeClasses } from '../../parts/class-labels.ts';
import { ViewLink } from '../../parts/view-link.tsx';
import { changeView, language, view, viewParts } from '../../state/link/view.ts';
import { countAbsences, countStatuses } from '../../state/panel/counts.ts';
import { countKinds } from '../../state/panel/kinds.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { translate, words } from '../../state/screen/words.ts';
import { spanOfClass } from './brushing.ts';
import { AbsenceEntries } from './cluster-entries.tsx';

interface PairEntriesProps {
  readonly panel: Panel;
  /** Beside other panels: the colours alone. */
  readonly isShort?: boolean;
}

/** What the colours of a map of two indicators mean: a square of both, each of whose fields lets its areas stand out. */
export function PairEntries({ panel, isShort = false }: PairEntriesProps) {
  const text = words.value.pair;
  const [x, y, found] = [panel.indicator.value, panel.pair.indicator.value, panel.pair.map.value];
  if (!x || !y) return null;
  if (!found)
    return (
      <p class="soft small" role="status">
        {text.searching}
      </p>
    );
  const isOtherPeriod = found.period !== panel.view.value?.period;
  const chosen = panel.chosenAreas.value?.reduce((sum, each) => sum + each, 0) ?? null;
  const level = words.value.levels[panel.view.value?.level ?? 'neighbourhood'].many;
  return (
    <div class="pair-legend">
      {!isShort && (
        <p class="pair-axis">
          ↑ {translate(y.name)}
          {isOtherPeriod && ` (${formatPeriod(found.period, language.value)})`}
        </p>
      )}
      <Square panel={panel} found={found} x={x} y={y} />
      {!isShort && (
        <>
          <p class="pair-axis">{translate(x.name)} →</p>
          <Limits name={translate(x.name)} labels={describe(found.breaks.x, x)} />
          <Limits name={translate(y.name)} labels={describe(found.breaks.y, y)} />
          <ul class="legend-entries legend-kinds">
            <AbsenceEntries counts={countAbsences(countStatuses(found.statuses))} indicator={null} />
          </ul>
          <div class="brush-note small">
            <span role="status">
              {chosen !== null && words.value.legend.chosen(words.value.legend.areas(String(chosen), level))}
            </span>
            {chosen !== null && (
              <button type="button" class="link" onClick={() => changeView({ brush: null })}>
                {words.value.legend.clear}
              </button>
            )}
          </div>
          <p class="small">
            <ViewLink change={{ page: 'connections', other: y.key }}>{text.explain}</ViewLink>
          </p>
        </>
      )}
    </div>
  );
}

interface SquareProps {
  readonly panel: Panel;
  readonly found: BivariateMap;
  readonly x: CatalogIndicator;
  readonly y: CatalogIndicator;
}

/** The fields, from high to low and from left to right. */
function Square({ panel, found, x, y }: SquareProps) {
  const drawn = panel.kinds.value;
  const counts = countKinds(found.kinds, classesEach ** 2);
  const level = words.value.levels[panel.view.value?.level ?? 'neighbourhood'].many;
  const [across, upwards] = [describe(found.breaks.x, x), describe(found.breaks.y, y)];
  const brush = viewParts.brush.value;
  const press = (span: PairSpan) => {
    const before = view.peek().brush;
    const isSame = before?.panel === panel.index && JSON.stringify(before.of) === JSON.stringify(span);
    changeView({ brush: isSame ? null : { panel: panel.index, of: span } });
  };
  return (
    <div
      class="pair-square"
      role="group"
      aria-label={words.value.pair.title(translate(x.name), translate(y.name))}
      style={{ '--across': across.length }}
    >
      {upwards.map((_, fromTop) => {
        const up = upwards.length - 1 - fromTop;
        return across.map((label, index) => {
          const kind = classesEach * spreadClass(up, upwards.length) + spreadClass(index, across.length);
          const span = { x: spanOfClass(found.breaks.x, index), y: spanOfClass(found.breaks.y, up) };
          const of = brush?.panel === panel.index ? brush.of : null;
          const name = `${translate(x.name)} ${label}, ${translate(y.name)} ${upwards[up]}: ${words.value.legend.areas(String(counts[kind]), level)}`;
          return (
            <button
              key={kind}
              type="button"
              title={name}
              aria-label={name}
              aria-pressed={of !== null && isPairSpan(of) && JSON.stringify(of) === JSON.stringify(span)}
              style={{ background: formatColour(drawn?.colours[kind] ?? [0, 0, 0]) }}
              onClick={() => press(span)}
            />
          );
        });
      })}
    </div>
  );
}

function Limits({ name, labels }: { readonly name: string; readonly labels: readonly string[] }) {
  return (
    <p class="small">
      <span class="soft">{name}:</span> {labels.join(' · ')}
    </p>
  );
}

/** `minder dan 20`, `20 tot 40`, `40 en meer`. */
function describe(breaks: readonly number[], { unit, decimals }: CatalogIndicator): string[] {
  const range = { minimum: Number.POSITIVE_INFINITY, maximum: Number.NEGATIVE_INFINITY };
  const open = { breaks, range: breaks.length > 0 ? range : { minimum: 0, maximum: 0 } };
  if (classSpans(open).length < 2) return [words.value.pair.alike];
  return describeClasses({ classification: open }, { unit, decimals, signed: false });
}
