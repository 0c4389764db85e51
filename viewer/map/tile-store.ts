/** Told when files cannot be fetched (true) and when all of them came after all (false). */
export type FailureListener = (failing: boolean) => void;

/** Fetches files that never change, once each, and goes on trying until they come. */
export interface TileStore {
  /** The file's bytes; none where nothing lies there (204). Rejects with FileGoneError on 404, and for no other reason. */
  readonly load: (address: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** What a file says. One that arrived broken is a failure like one that did not arrive: it is fetched again. */
  readonly read: <Of>(address: string, decode: (bytes: Uint8Array<ArrayBuffer>) => Of) => Promise<Of>;
  /** The same for a file that may change: always asked for. */
  readonly readFresh: <Of>(address: string, decode: (bytes: Uint8Array<ArrayBuffer>) => Of) => Promise<Of>;
  /** Starts to listen; returns how to stop. */
  readonly onFailure: (listener: FailureListener) => () => void;
}

/** The server knows no such file (any more): newer boundaries were published. */
export class FileGoneError extends Error {
  constructor(address: string) {
    super(`There is no ${address}.`);
    this.name = 'FileGoneError';
  }
}

export interface StoreSettings {
  readonly fetch: typeof globalThis.fetch;
  /** Resolves when the next try should be made; `failures` counts from 1. */
  readonly pause: (failures: number) => Promise<void>;
  /** How many files to keep. */
  readonly capacity: number;
}

const defaults: StoreSettings = {
  fetch: (...request) => globalThis.fetch(...request),
  pause: waitOrOnline,
  capacity: 512,
};

export function createTileStore(settings: Partial<StoreSettings> = {}): TileStore {
  const { fetch, pause, capacity } = { ...defaults, ...settings };
  const files = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const failing = new Set<string>();
  const listeners = new Set<FailureListener>();

  const report = (address: string, fails: boolean): void => {
    const before = failing.size > 0;
    if (fails) failing.add(address);
    else failing.delete(address);
    const now = failing.size > 0;
    if (now !== before) for (const listener of listeners) listener(now);
  };

  const fetchWithRetries = async (address: string, failed = 0): Promise<Uint8Array<ArrayBuffer>> => {
    for (let failures = failed + 1; ; failures++) {
      // The browser keeps what never changes, broken or not.
      const answer = await fetchOnce(fetch, address, failed > 0 ? 'reload' : 'default');
      if (answer !== 'failed' && failed === 0) report(address, false);
      if (answer === 'failed') report(address, true);
      if (answer === 'gone') throw new FileGoneError(address);
      if (answer !== 'failed') return answer;
      await pause(failures);
    }
  };

  const load = (address: string, failed = 0): Promise<Uint8Array<ArrayBuffer>> => {
    const known = failed > 0 ? undefined : files.get(address);
    files.delete(address);
    const file = known ?? fetchWithRetries(address, failed);
    files.set(address, file);
    file.catch(() => files.delete(address));
    for (const oldest of files.keys()) {
      if (files.size <= capacity) break;
      files.delete(oldest);
    }
    return file;
  };

  const readWith = async <Of>(
    fetchFile: (address: string, failed: number) => Promise<Uint8Array<ArrayBuffer>>,
    address: string,
    decode: (bytes: Uint8Array<ArrayBuffer>) => Of,
  ): Promise<Of> => {
    for (let failures = 0; ; failures++) {
      const bytes = await fetchFile(address, failures);
      try {
        const found = decode(bytes);
        report(address, false);
        return found;
      } catch {
        report(address, true);
        await pause(failures + 1);
      }
    }
  };

  return {
    load: (address) => load(address),
    read: (address, decode) => readWith(load, address, decode),
    readFresh: (address, decode) => readWith(fetchWithRetries, address, decode),
    onFailure: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const longestRequest = 20_000;

async function fetchOnce(
  fetch: StoreSettings['fetch'],
  address: string,
  cache: RequestCache,
): Promise<Uint8Array<ArrayBuffer> | 'gone' | 'failed'> {
  try {
    const response = await fetch(address, { cache, signal: AbortSignal.timeout(longestRequest) });
    if (response.status === 404) return 'gone';
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : 'failed';
  } catch {
    return 'failed';
  }
}

/** 1, 2, 4 … at most 15 seconds, or until the browser is online again. */
function waitOrOnline(failures: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(15_000, 1000 * 2 ** (failures - 1)));
    addEventListener('online', done);
  });
}
