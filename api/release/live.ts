import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readRegion } from '../../geodata/sources/live/region.ts';
import type { Ask, LiveRegion, LiveSource } from '../../geodata/sources/live/source.ts';
import { findRegion } from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import { listHeldAreas } from '../../sql/publication.ts';
import { importer } from './holding.ts';

/** What of a source is asked for; without a region the one that is held, or else Twente. */
export interface LiveCall {
  readonly source: LiveSource;
  readonly dataset: string;
  readonly years: readonly number[];
  readonly monthly: boolean;
  readonly region: string | null;
  /** Address of the service instead of the public one; null: the public one. */
  readonly base: string | null;
}

/**
 * Collects a live source into a folder below `directory` that `importPackage` can read, and gives the folder and what
 * was left out. The folder is there whole or not at all. Throws InputError.
 */
export async function collectSource(
  db: Database,
  { source, dataset, region, ...asked }: LiveCall,
  ask: Ask,
  directory: string,
): Promise<{ folder: string; notes: readonly string[] }> {
  const held = await readHeld(db);
  const request = {
    ...asked,
    region: readRegion(region, held.region),
    boundaryYears: [...held.areas.keys()],
    areas: held.areas,
  };
  const { descriptor, files, notes } = await source.collect(dataset, request, ask);
  const whole = held.region ? keepRegion(descriptor, held.region) : descriptor;
  const folder = join(directory, String(descriptor.name));
  await writeFolder(folder, whole, files);
  return { folder, notes };
}

/** What the database holds but for a demonstration, which makes way for the first import. */
async function readHeld(
  db: Database,
): Promise<{ region: LiveRegion | null; areas: Map<number, Set<string>> }> {
  const areas = new Map<number, Set<string>>();
  const region = await findRegion(db, importer);
  if (!region || region.demonstration) return { region: null, areas };
  for (const { boundaryYear, code } of await listHeldAreas(db))
    areas.set(boundaryYear, (areas.get(boundaryYear) ?? new Set()).add(code));
  return { region: { key: region.key, name: region.name, municipalities: region.municipalities }, areas };
}

/** Asking for some municipalities of a region does not make the region smaller. */
function keepRegion(
  descriptor: Readonly<Record<string, unknown>>,
  region: LiveRegion,
): Record<string, unknown> {
  const own = descriptor.wijkinformatie;
  return { ...descriptor, wijkinformatie: { ...(typeof own === 'object' ? own : {}), region } };
}

async function writeFolder(
  folder: string,
  descriptor: Readonly<Record<string, unknown>>,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const draft = `${folder}.${randomUUID()}.draft`;
  try {
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(draft, path)), { recursive: true });
      await writeFile(join(draft, path), bytes);
    }
    await mkdir(draft, { recursive: true });
    await writeFile(join(draft, 'datapackage.json'), JSON.stringify(descriptor, null, 2));
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
