import { useResource } from '../../parts/use-resource.ts';
import type { Context } from '../../state/reference/context.ts';
import { makeTypes } from '../../state/reference/types.ts';
import { translate, words } from '../../state/screen/reading-words.ts';

interface TypeNoteProps {
  readonly context: Context;
  /** Of the area. */
  readonly index: number;
  /** What areas of its level are called. */
  readonly many: string;
}

/** Of which type an area is, and how many are of it; nothing while that is computed, and where it has none. */
export function TypeNote({ context, index, many }: TypeNoteProps) {
  const types = useResource(context, (context) => makeTypes(context));
  const type = types?.clustering.types[index] ?? -1;
  const name = types?.names[type];
  if (!types || !name) return null;
  const { sizes } = types.clustering;
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return <p>{words.value.report.type(translate(name), sizes[type] ?? 0, all, many)}</p>;
}
