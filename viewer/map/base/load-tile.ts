import { reportBaseMap } from './trouble.ts';

const longestRequest = 15_000;

/** A tile of the base map; nothing where none lies there or none comes, which is told: the map goes on without it. */
export async function loadBaseTile(address: string): Promise<ArrayBuffer> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(longestRequest) });
    if (!response.ok) throw new Error(`${address} answers ${response.status}`);
    const bytes = await response.arrayBuffer();
    reportBaseMap(false);
    return bytes;
  } catch {
    reportBaseMap(true);
    return new ArrayBuffer(0);
  }
}
