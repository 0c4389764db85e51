import { isMapLevel } from '../../../geodata/level.ts';
import type { Page } from '../../../geodata/link/view.ts';
import { catalog } from '../../state/catalog.ts';
import { changePanel, changeView, view } from '../../state/link/view.ts';
import { showArea } from '../../state/screen/folding.ts';
import { wishArea } from '../../state/screen/wished-bounds.ts';
import { words } from '../../state/screen/words.ts';
import { AreaField } from './area-field.tsx';
import type { Hit } from './hits.ts';

/** Finds an area by its name or code, a postcode or an address, and shows it. */
export function SearchBox() {
  const { label, placeholder, placeholderWithAddress } = words.value.search;
  const shown = catalog.data.value?.findsAddresses ? placeholderWithAddress : placeholder;
  return <AreaField label={label} placeholder={shown} onChoose={showHit} />;
}

/** Pages that are about one area: what is found there is shown on the same page. */
const aboutArea: readonly Page[] = ['municipality', 'report'];

/** Pins the area that was found, on its own level, and lets the map fly there; a page about an area stays, and turns to it. */
function showHit({ code, level }: Hit): void {
  if (aboutArea.includes(view.peek().page) && isMapLevel(level)) {
    changeView({ area: code, report: 'area' });
    return;
  }
  showArea();
  wishArea(code);
  if (isMapLevel(level)) changePanel({ level }, 'push', undefined, { page: 'map', area: code, tab: 'area' });
  else changeView({ page: 'map', area: null, tab: 'area' });
}
