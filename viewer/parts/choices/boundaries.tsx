import { useId } from 'preact/hooks';
import { catalog, shownParts } from '../../state/catalog.ts';
import { words } from '../../state/screen/reading-words.ts';
import { CarryChoice } from './carry-choice.tsx';

/** Whether a page tells of figures as they were published, or carried to the boundaries of one year. */
export function BoundariesChoice() {
  const id = useId();
  if ((catalog.data.value?.boundaryYears.length ?? 0) < 2) return null;
  return (
    <label for={id}>
      <span>{words.value.timeline.carrying}</span>
      <CarryChoice id={id} />
    </label>
  );
}

/** Says that figures were carried to other boundaries, where they were. */
export function BoundariesNote() {
  const year = shownParts.carry.value;
  return year === null ? null : <> {words.value.profile.carried(year)}</>;
}
