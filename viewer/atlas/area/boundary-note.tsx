import { boundaryChange } from '../../state/area/lineage.ts';
import { words } from '../../state/screen/words.ts';

/** Warns that the area's boundaries are not those of the boundary year before. */
export function BoundaryNote() {
  const text = words.value.area.changes;
  const found = boundaryChange.value;
  if (!found) return null;
  const codes = found.fromCodes.join(', ');
  const sentence =
    found.change === 'recoded' ? text.recoded(found.since, codes) : text[found.change](found.since);
  return (
    <p class="note">
      {sentence}
      {found.change !== 'recoded' && codes && ` ${text.from(codes)}`}
    </p>
  );
}
