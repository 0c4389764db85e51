import { type Tab, tabs } from '../../../geodata/link/view.ts';
import { makeLazy } from '../../parts/lazy-part.tsx';
import { changeView, viewParts } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';
import { PanelSkeleton } from './panel-skeleton.tsx';

const waiting = () => <div class="panel-body" />;

const parts = {
  area: makeLazy(() => import('./area-panel.tsx').then((module) => module.AreaPanel), PanelSkeleton),
  table: makeLazy(() => import('../table/area-table.tsx').then((module) => module.AreaTable), waiting),
  selection: makeLazy(
    () => import('../selection/selection-panel.tsx').then((module) => module.SelectionPanel),
    waiting,
  ),
} satisfies Record<Tab, unknown>;

/** Beside the map: the area that is pinned, the table of all areas, or those that are compared. */
export function SidePanel() {
  const text = words.value.panels;
  const current = viewParts.tab.value;
  const Part = parts[current];
  const label = tabs.map((tab) => text[tab]).join(', ');
  const onKeyDown = (event: KeyboardEvent) => {
    const next = followKey(event.key, current);
    if (!next) return;
    event.preventDefault();
    changeView({ tab: next }, 'replace');
    document.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <aside class="side" aria-label={label}>
      <div class="tabs" role="tablist" aria-label={label}>
        {tabs.map((tab) => (
          <button
            type="button"
            key={tab}
            id={`tab-${tab}`}
            role="tab"
            aria-selected={current === tab}
            aria-controls="side-panel"
            tabIndex={current === tab ? 0 : -1}
            onKeyDown={onKeyDown}
            onClick={() => changeView({ tab })}
          >
            {text[tab]}
            {tab === 'selection' && <SelectionCount />}
          </button>
        ))}
      </div>
      <div id="side-panel" class="side-body" role="tabpanel" aria-labelledby={`tab-${current}`}>
        <Part />
      </div>
    </aside>
  );
}

/** How many areas are selected, where some are. */
export function SelectionCount() {
  const { length } = viewParts.selection.value;
  return length > 0 ? <span class="tab-count">{length}</span> : null;
}

/** The tab that a key leads to: arrows go round, Home and End to the ends; null for other keys. */
function followKey(key: string, current: Tab): Tab | null {
  const index = tabs.indexOf(current);
  const places: Readonly<Record<string, number>> = {
    ArrowLeft: index - 1,
    ArrowRight: (index + 1) % tabs.length,
    Home: 0,
    End: -1,
  };
  const next = places[key];
  return next === undefined ? null : (tabs.at(next) ?? null);
}
