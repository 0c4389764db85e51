import { computed } from '@preact/signals';
import {
  type AreaChange,
  type ChangeEnd,
  changeOfEnds,
  readAreaChange,
} from '../../../geodata/comparing/area-change.ts';
import { type ChangeText, writeChange } from '../../figures/change-text.ts';
import { lines } from '../../state/area/benchmarks.ts';
import { changeStory } from '../../state/area/lineage.ts';
import { area } from '../../state/area/selection.ts';
import { shown } from '../../state/catalog.ts';
import { language, view as link } from '../../state/link/view.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { words } from '../../state/screen/words.ts';

/** The change of an area on a panel's map; null while it loads, and where the panel shows no change. */
export function changeAt(index: number, panel: Panel): AreaChange | null {
  const [from, to, change] = [panel.change.from.value, panel.published.value, panel.change.figures.value];
  const recoded = panel.change.recoded.value;
  if (!panel.view.value?.change || !from || !to || !change || !recoded) return null;
  const test = panel.change.test.value ?? reasonOf(panel);
  return readAreaChange({ from, to, change, recoded, index, test });
}

function reasonOf({ change }: Panel): 'off' | 'none' | 'estimate' {
  if (link.value.chance === 'off') return 'off';
  return change.isCarried.value ? 'estimate' : 'none';
}

/** A change in the words of a panel. */
export function tellChange(change: AreaChange, panel: Panel): ChangeText | null {
  const [view, indicator] = [panel.view.value, panel.indicator.value];
  if (!view?.change || !indicator) return null;
  const { from } = view.change;
  return writeChange(change, {
    indicator,
    from,
    to: view.period,
    text: words.value,
    language: language.value,
  });
}

/** The change of the area of the side panel; null while it loads, and where the active panel shows no change. */
export const pinnedChange = computed<AreaChange | null>(() => {
  const found = area.data.value;
  const panel = activePanel.value;
  if (!found || !shown.value?.change) return null;
  if (found.index !== null && found.level === shown.value.level) return changeAt(found.index, panel);
  const points = lines.value?.find(({ code }) => code === found.code)?.points;
  const end = (wanted: string): ChangeEnd => {
    const point = points?.find(({ period }) => period === wanted);
    return { value: point?.value ?? null, status: point?.status ?? 'missing' };
  };
  const isRedrawn = changeStory.value !== null;
  return points ? changeOfEnds(end(shown.value.change.from), end(shown.value.period), isRedrawn) : null;
});
