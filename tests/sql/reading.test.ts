import { beforeAll, expect, test } from 'vitest';
import { listAreaList } from '../../sql/area-list.ts';
import { findArea, listAreas, listAreaYears, listChildren } from '../../sql/areas.ts';
import { findColumn, findTile, listTilesets } from '../../sql/artefacts.ts';
import * as catalog from '../../sql/catalog.ts';
import { listLineage } from '../../sql/lineage.ts';
import { listProfile } from '../../sql/profile.ts';
import { publicReader } from '../../sql/reader.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture, tilesetHash } from '../setup/publication.ts';

describeOnBothDatabases('what a reader is told', (getDatabase) => {
  beforeAll(() => publishFixture(getDatabase()));

  test('the catalog holds the region, its years and its municipalities in their own order', async () => {
    const db = getDatabase();
    expect(await catalog.findRegion(db, publicReader)).toMatchObject({
      key: 'proefstreek',
      demonstration: false,
    });
    expect(await catalog.listMunicipalities(db, publicReader)).toEqual([
      { code: 'GM9002', name: 'Oostermeer' },
      { code: 'GM9001', name: 'Westerbroek' },
    ]);
    const [first, second] = await catalog.listBoundaryYears(db, publicReader);
    expect(first).toMatchObject({ year: 2021, areas: { municipality: 2, district: 3, neighbourhood: 5 } });
    expect(second).toMatchObject({ year: 2024, areas: { municipality: 2, district: 3, neighbourhood: 6 } });
    expect(second?.bbox).toEqual([6, 52, 6.6, 52.2]);
  });

  test('an indicator lists its levels, its periods with their status, its sources and its columns', async () => {
    const entries = await catalog.listIndicators(getDatabase(), publicReader);
    const crimes = entries.find(({ key }) => key === 'misdrijven');
    expect(crimes?.levels).toEqual(['country', 'region', 'municipality', 'neighbourhood']);
    const levels = ['country', 'region', 'municipality', 'neighbourhood'];
    expect(crimes?.periods).toEqual([
      { period: '2023', boundaryYear: 2024, status: 'final', levels: expect.any(Array) },
      { period: '2024', boundaryYear: 2024, status: 'provisional', levels: expect.any(Array) },
    ]);
    expect(
      levels.filter((level) =>
        crimes?.periods.some((period) => period.levels.some((each) => each === level)),
      ),
    ).toEqual(levels);
    expect(crimes?.sources).toEqual(['tellingen']);
    const column = await findColumn(getDatabase(), publicReader, 'misdrijven', 'neighbourhood');
    expect(crimes?.columns).toMatchObject({
      neighbourhood: { hash: column?.hash, bytes: column?.brotli.length },
    });
    expect(entries.find(({ key }) => key === 'tevredenheid')?.aggregate).toEqual({ weightedBy: 'inwoners' });
  });

  test('a theme is listed with the field above it', async () => {
    const themes = await catalog.listThemes(getDatabase(), publicReader);
    expect(themes.map(({ key }) => key)).toEqual([
      'leefomgeving',
      'leefomgeving.objectief',
      'leefomgeving.subjectief',
      'achtergrond',
      'achtergrond.bevolking',
    ]);
  });

  test('an area knows its parents, its neighbours and where it lies', async () => {
    const area = await findArea(getDatabase(), publicReader, 'BU90010001');
    expect(area?.boundaryYear).toBe(2024);
    expect(area?.parents.map(({ code }) => code)).toEqual(['WK900100', 'GM9001', 'proefstreek', 'NL00']);
    expect(area?.neighbours.map(({ name }) => name)).toEqual(['Dorpskern', 'Veenhuizen']);
    expect(area?.bbox).toEqual([6.1, 52, 6.2, 52.2]);
    expect(area?.centroid?.[0]).toBeCloseTo(6.15);
  });

  test('the region lies where its municipalities lie; the country has no place of its own', async () => {
    expect((await findArea(getDatabase(), publicReader, 'proefstreek'))?.bbox).toEqual([6, 52, 6.6, 52.2]);
    const country = await findArea(getDatabase(), publicReader, 'NL00');
    expect(country).toMatchObject({ bbox: null, centroid: null, parents: [] });
  });

  test('an area of an earlier year is found by that year only', async () => {
    const db = getDatabase();
    expect(await findArea(db, publicReader, 'BU90020002', 2021)).toBeNull();
    expect(await listAreaYears(db, publicReader, 'BU90020002')).toEqual([2024]);
    expect(await listAreaYears(db, publicReader, 'GM9001')).toEqual([2021, 2024]);
    expect((await findArea(db, publicReader, 'BU90020001', 2021))?.index).toBe(4);
    expect((await findArea(db, publicReader, 'BU90020001'))?.index).toBe(5);
  });

  test('children and areas of a level are listed by code', async () => {
    const db = getDatabase();
    const children = await listChildren(db, publicReader, 'WK900200', 2024);
    expect(children.map(({ code }) => code)).toEqual(['BU90020000', 'BU90020001', 'BU90020002']);
    expect(await listAreas(db, publicReader, 2021, 'district')).toHaveLength(3);
    const places = await listAreaList(db, publicReader, 2024, 'neighbourhood');
    expect(places).toHaveLength(6);
    expect(places[0]).toMatchObject({
      code: 'BU90010000',
      neighbours: ['BU90010001'],
      bbox: [6, 52, 6.1, 52.2],
    });
  });

  test('lineage is listed for a pair of years, of all levels or one', async () => {
    const db = getDatabase();
    expect(await listLineage(db, publicReader, 2021, 2024)).toHaveLength(8);
    const rows = await listLineage(db, publicReader, 2021, 2024, 'neighbourhood');
    expect(
      rows
        .filter(({ fromCode }) => fromCode === 'BU90020001')
        .map(({ toCode, areaShare }) => [toCode, areaShare]),
    ).toEqual([
      ['BU90020001', 0.5],
      ['BU90020002', 0.5],
    ]);
    expect(await listLineage(db, publicReader, 2024, 2021)).toEqual([]);
  });

  test('a tile comes as it was stored, and only by the hash of its tileset', async () => {
    const db = getDatabase();
    const tilesets = await listTilesets(db, publicReader);
    expect(tilesets.find(({ boundaryYear }) => boundaryYear === 2024)?.tilejson).toMatchObject({
      minzoom: 6,
      maxzoom: 13,
    });
    const tile = await findTile(db, publicReader, 2024, tilesetHash, 6, 33, 21);
    expect(tile?.gzip.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    expect(await findTile(db, publicReader, 2024, 'another', 6, 33, 21)).toBeNull();
    expect(await findTile(db, publicReader, 2024, tilesetHash, 6, 0, 0)).toBeNull();
  });

  test('a profile holds the latest figure, the series, the larger areas and the rank with its ties', async () => {
    const db = getDatabase();
    const area = await findArea(db, publicReader, 'BU90010000');
    if (!area) throw new Error('the fixture has this area');
    const profile = await listProfile(db, publicReader, area);
    expect(profile.map(({ indicator }) => indicator)).toEqual([
      'inwoners',
      'misdrijven',
      'misdrijven-per-1000',
      'tevredenheid',
    ]);
    const crimes = profile.find(({ indicator }) => indicator === 'misdrijven');
    expect(crimes?.figure).toMatchObject({ period: '2024', value: 40, status: 'provisional' });
    expect(crimes?.source).toMatchObject({ title: 'Proeftellingen', licence: { name: 'CC0-1.0' } });
    expect(crimes?.series.map(({ period, value }) => [period, value])).toEqual([
      ['2023', 30],
      ['2024', 40],
    ]);
    expect(crimes?.benchmarks.municipality).toMatchObject({ name: 'Westerbroek', value: 50 });
    expect(crimes?.benchmarks.region).toMatchObject({ value: 90 });
    expect(crimes?.benchmarks.country).toMatchObject({ value: 793_382 });
    expect(crimes?.rank).toEqual({ position: 1, of: 4, ties: 2 });
  });

  test('a profile takes the source’s own figure over the sum, and another period when asked', async () => {
    const db = getDatabase();
    const area = await findArea(db, publicReader, 'BU90010000');
    if (!area) throw new Error('the fixture has this area');
    const [inhabitants] = await listProfile(db, publicReader, area);
    expect(inhabitants?.benchmarks.municipality?.value).toBe(1755);
    const earlier = await listProfile(db, publicReader, area, { period: '2023' });
    expect(earlier.map(({ indicator, figure }) => [indicator, figure.value])).toEqual([['misdrijven', 30]]);
    expect(earlier[0]?.benchmarks).toMatchObject({
      municipality: { value: 45 },
      region: null,
      country: null,
    });
  });

  test('an area without a value has a status and no rank', async () => {
    const db = getDatabase();
    const area = await findArea(db, publicReader, 'BU90020001');
    if (!area) throw new Error('the fixture has this area');
    const profile = await listProfile(db, publicReader, area);
    expect(
      profile.map(({ indicator, figure, rank }) => [indicator, figure.value, figure.status, rank]),
    ).toEqual([
      ['inwoners', null, 'suppressed', null],
      ['misdrijven', null, 'missing', null],
    ]);
  });
});
