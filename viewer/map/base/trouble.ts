type Listener = (isMissing: boolean) => void;

const listeners = new Set<Listener>();

/** Told whether the last tile of the base map that was asked for did not come. Returns what ends that. */
export function onBaseMapTrouble(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function reportBaseMap(isMissing: boolean): void {
  for (const listener of listeners) listener(isMissing);
}
