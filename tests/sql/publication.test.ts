import { beforeAll, expect, test } from 'vitest';
import { type Observation, statuses } from '../../geodata/observation.ts';
import { listBoundaryYears, listIndicators, listReleases, listThemes } from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import { listObservations } from '../../sql/observations.ts';
import * as publication from '../../sql/publication.ts';
import { everything, publicReader } from '../../sql/reader.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publicFigures } from '../setup/figures.ts';
import { publishFixture } from '../setup/publication.ts';
import { areas2024 } from '../setup/region.ts';

const rows = 100_000;

/** As many figures as asked, of the fixture's neighbourhoods, each area once a month. */
function manyFigures(count: number): Observation[] {
  const areas = areas2024.filter(({ level }) => level === 'neighbourhood');
  return Array.from({ length: count }, (_, number) => ({
    indicator: 'misdrijven',
    area: areas[number % areas.length]?.code ?? '',
    level: 'neighbourhood',
    boundaryYear: 2024,
    period: monthOf(Math.floor(number / areas.length)),
    value: number,
    lower: null,
    upper: null,
    sampleSize: null,
    status: 'final',
    origin: 'published',
    source: 'tellingen',
    note: null,
  }));
}

function monthOf(number: number): string {
  return `${1000 + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

async function newRelease(db: Database, name: string, demonstration = false): Promise<number> {
  const files = [{ path: 'a.csv', bytes: 1, sha256: 'f'.repeat(64) }];
  return publication.insertRelease(db, {
    package: name,
    title: name,
    demonstration,
    files,
    counts: {},
    importedBy: 'tests',
  });
}

describeOnBothDatabases('publication', (getDatabase) => {
  beforeAll(() => publishFixture(getDatabase()));

  test('every status, bound and note comes back as it was written', async () => {
    const rows = await getDatabase().selectFrom('observation').selectAll().execute();
    for (const { sampleSize, boundaryYear, ...figure } of publicFigures)
      expect(rows).toContainEqual(
        expect.objectContaining({ ...figure, sample_size: sampleSize, boundary_year: boundaryYear }),
      );
    expect(new Set(rows.map(({ status }) => status)).size).toBeLessThanOrEqual(statuses.length);
  });

  test('a value without a status that has one, and the reverse, are refused', async () => {
    const [figure] = manyFigures(1);
    if (!figure) throw new Error('one figure');
    const write = (wrong: Partial<Observation>) =>
      publication.upsertObservations(getDatabase(), 1, [{ ...figure, ...wrong }]);
    await expect(write({ status: 'missing' })).rejects.toThrow('check constraint');
    await expect(write({ value: null })).rejects.toThrow('check constraint');
    await expect(write({ area: 'BU00000000' })).rejects.toThrow('foreign key');
  });

  test(`${rows} figures are written at once, and replaced by their key`, async () => {
    const db = getDatabase();
    const figures = manyFigures(rows);
    const release = await newRelease(db, 'large');
    await db
      .transaction()
      .execute((transaction) => publication.upsertObservations(transaction, release, figures));
    const again = await newRelease(db, 'large');
    await publication.upsertObservations(
      db,
      again,
      figures.slice(0, 6).map((figure) => ({ ...figure, value: -1 })),
    );
    expect(await publication.removeSupersededObservations(db, again)).toBe(rows - 6);
    const { rows: kept } = await listObservations(db, publicReader, {
      indicator: ['misdrijven'],
      period: ['1000-01'],
      limit: 10,
    });
    expect(kept.map(({ value }) => value)).toEqual([-1, -1, -1, -1, -1, -1]);
  });

  test('a boundary year that comes again keeps the figures of its areas, and loses those of areas that went', async () => {
    const db = getDatabase();
    const release = await newRelease(db, 'fixture');
    const fewer = areas2024.filter(({ code }) => code !== 'BU90020000');
    const count = async () =>
      (
        await listObservations(db, publicReader, {
          indicator: ['inwoners'],
          boundaryYear: [2024],
          limit: 100,
        })
      ).rows.length;
    const before = await count();
    await publication.replaceBoundaryYear(db, { year: 2024, source: 'grenzen', release }, fewer);
    expect(await count()).toBe(before - 1);
    expect((await listBoundaryYears(db, publicReader)).map(({ areas }) => areas.neighbourhood)).toEqual([
      5, 5,
    ]);
    await publication.replaceBoundaryYear(db, { year: 2024, source: 'grenzen', release }, areas2024);
  });

  test('an import that fails leaves what was there', async () => {
    const db = getDatabase();
    const before = await listReleases(db, publicReader);
    const failing = db.transaction().execute(async (transaction) => {
      await publication.lockPublication(transaction);
      await publication.removeDemonstration(transaction);
      const release = await newRelease(transaction, 'failing');
      await publication.upsertObservations(transaction, release, manyFigures(10));
      throw new Error('halfway');
    });
    await expect(failing).rejects.toThrow('halfway');
    expect(await listReleases(db, publicReader)).toEqual(before);
  });

  test('indicators of a later package stand behind those that are there; a renewed one stays one', async () => {
    const db = getDatabase();
    const known = await listIndicators(db, everything);
    const [first] = known;
    if (!first) throw new Error('the fixture has indicators');
    const {
      key: _key,
      levels: _levels,
      periods: _periods,
      sources: _sources,
      columns: _columns,
      ...rest
    } = first;
    await publication.upsertIndicators(db, [{ ...rest, key: 'later' }]);
    const entries = await listIndicators(db, everything);
    expect(entries.map(({ key }) => key)).toEqual([...known.map(({ key }) => key), 'later']);
    expect(entries.at(-1)).toMatchObject({ levels: [], periods: [], columns: {} });
  });

  test('the demonstration goes whole, and real data is no demonstration', async () => {
    const db = getDatabase();
    expect(await publication.removeDemonstration(db)).toEqual([]);
    await db.updateTable('release').set({ demonstration: true }).execute();
    const releases = await db.selectFrom('release').select('id').orderBy('id').execute();
    expect(await publication.removeDemonstration(db)).toEqual(releases.map(({ id }) => id));
    expect(await db.selectFrom('region').selectAll().execute()).toEqual([]);
    expect(await listThemes(db, publicReader)).toEqual([]);
    for (const table of [
      'area',
      'area_version',
      'observation',
      'tile',
      'value_column',
      'lineage',
      'lineage_answer',
      'target',
    ] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  });
});
