import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { words } from '../state/screen/words.ts';
import { FailureNote } from './notice/failure-note.tsx';

/**
 * A component whose code is fetched when it is first shown; `waiting` stands in its place until then. When the code does
 * not come, a sentence says so: some browsers do not ask for code twice, so the way out is to load the page again, which the
 * link restores as it was. It is also asked for again the next time the component is shown.
 */
export function makeLazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function LazyPart(props: Props) {
    const part = useSignal<{ readonly Part: ComponentType<Props> } | null>(loaded && { Part: loaded });
    const hasFailed = useSignal(false);
    useEffect(() => {
      if (part.value) return;
      load().then(
        (Part) => {
          loaded = Part;
          part.value = { Part };
        },
        () => {
          hasFailed.value = true;
        },
      );
    }, []);
    if (part.value) return <part.value.Part {...props} />;
    if (!hasFailed.value) return <Waiting />;
    return <FailureNote message={words.value.notices.code} onRetry={() => location.reload()} />;
  };
}
