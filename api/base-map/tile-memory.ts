/** Tiles that were asked for lately, so many bytes of them. */
export interface TileMemory {
  /** What is kept under a key, or else what `ask` gives, once for all who want it at the same time. */
  readonly read: (key: string, ask: () => Promise<Uint8Array | null>) => Promise<Uint8Array | null>;
}

const mostBytes = 32 * 1024 ** 2;
/** Counted for each, so that those without a byte do not become too many. */
const bytesOfEntry = 200;
const longestKept = 24 * 60 * 60 * 1000;

export function createTileMemory(now: () => number = Date.now, limit = mostBytes): TileMemory {
  const kept = new Map<string, { readonly tile: Uint8Array | null; readonly until: number }>();
  const underWay = new Map<string, Promise<Uint8Array | null>>();
  let bytes = 0;

  const forget = (key: string): void => {
    const found = kept.get(key);
    if (!found) return;
    bytes -= (found.tile?.length ?? 0) + bytesOfEntry;
    kept.delete(key);
  };
  const keep = (key: string, tile: Uint8Array | null): void => {
    forget(key);
    kept.set(key, { tile, until: now() + longestKept });
    bytes += (tile?.length ?? 0) + bytesOfEntry;
    for (const oldest of kept.keys()) {
      if (bytes <= limit) break;
      forget(oldest);
    }
  };

  return {
    read: (key, ask) => {
      const found = kept.get(key);
      if (found && found.until > now()) return Promise.resolve(found.tile);
      const asked = underWay.get(key) ?? ask().finally(() => underWay.delete(key));
      underWay.set(key, asked);
      return asked.then((tile) => {
        keep(key, tile);
        return tile;
      });
    },
  };
}
