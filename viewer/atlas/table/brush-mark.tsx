import { words } from '../../state/screen/words.ts';

/** Marks an area that the brush in the legend picks. */
export function BrushMark() {
  const text = words.value.table.brushedMark;
  return (
    <span class="brush-mark" title={text}>
      <span class="hidden-text">{text}, </span>
    </span>
  );
}
