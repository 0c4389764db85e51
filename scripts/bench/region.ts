import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWithContent } from '../../api/content.ts';
import { importPackage } from '../../api/release/import.ts';
import { openDatabase } from '../../sql/database.ts';
import { undoLater } from './cleanup.ts';
import { writeCountry } from './country/package.ts';

export type Progress = (step: string) => void;

export type RegionKey = 'demonstration' | 'real' | 'country';

/** A region in an embedded database, ready for `startProduct`. */
export interface Region {
  readonly key: RegionKey;
  /** For the name of a result. */
  readonly title: string;
  /** Holds the embedded database; one process at a time may have it open. */
  readonly dataDirectory: string;
  /** The data package that it was imported from; null for the demonstration, which is none. */
  readonly folder: string | null;
}

/** The regions of a run. Each is prepared when it is first asked for, and then once. */
export interface Regions {
  /** Those that can be had here: the real one only where its data are. */
  readonly keys: readonly RegionKey[];
  prepare(key: RegionKey): Promise<Region>;
  /** An empty folder for a row's own files, removed when the run ends. */
  makeFolder(): Promise<string>;
}

export interface RegionFolders {
  /** A data package with real data; passed over where there is none. */
  readonly realFolder: string;
  /** A folder that keeps the prepared regions for another run; null: a temporary one. */
  readonly keep: string | null;
  /** Only these; null: all that can be had. */
  readonly only: ReadonlySet<string> | null;
}

export const regionKeys: readonly RegionKey[] = ['demonstration', 'real', 'country'];

const titles: Readonly<Record<RegionKey, string>> = {
  demonstration: 'demonstration',
  real: 'real data',
  country: 'country',
};

/** Names the regions that there are; nothing is prepared yet. */
export function createRegions({ realFolder, keep, only }: RegionFolders, progress: Progress): Regions {
  const prepared = new Map<RegionKey, Promise<Region>>();
  const hasReal = existsSync(join(realFolder, 'datapackage.json'));
  const folders = { real: realFolder };
  return {
    keys: regionKeys.filter((key) => (only?.has(key) ?? true) && (key !== 'real' || hasReal)),
    prepare(key) {
      const region = prepared.get(key) ?? prepareRegion(key, keep, folders, progress);
      prepared.set(key, region);
      return region;
    },
    makeFolder: makeTemporaryFolder,
  };
}

async function makeTemporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wijkinformatie-bench-'));
  undoLater(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function prepareRegion(
  key: RegionKey,
  keep: string | null,
  { real }: { real: string },
  progress: Progress,
): Promise<Region> {
  const base = keep === null ? await makeTemporaryFolder() : join(keep, key);
  const dataDirectory = join(base, 'data');
  const written = join(base, 'package');
  const folder = { demonstration: null, real, country: written }[key];
  const region = { key, title: titles[key], dataDirectory, folder };
  if (existsSync(join(base, 'complete'))) return region;
  progress(`preparing the region: ${titles[key]}`);
  await rm(base, { recursive: true, force: true });
  if (key === 'country') await writeCountry(written);
  await fillDatabase({ directory: dataDirectory }, folder, progress);
  if (keep !== null) await writeFile(join(base, 'complete'), '');
  return region;
}

/** Fills an empty database with a region, by the product's own import: a server by its URL, or a directory. */
export async function fillDatabase(
  settings: Parameters<typeof openDatabase>[0],
  folder: string | null,
  progress: Progress,
): Promise<void> {
  let last = '';
  const tell = (step: string): void => {
    if (step !== last) progress(step);
    last = step;
  };
  const { db, close } =
    folder === null ? await openWithContent(settings, tell) : await openDatabase(settings);
  try {
    if (folder !== null)
      await importPackage(db, folder, { importedBy: 'bench', onProgress: ({ step }) => tell(step) });
  } finally {
    await close();
  }
}
