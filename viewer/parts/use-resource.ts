import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { createResource } from '../state/resource.ts';

/**
 * What a component fetches or has computed for itself, as a resource: where it fails the notice says so, and asks again.
 * null until it is there, and where nothing is wanted; what was wanted is let go with the component.
 */
export function useResource<Key, Data>(
  key: Key | null,
  load: (key: Key, abort: AbortSignal) => Promise<Data>,
): Data | null {
  const wanted = useSignal<Key | null>(null);
  const [resource] = useState(() => createResource(wanted, load));
  useEffect(() => {
    wanted.value = key;
  }, [key]);
  useEffect(
    () => () => {
      wanted.value = null;
    },
    [],
  );
  return resource.current.value;
}
