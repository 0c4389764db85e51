import { listReleases, listSources } from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import { listSourceUses } from '../../sql/provenance.ts';
import type { Reader } from '../../sql/reader.ts';
import type { Releases, Sources } from '../schemas/provenance.ts';

/** The releases that are published, in order of time. Who imported them is for administrators. */
export async function readReleases(db: Database, reader: Reader): Promise<Releases> {
  const releases = await listReleases(db, reader);
  const shown = releases.flatMap(({ state, publishedAt, createdAt, files, ...release }) => {
    if (state !== 'published' || publishedAt === null) return [];
    const { package: name, title, demonstration } = release;
    const times = { retrievedAt: createdAt.toISOString(), publishedAt: publishedAt.toISOString() };
    return [{ package: name, title, demonstration, ...times, files: [...files] }];
  });
  return { releases: shown.reverse() };
}

/** Every source of what is published, and what is published of it. */
export async function readSources(db: Database, reader: Reader): Promise<Sources> {
  const uses = new Map((await listSourceUses(db, reader)).map((use) => [use.key, use]));
  const sources = await listSources(db, reader);
  return {
    sources: sources.flatMap((source) => {
      const use = uses.get(source.key);
      if (!use) return [];
      const { releases, boundaryYears, periods } = use;
      return [
        { ...source, releases: [...releases], boundaryYears: [...boundaryYears], periods: [...periods] },
      ];
    }),
  };
}
