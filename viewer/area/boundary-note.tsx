import { words } from '../language/current.ts';
import { boundaryChange } from '../state/lineage.ts';

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
