import type { Absence } from '../../../geodata/classes/fill.ts';
import { FillSwatch } from '../../parts/fill-swatch.tsx';
import { words } from '../../state/screen/words.ts';

/** The fills of areas without a figure, as far as there are any. */
export function AbsenceEntries({ counts }: { readonly counts: ReadonlyMap<Absence, number> }) {
  const { statuses, statusHints } = words.value;
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([absence, count]) => (
      <li key={absence} title={statusHints[absence]}>
        <FillSwatch absence={absence} />
        <span>{statuses[absence]}</span>
        <span class="count">{count}</span>
      </li>
    ));
}
