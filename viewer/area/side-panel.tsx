import { type Tab, tabs } from '../../geodata/view.ts';
import { words } from '../language/current.ts';
import { makeLazy } from '../lazy-part.tsx';
import { shown } from '../state/catalog.ts';
import { changeView } from '../state/view.ts';
import { PanelSkeleton } from './panel-skeleton.tsx';

const AreaPanel = makeLazy(
  () => import('./area-panel.tsx').then((module) => module.AreaPanel),
  PanelSkeleton,
);

const AreaTable = makeLazy(
  () => import('../table/area-table.tsx').then((module) => module.AreaTable),
  () => <div class="panel-body" />,
);

/** Beside the map: the area that is pinned, or the table of all areas. */
export function SidePanel() {
  const text = words.value.panels;
  const current = shown.value?.tab ?? 'area';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const next: Tab = current === 'area' ? 'table' : 'area';
    changeView({ tab: next }, 'replace');
    document.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <aside class="side" aria-label={`${text.area}, ${text.table}`}>
      <div class="tabs" role="tablist" aria-label={`${text.area}, ${text.table}`}>
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
          </button>
        ))}
      </div>
      <div id="side-panel" class="side-body" role="tabpanel" aria-labelledby={`tab-${current}`}>
        {current === 'table' ? <AreaTable /> : <AreaPanel />}
      </div>
    </aside>
  );
}
