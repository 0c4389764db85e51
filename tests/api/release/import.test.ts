import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { catchUpWithRules } from '../../../api/release/access.ts';
import { importPackage } from '../../../api/release/import.ts';
import { formatReport } from '../../../api/release/report.ts';
import { decodeColumn } from '../../../geodata/columns/column.ts';
import { figureReasons } from '../../../geodata/disclosure/rule.ts';
import { findTile, listTilesets } from '../../../sql/artefacts.ts';
import { listReleases } from '../../../sql/catalog.ts';
import type { Database } from '../../../sql/database.ts';
import { migrationFolder } from '../../../sql/migrations.ts';
import { listVersions } from '../../../sql/publication.ts';
import { everything, publicReader } from '../../../sql/reader.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { checksumTables, publishedTables } from './checksum.ts';
import { figuresPackage, onlyYear, samplePackage, writePackage } from './sample-package.ts';

const importedBy = 'tester';

describeOnBothDatabases('an import', (getDatabase) => {
  test('is computed but not written in a dry run', async () => {
    const db = getDatabase();
    const before = await checksumTables(db);
    const report = await importPackage(db, await writePackage(samplePackage()), { importedBy, dryRun: true });
    expect(report.release).toBeNull();
    expect(report.areas).toEqual([
      { boundaryYear: 2021, municipality: 2, district: 2, neighbourhood: 8 },
      { boundaryYear: 2024, municipality: 2, district: 2, neighbourhood: 9 },
    ]);
    expect(await checksumTables(db)).toEqual(before);
  });

  test('writes areas, figures of every level, lineage, tiles and columns, and says so', async () => {
    const db = getDatabase();
    const report = await importPackage(db, await writePackage(samplePackage()), { importedBy });
    expect(report.rows.map(({ rows }) => rows)).toEqual([8, 9, 8, 9, 18, 1]);
    expect(report.lineage.at(-1)).toMatchObject({
      level: 'neighbourhood',
      changes: { unchanged: 7, redrawn: 1, new: 1, gone: 0 },
    });
    expect(report.observations).toEqual({ published: 37, aggregated: 20, derived: 29, withheld: 0 });
    expect(report.statuses).toMatchObject({ final: 78, 'too-few': 8, missing: 0 });
    expect(formatReport(report)).toContain('2024: 2 municipalities, 2 districts, 9 neighbourhoods');
    expect(await figure(db, 'inwoners', 'GM0153', '2024')).toMatchObject({
      value: 1000,
      origin: 'aggregated',
    });
    expect(await figure(db, 'misdrijven-per-1000', 'sample', '2024')).toMatchObject({ value: 37.5 });
    expect(await figure(db, 'misdrijven-per-1000', 'GM0153', '2023')).toMatchObject({
      value: 30,
      note: { denominatorPeriod: '2024' },
    });
    // Fifty people live there, in the year that is nearest.
    expect(await figure(db, 'misdrijven-per-1000', 'BU01410000', '2023')).toMatchObject({ value: null });
    expect((await figure(db, 'misdrijven-per-1000', 'NL00', '2024'))?.value).toBeCloseTo(44.444, 3);
  });

  test('numbers area versions: a redrawn area has two places in the columns, an unchanged one keeps its place', async () => {
    const db = getDatabase();
    const versions = (await listVersions(db)).filter(({ level }) => level === 'neighbourhood');
    expect(versions).toHaveLength(10);
    const redrawn = versions.filter(({ code }) => code === 'BU01530003');
    expect(redrawn.map(({ firstYear, lastYear }) => [firstYear, lastYear])).toEqual([
      [2021, 2021],
      [2024, 2024],
    ]);
    const column = await readColumn(db, 'inwoners', 'neighbourhood');
    expect(column.periods.map(({ period, boundaryYear }) => `${period}@${boundaryYear}`)).toEqual([
      '2021@2021',
      '2024@2024',
    ]);
    for (const { code, index, firstYear, lastYear } of versions) {
      const values = column.periods.map(({ values: list }) => list[index]);
      const later = code.startsWith('BU0153') ? 200 : 50;
      expect(values).toEqual([firstYear <= 2021 ? 100 : Number.NaN, lastYear >= 2024 ? later : Number.NaN]);
    }
  });

  test('stores tiles and columns in both compressions, with the same bytes', async () => {
    const db = getDatabase();
    const tileset = (await listTilesets(db, publicReader)).find(({ boundaryYear }) => boundaryYear === 2024);
    const tile = await findTile(db, publicReader, 2024, tileset?.hash ?? '', 6, 33, 21);
    expect(brotliDecompressSync(tile?.brotli ?? '')).toEqual(gunzipSync(tile?.gzip ?? ''));
    expect(tileset?.tilejson).toMatchObject({
      tilejson: '3.0.0',
      attribution: 'CBS',
      minzoom: 6,
      maxzoom: 13,
    });
  });

  test('can be repeated: everything is the same but the release, and the earlier one is withdrawn', async () => {
    const db = getDatabase();
    const before = await checksumTables(db, ['release', 'releases'], [...publishedTables, 'stored_file']);
    await importPackage(db, await writePackage(samplePackage()), { importedBy });
    expect(await checksumTables(db, ['release', 'releases'], [...publishedTables, 'stored_file'])).toEqual(
      before,
    );
    const states = (await listReleases(db, everything)).map(({ state }) => state);
    expect(states).toEqual(['published', 'withdrawn']);
  });

  test('takes away what the package no longer gives', async () => {
    const db = getDatabase();
    const fewer = samplePackage();
    const rows = (fewer.files['misdrijven.csv'] ?? '').split('\n');
    fewer.files['misdrijven.csv'] = rows.filter((row) => !row.includes(',2023,')).join('\n');
    const report = await importPackage(db, await writePackage(fewer), { importedBy });
    expect(report.superseded).toBe(9);
    expect(await figure(db, 'misdrijven', 'GM0153', '2023')).toBeUndefined();
    expect(await figure(db, 'misdrijven-per-1000', 'BU01530000', '2023')).toBeUndefined();
    await importPackage(db, await writePackage(samplePackage()), { importedBy });
    expect(await figure(db, 'misdrijven', 'GM0153', '2023')).toMatchObject({ value: 30 });
  });

  test('of figures alone computes with what is there, and renews no column that it does not touch', async () => {
    const db = getDatabase();
    const hashes = await listHashes(db);
    await importPackage(db, await writePackage(figuresPackage()), { importedBy });
    expect(await figure(db, 'misdrijven', 'sample', '2025')).toMatchObject({
      value: 90,
      origin: 'aggregated',
    });
    expect(await figure(db, 'misdrijven-per-1000', 'GM0153', '2025')).toMatchObject({
      value: 50,
      note: { denominatorPeriod: '2024' },
    });
    expect(await figure(db, 'misdrijven-per-1000', 'GM0153', '2023')).toMatchObject({ value: 30 });
    const renewed = await listHashes(db);
    const changed = [...renewed].filter(([key, hash]) => hashes.get(key) !== hash).map(([key]) => key);
    expect(changed.sort()).toEqual([
      'misdrijven-per-1000/district',
      'misdrijven-per-1000/municipality',
      'misdrijven-per-1000/neighbourhood',
      'misdrijven/district',
      'misdrijven/municipality',
      'misdrijven/neighbourhood',
    ]);
  });

  test('leaves the figures of another package in place when boundaries come again', async () => {
    const db = getDatabase();
    await importPackage(db, await writePackage(samplePackage()), { importedBy });
    expect(await figure(db, 'misdrijven', 'sample', '2025')).toMatchObject({ value: 90 });
    expect(await figure(db, 'misdrijven-per-1000', 'GM0153', '2025')).toMatchObject({ value: 50 });
  });

  test('calls figures indicative by the survey that is held, where its package does not name one', async () => {
    const db = getDatabase();
    const rounds = JSON.stringify([{ period: '2025', municipality: null, indicativeBelow: 100 }]);
    await db
      .insertInto('survey')
      .values({ key: 'peiling', name_nl: 'Peiling', name_en: 'Poll', rounds })
      .execute();
    await db.updateTable('indicator').set({ survey: 'peiling' }).where('key', '=', 'misdrijven').execute();
    const asked = figuresPackage();
    asked.descriptor.resources[0]?.schema?.fields.push({
      name: 'antwoorden',
      type: 'integer',
      wijkinformatie: { as: 'sampleSize', indicator: 'misdrijven' },
    });
    const [head, ...rows] = (asked.files['misdrijven-2025.csv'] ?? '').split('\n');
    const sized = rows.map((row, at) => `${row},${at === 0 ? 99 : 100}`);
    asked.files['misdrijven-2025.csv'] = [`${head},antwoorden`, ...sized].join('\n');
    await importPackage(db, await writePackage(asked), { importedBy });
    expect((await figure(db, 'misdrijven', 'BU01410000', '2025'))?.note).toEqual({ isIndicative: true });
    expect((await figure(db, 'misdrijven', 'BU01410001', '2025'))?.note).toBeNull();
  });

  test('of before figures said that they are indicative gets columns that say so at the next start', async () => {
    const db = getDatabase();
    const listReasons = async () => {
      const { periods } = await readColumn(db, 'misdrijven', 'neighbourhood');
      return [...(periods.find(({ period }) => period === '2025')?.reasons ?? [])].filter(Boolean);
    };
    const indicative = [figureReasons.indexOf('indicative') + 1];
    expect(await listReasons()).toEqual(indicative);
    await db.updateTable('observation').set({ note: null }).where('indicator', '=', 'misdrijven').execute();
    await db.updateTable('access').set({ is_applied: false }).execute();
    await catchUpWithRules(db, { by: importedBy });
    expect(await listReasons()).toEqual([]);
    const migration = await readFile(join(migrationFolder, '0036-indicative.sql'), 'utf8');
    await sql.raw(migration).execute(db);
    await catchUpWithRules(db, { by: importedBy });
    expect(await listReasons()).toEqual(indicative);
  });
});

describeOnBothDatabases('boundary years of packages of their own', (getDatabase) => {
  test('make the same areas, numbers and lineage as in one package, whichever comes first', async () => {
    const db = getDatabase();
    await importPackage(db, await writePackage(onlyYear(2024)), { importedBy });
    const alone = new Map(
      (await listVersions(db)).map(({ level, code, index }) => [`${level} ${code}`, index]),
    );
    await importPackage(db, await writePackage(onlyYear(2021)), { importedBy });
    const versions = await listVersions(db);
    for (const { level, code, index, lastYear } of versions)
      if (lastYear === 2024) expect(index).toBe(alone.get(`${level} ${code}`));
    expect(versions.find(({ code }) => code === 'BU01410000')).toMatchObject({
      firstYear: 2021,
      lastYear: 2024,
    });
    const lineage = await db.selectFrom('lineage').selectAll().where('level', '=', 'neighbourhood').execute();
    expect(lineage.filter(({ change }) => change === 'unchanged')).toHaveLength(7);
    expect(lineage.find(({ to_code }) => to_code === 'BU01530004')).toMatchObject({
      from_code: 'BU01530003',
    });
    const column = await readColumn(db, 'inwoners', 'neighbourhood');
    expect(column.size).toBe(10);
  });
});

interface StoredFigure {
  readonly value: number | null;
  readonly origin: string;
  readonly note: unknown;
}

async function figure(
  db: Database,
  indicator: string,
  area: string,
  period: string,
): Promise<StoredFigure | undefined> {
  return db
    .selectFrom('observation')
    .select(['value', 'origin', 'note'])
    .where('indicator', '=', indicator)
    .where('area', '=', area)
    .where('period', '=', period)
    .orderBy('precedence')
    .executeTakeFirst();
}

async function readColumn(db: Database, indicator: string, level: 'neighbourhood') {
  const { brotli } = await db
    .selectFrom('value_column')
    .select('brotli')
    .where('indicator', '=', indicator)
    .where('level', '=', level)
    .executeTakeFirstOrThrow();
  return decodeColumn(brotliDecompressSync(brotli));
}

async function listHashes(db: Database): Promise<Map<string, string>> {
  const rows = await db.selectFrom('value_column').select(['indicator', 'level', 'hash']).execute();
  return new Map(rows.map(({ indicator, level, hash }) => [`${indicator}/${level}`, hash]));
}
