import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { locateFiles } from '../../sql/embedded.ts';
import { fingerprintMakers } from './fingerprint.ts';

/** Where the build puts the template. */
export const templateFolder = join(import.meta.dirname, '..', '..', 'dist', 'demonstration');

/** Says what a template was made with; written last, so that half a template has none. */
export function locateStamp(folder: string): string {
  return join(folder, 'made-with.txt');
}

/**
 * The closed embedded database with the demonstration region that the build has made, for a first start to copy; null
 * where there is none, it is not whole, or it was made with other sources or packages than there are now.
 */
export async function findTemplate(folder = templateFolder): Promise<string | null> {
  const stamp = await readFile(locateStamp(folder), 'utf8').catch(() => null);
  return stamp !== null && stamp === (await fingerprintMakers()) ? locateFiles(folder) : null;
}
