import { randomUUID } from 'node:crypto';
import { mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '../../geodata/problem.ts';
import { sizeLimits } from '../../geodata/sources/formats/limit.ts';
import { readRegion } from '../../geodata/sources/live/region.ts';
import type { Ask, LiveRegion, LiveSource } from '../../geodata/sources/live/source.ts';
import { isObject } from '../../geodata/sources/package/descriptor.ts';
import { findRegion } from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import { listHeldAreas } from '../../sql/publication.ts';
import { importer } from './holding.ts';
import { refuseOpenDatabase } from './open-database.ts';

/** What of a source is asked for; without a region the one that is held, or else Twente. */
export interface LiveCall {
  readonly source: LiveSource;
  readonly dataset: string;
  readonly years: readonly number[];
  readonly monthly: boolean;
  /** Which of the dataset's ways to take; null: the source's own choice. */
  readonly from: string | null;
  /** Path of a file that was downloaded before, to be read instead of the service. */
  readonly file: string | null;
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
  { source, dataset, region, file, ...asked }: LiveCall,
  ask: Ask,
  directory: string,
): Promise<{ folder: string; notes: readonly string[] }> {
  const held = await readHeld(db);
  const request = {
    ...asked,
    region: readRegion(region, held.region),
    file: file === null ? null : await readDownloaded(file),
    boundaryYears: [...held.areas.keys()],
    areas: held.areas,
  };
  const part = held.region ? listPart(request.region, held.region) : null;
  if (part && source.boundaries?.includes(dataset)) throw refusePart(held.region);
  const { descriptor, files, notes } = await source.collect(dataset, request, ask);
  const whole = held.region ? keepRegion(descriptor, request.region, held.region) : descriptor;
  const name = [descriptor.name, ...(part ?? [])].join('-').toLowerCase();
  const folder = join(directory, name);
  await writeFolder(folder, { ...whole, name }, files);
  return { folder, notes };
}

/** Boundaries of a part would take the place of those of the whole. */
function refusePart(held: LiveRegion | null): InputError {
  return new InputError({
    file: '--region',
    message: `boundaries come for the whole region, which is "${held?.key}" here`,
    remedy: 'leave "--region" out',
  });
}

async function readDownloaded(path: string): Promise<{ path: string; bytes: Uint8Array }> {
  const fail = (message: string, remedy: string) => new InputError({ file: path, message, remedy });
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw fail('there is no such file', 'correct the path after "--file"');
  if (found.size > sizeLimits.boundaries)
    throw fail(`it has ${found.size} bytes, more than can be read at once`, 'give a smaller file');
  await refuseOpenDatabase([path, await realpath(path)], path);
  return { path, bytes: await readFile(path) };
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

/**
 * The municipalities that were asked for, where they are only some of the held region's: a package of theirs has a name
 * of its own, or it would replace that of the whole region. Null where all were asked for.
 */
function listPart({ municipalities }: LiveRegion, held: LiveRegion): readonly string[] | null {
  const isWhole = !municipalities || held.municipalities?.every((code) => municipalities.includes(code));
  return isWhole ? null : municipalities;
}

/**
 * Asking for some municipalities of a region does not make the region smaller. That of the whole country grows by those
 * that another year has.
 */
function keepRegion(
  descriptor: Readonly<Record<string, unknown>>,
  asked: LiveRegion,
  held: LiveRegion,
): Record<string, unknown> {
  const own = isObject(descriptor.wijkinformatie) ? descriptor.wijkinformatie : {};
  const found =
    isObject(own.region) && Array.isArray(own.region.municipalities) ? own.region.municipalities : [];
  const more = asked.municipalities === null ? found : [];
  const municipalities = [...new Set([...(held.municipalities ?? []), ...more])];
  return { ...descriptor, wijkinformatie: { ...own, region: { ...held, municipalities } } };
}

/** Writes a package; its folder is there whole or not at all. */
export async function writeFolder(
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
