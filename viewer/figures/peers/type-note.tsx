import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Context } from '../../state/reference/context.ts';
import { type AreaTypes, makeTypes } from '../../state/reference/types.ts';
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
  const types = useTypes(context);
  const type = types?.clustering.types[index] ?? -1;
  const name = types?.names[type];
  if (!types || !name) return null;
  const { sizes } = types.clustering;
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return <p>{words.value.report.type(translate(name), sizes[type] ?? 0, all, many)}</p>;
}

/** The types of the areas of a context; null while they are computed, and where there are none. */
function useTypes(context: Context): AreaTypes | null {
  const found = useSignal<AreaTypes | null>(null);
  useEffect(() => {
    let isGone = false;
    found.value = null;
    makeTypes(context).then((types) => {
      if (!isGone) found.value = types;
    });
    return () => {
      isGone = true;
    };
  }, [context]);
  return found.value;
}
