import { useComputed } from '@preact/signals';
import { mostSelected } from '../../../geodata/link/view.ts';
import { formatDifference, formatNumber } from '../../../geodata/number.ts';
import { isRemarked, nameStatus, writeStatus } from '../../parts/status-text.ts';
import { type FigureOfArea, toggleSelected } from '../../state/area/selection.ts';
import { shown } from '../../state/catalog.ts';
import { changeView, language, view } from '../../state/link/view.ts';
import { measureOf } from '../../state/panel/measure.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { hovered } from '../../state/screen/hover.ts';
import { wishArea } from '../../state/screen/wished-bounds.ts';
import { words } from '../../state/screen/words.ts';
import { ClassSwatch } from './class-swatch.tsx';
import { listedPanels } from './listed-rows.ts';
import type { TableRow } from './rows.ts';

interface AreaRowProps {
  readonly row: TableRow;
  /** Whether areas that the legend's brush picks are marked: needless where no others are listed. */
  readonly isMarked: boolean;
}

/** One area: pointing at it shows it on the map, choosing it pins it. Only rows that change are drawn again. */
export function AreaRow({ row, isMarked }: AreaRowProps) {
  const { code, name, index, municipality, figures, isBrushed } = row;
  const state = useComputed(() => {
    if (shown.value?.area === code) return 'pinned';
    return hovered.value?.code === code ? 'hovered' : '';
  });
  const pin = () => {
    wishArea(code);
    changeView({ area: code });
  };
  const point = () => {
    hovered.value = { code, name, index };
  };
  const leave = () => {
    hovered.value = null;
  };
  return (
    <tr class={state} onMouseEnter={point} onMouseLeave={leave}>
      <td class="column-pick">
        <SelectBox code={code} name={name} />
      </td>
      <th scope="row">
        <button type="button" class="row-choice" onClick={pin} onFocus={point} onBlur={leave}>
          {name}
        </button>
        <span class="soft small">
          {isMarked && isBrushed && <BrushMark />}
          {municipality}
        </span>
      </th>
      {listedPanels.value.map((panel) => (
        <FigureCell key={panel.index} figure={figures[panel.index] ?? null} panel={panel} />
      ))}
    </tr>
  );
}

function SelectBox({ code, name }: { readonly code: string; readonly name: string }) {
  const text = words.value.table;
  const index = useComputed(() => view.value.selection.indexOf(code));
  const isFull = useComputed(() => view.value.selection.length >= mostSelected);
  const isSelected = index.value >= 0;
  const label = isSelected ? text.unselect(name) : text.select(name);
  return (
    <label class="pick" title={label}>
      <input
        type="checkbox"
        class={isSelected ? 'hidden-text' : undefined}
        aria-label={label}
        checked={isSelected}
        disabled={isFull.value && !isSelected}
        onChange={() => toggleSelected(code)}
      />
      {isSelected && (
        <span class="number-badge" aria-hidden="true">
          {index.value + 1}
        </span>
      )}
    </label>
  );
}

interface FigureCellProps {
  readonly figure: FigureOfArea | null;
  readonly panel: Panel;
}

/** A figure without its unit, which stands above it, with the fill it has on the map. */
function FigureCell({ figure, panel }: FigureCellProps) {
  const { selection, legend } = words.value;
  const measure = measureOf(panel);
  if (!figure || !measure)
    return (
      <td class="number">
        {panel.figures.value && (
          <span class="absent-status">{selection.notIn(panel.boundaryYear.value ?? 0)}</span>
        )}
      </td>
    );
  const { value, lower, upper, status, reason } = figure;
  const format = measure.signed ? formatDifference : formatNumber;
  const write = (number: number) => format(number, measure.decimals, language.value);
  return (
    <td class="number">
      <span class="figure-with-swatch">
        {value === null ? (
          <span class="absent-status">{nameStatus(status, panel.indicator.value, reason)}</span>
        ) : (
          write(value)
        )}
        <ClassSwatch figure={figure} panel={panel} />
      </span>
      {isRemarked(figure) && value !== null && (
        <span class="status">{writeStatus(figure, panel.indicator.value)}</span>
      )}
      {lower !== null && upper !== null && (
        <span class="soft small bounds">{legend.fromTo(write(lower), write(upper))}</span>
      )}
    </td>
  );
}

/** Marks an area that the brush in the legend picks. */
function BrushMark() {
  const text = words.value.table.brushedMark;
  return (
    <span class="brush-mark" title={text}>
      <span class="hidden-text">{text}, </span>
    </span>
  );
}
