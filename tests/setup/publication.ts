import { brotliCompressSync, gzipSync } from 'node:zlib';
import { applyRules } from '../../api/release/visibility.ts';
import { themes } from '../../geodata/theme.ts';
import type { Database } from '../../sql/database.ts';
import * as publication from '../../sql/publication.ts';
import { writeRule } from '../../sql/visibility-rules.ts';
import {
  confidentialFigures,
  confidentialIndicator,
  confidentialTarget,
  indicators,
  publicFigures,
  publicTargets,
  sources,
  withheldFigure,
  withheldTarget,
} from './figures.ts';
import { areas2021, areas2024, lineage, municipalities, versions } from './region.ts';

/** Hash of the fixture's tilesets. */
export const tilesetHash = 'fixture-tiles';

/** What the one tile of the fixture's tilesets holds: z 6, x 33, y 21. */
export const tileBytes = new TextEncoder().encode('a tile as it was stored');

/**
 * Publishes a small made-up region of two boundary years: two municipalities, three districts, five and six
 * neighbourhoods. One indicator is for partners only, and so is one release, which holds a figure of a public
 * indicator (`misdrijven`, period 2025) and a target for it.
 */
export async function publishFixture(db: Database): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await publication.lockPublication(transaction);
    await publication.upsertSources(transaction, sources);
    await publication.upsertThemes(transaction, themes);
    await publication.upsertIndicators(transaction, [...indicators, confidentialIndicator]);
    const release = await insertRelease(transaction, 'fixture');
    const confidential = await insertRelease(transaction, 'fixture-partner');
    await publishRegion(transaction, release);
    await publication.upsertObservations(transaction, release, [...publicFigures, ...confidentialFigures]);
    await publication.upsertObservations(transaction, confidential, [withheldFigure]);
    await publication.replaceTargets(transaction, release, [...publicTargets, confidentialTarget]);
    await publication.replaceTargets(transaction, confidential, [withheldTarget]);
    await publishTiles(transaction);
    for (const [kind, subject] of [
      ['indicator', confidentialIndicator.key],
      ['release', 'fixture-partner'],
    ] as const)
      await writeRule(transaction, { kind, subject, level: null }, 'partner');
    await applyRules(transaction, { whole: true });
  });
}

function insertRelease(db: Database, name: string): Promise<number> {
  return publication.insertRelease(db, {
    package: name,
    title: name,
    demonstration: false,
    files: [{ path: 'datapackage.json', bytes: 2, sha256: '0'.repeat(64) }],
    counts: { areas: areas2021.length + areas2024.length },
    importedBy: 'tests',
  });
}

async function publishRegion(db: Database, release: number): Promise<void> {
  await publication.replaceRegion(db, {
    key: 'proefstreek',
    name: { nl: 'Proefstreek', en: 'Test region' },
    municipalities,
    demonstration: false,
  });
  await publication.replaceBoundaryYear(db, { year: 2021, source: 'grenzen', release }, areas2021);
  await publication.replaceBoundaryYear(db, { year: 2024, source: 'grenzen', release }, areas2024);
  await publication.replaceVersions(db, versions);
  await publication.replaceLineage(db, lineage);
}

async function publishTiles(db: Database): Promise<void> {
  for (const year of [2021, 2024])
    await publication.replaceTileset(db, year, {
      hash: tilesetHash,
      tilejson: {
        tilejson: '3.0.0',
        minzoom: 6,
        maxzoom: 13,
        bounds: [6, 52, 6.6, 52.2],
        vector_layers: [{ id: 'neighbourhood', fields: { code: 'String' } }],
      },
      tiles: [{ z: 6, x: 33, y: 21, brotli: brotliCompressSync(tileBytes), gzip: gzipSync(tileBytes) }],
    });
}
