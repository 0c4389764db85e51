import { isMapLevel } from '../../geodata/level.ts';
import { words } from '../language/current.ts';
import { wishArea } from '../plate/wished-bounds.ts';
import { showArea } from '../state/folding.ts';
import { changePanel, changeView } from '../state/view.ts';
import { AreaField } from './area-field.tsx';
import type { Hit } from './hits.ts';

/** Finds an area by its name or code and shows it. */
export function SearchBox() {
  const { label, placeholder } = words.value.search;
  return <AreaField label={label} placeholder={placeholder} onChoose={showHit} />;
}

/** Pins the area that was found, on its own level, and lets the map fly there. */
function showHit({ code, level }: Hit): void {
  showArea();
  wishArea(code);
  if (isMapLevel(level)) changePanel({ level }, 'push', undefined, { page: 'map', area: code, tab: 'area' });
  else changeView({ page: 'map', area: null, tab: 'area' });
}
