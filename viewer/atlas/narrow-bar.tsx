import { useEffect } from 'preact/hooks';
import { tabs } from '../../geodata/link/view.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { changeView } from '../state/link/view.ts';
import { type Sheet, sheet, sheets } from '../state/screen/folding.ts';
import { words } from '../state/screen/words.ts';
import { SelectionCount } from './area/side-panel.tsx';

const icons: Readonly<Record<Sheet, IconName>> = {
  subject: 'layers',
  legend: 'legend',
  area: 'area',
  table: 'table',
  selection: 'selection',
};

/** On a narrow screen: brings one part over the map, or lets it go. */
export function NarrowBar() {
  const { panels } = words.value;
  useEffect(showOpened, [sheet.value]);
  return (
    <nav class="narrow-bar" aria-label={panels.bar}>
      {sheets.map((each) => (
        <button
          type="button"
          key={each}
          aria-expanded={sheet.value === each}
          onClick={() => showSheet(sheet.value === each ? null : each)}
        >
          <Icon name={icons[each]} />
          <span>
            {panels[each]}
            {each === 'selection' && <SelectionCount />}
          </span>
        </button>
      ))}
    </nav>
  );
}

function showSheet(next: Sheet | null): void {
  sheet.value = next;
  const tab = tabs.find((each) => each === next);
  if (tab) changeView({ tab }, 'replace');
}

/** Where the page scrolls, what was opened may lie below what is on screen. */
function showOpened(): void {
  if (!sheet.value) return;
  const part = sheet.value === 'subject' || sheet.value === 'legend' ? '.subject' : '.side';
  document.querySelector(part)?.scrollIntoView({ block: 'start' });
}
