import type { Result, Row } from '../measurement.ts';
import { listTransfers } from './first-view.ts';
import { measureLibraries } from './libraries.ts';
import { measureRegions } from './setting.ts';

const goal = 1.15;

/** All that a first visit fetches. */
export const transferRow: Row = {
  id: 8,
  title: 'first view, bytes transferred',
  against: 'maplibre, its worker and css, and earcut, as used, brotli',
  better: 'lower',
  async measure(regions, progress) {
    const peer = await measureLibraries(await regions.makeFolder());
    return measureRegions(regions, progress, async ({ region, address, chromium }): Promise<Result[]> => {
      const transfers = await listTransfers(chromium, address);
      const bytes = transfers.reduce((sum, transfer) => sum + transfer.bytes, 0);
      const largest = [...transfers].sort((one, two) => two.bytes - one.bytes).slice(0, 4);
      const named = largest.map((transfer) => `${nameOf(transfer.path)} ${transfer.bytes}`);
      const note = `${bytes} bytes in ${transfers.length} answers against ${peer}; the largest: ${named.join(', ')}`;
      const name = `first view, bytes: ${region.title}`;
      return [{ id: 8, name, ratio: bytes / peer, goal, unit: '×', runs: 1, note }];
    });
  },
};

/** The path without the hash that the build puts in it. */
function nameOf(path: string): string {
  return path.replace(/-[\w-]{8}(?=\.\w+$)/, '').replace(/\/\w{64}\//, '/…/');
}
