import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * A component whose code is fetched when it is first shown; `waiting` stands in its place until then. When the code does
 * not come (no network), it is asked for again the next time the component is shown.
 */
export function makeLazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function LazyPart(props: Props) {
    const part = useSignal<{ readonly Part: ComponentType<Props> } | null>(loaded && { Part: loaded });
    useEffect(() => {
      if (part.value) return;
      load().then(
        (Part) => {
          loaded = Part;
          part.value = { Part };
        },
        () => undefined,
      );
    }, []);
    return part.value ? <part.value.Part {...props} /> : <Waiting />;
  };
}
