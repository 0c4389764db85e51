import { growsWithArea } from '../../../geodata/comparing/comparability.ts';
import type { Line } from '../../state/area/benchmarks.ts';
import { indicator } from '../../state/catalog.ts';
import { words } from '../../state/screen/words.ts';

/** The lines that can stand on one scale: a count grows with its area, so there the area stands alone. */
export function comparable(all: readonly Line[]): readonly Line[] {
  return growsWithArea(indicator.value) ? all.slice(0, 1) : all;
}

/** The name of a line; with its level where another line has the same name (a district named after its municipality). */
export function nameLine({ name, level }: Line, all: readonly Line[]): string {
  const isShared = all.filter((other) => other.name === name).length > 1;
  return isShared ? `${name} (${words.value.levels[level].one})` : name;
}
