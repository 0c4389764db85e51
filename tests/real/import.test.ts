import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importPackage } from '../../api/release/import.ts';
import { formatReport, type ImportReport } from '../../api/release/report.ts';
import { deriveIndicator } from '../../geodata/derivation/derive.ts';
import { indexFigures } from '../../geodata/derivation/figures.ts';
import type { Indicator } from '../../geodata/indicator.ts';
import { listReleases } from '../../sql/catalog.ts';
import type { Database, OpenedDatabase } from '../../sql/database.ts';
import { listObservations, type ObservationFilter } from '../../sql/observations.ts';
import { everything, publicReader } from '../../sql/reader.ts';
import { openEmbeddedCopy } from '../setup/database.ts';
import { realData } from '../setup/real-data.ts';

let opened: OpenedDatabase;
let db: Database;
let report: ImportReport;

beforeAll(async () => {
  opened = await openEmbeddedCopy();
  db = opened.db;
  const started = performance.now();
  report = await importPackage(db, realData, { importedBy: 'tester' });
  console.log(formatReport(report));
  console.log(`Imported in ${((performance.now() - started) / 1000).toFixed(1)} s`);
});
afterAll(() => opened?.close());

describe('the whole package of Twente', () => {
  test('gives both boundary years all of their areas', () => {
    expect(report.areas).toEqual([
      { boundaryYear: 2021, municipality: 14, district: 120, neighbourhood: 517 },
      { boundaryYear: 2024, municipality: 14, district: 127, neighbourhood: 537 },
    ]);
  });

  test('follows the areas from 2021 to 2024', () => {
    const changes = report.lineage.find(({ level }) => level === 'neighbourhood')?.changes;
    expect(changes).toMatchObject({ new: 38, gone: 18 });
    expect(changes?.redrawn).toBeGreaterThanOrEqual(30);
    expect(changes?.redrawn).toBeLessThanOrEqual(38);
  });

  test('keeps the registered crimes as published, and the sum of the neighbourhoods equal to them', async () => {
    const enschede = await listValues({ indicator: ['misdrijven'], area: ['GM0153'] });
    expect(enschede).toEqual([8401, 10150, 9055, 9533, 10394]);
    const almelo = await listValues({ indicator: ['misdrijven'], area: ['GM0141'], period: ['2021'] });
    expect(almelo).toEqual([3584]);
    const country = await listValues({ indicator: ['misdrijven'], area: ['NL00'], period: ['2024'] });
    expect(country).toEqual([793382]);
  });

  test('computes crimes per 1,000 inhabitants of every level, saying of which year the inhabitants are', async () => {
    const filter = { indicator: ['misdrijven-per-1000'], period: ['2021'], area: ['GM0141', 'twente'] };
    const { rows } = await listObservations(db, publicReader, { ...filter, limit: 10 });
    expect(rows.map(({ area }) => area).sort()).toEqual(['GM0141', 'twente']);
    const almelo = rows.find(({ area }) => area === 'GM0141');
    expect(almelo).toMatchObject({ origin: 'derived', note: { denominatorPeriod: '2024' } });
    expect(almelo?.value).toBeCloseTo((3584 / 74_317) * 1000, 6);
  });

  test('gives no crimes per 1,000 of too few inhabitants: how many areas that are at 50, 100 and 250', async () => {
    const level = ['neighbourhood' as const];
    const readAll = async (filter: Omit<ObservationFilter, 'limit'>) =>
      (await listObservations(db, publicReader, { ...filter, level, limit: 5_000 })).rows;
    const crimes = await readAll({ indicator: ['misdrijven'], period: ['2025'] });
    const people = await readAll({ indicator: ['inwoners'], boundaryYear: [2024] });
    const count = (smallestDenominator: number) => {
      const derive = { numerator: 'misdrijven', denominator: 'inwoners', factor: 1000 };
      const rate = { derive, smallestDenominator, key: 'misdrijven-per-1000' } as Indicator;
      const made = deriveIndicator(rate, indexFigures([...crimes, ...people]));
      return made.filter(({ status }) => status === 'too-few').length;
    };
    expect([50, 100, 250].map(count)).toEqual([26, 52, 106]);
    const rates = await readAll({ indicator: ['misdrijven-per-1000'], period: ['2025'] });
    expect(rates.filter(({ status }) => status === 'too-few')).toHaveLength(52);
    const highest = rates.sort((one, other) => (other.value ?? -1) - (one.value ?? -1)).slice(0, 20);
    const counted = new Map(people.map(({ area, value }) => [area, value ?? 0]));
    for (const { area } of highest) expect(counted.get(area)).toBeGreaterThanOrEqual(100);
    const kennispark = ['BU01530703'];
    expect(await listValues({ indicator: ['misdrijven'], area: kennispark, period: ['2025'] })).toEqual([
      187,
    ]);
    expect(rates.find(({ area }) => area === kennispark[0])?.status).toBe('too-few');
  });

  test('gives a neighbourhood whose income is withheld a status and no value, and never a zero', async () => {
    const filter = { indicator: ['inkomen-per-inwoner'], level: ['neighbourhood' as const] };
    const { rows } = await listObservations(db, publicReader, { ...filter, limit: 2_000 });
    const withheld = rows.filter(({ value }) => value === null);
    expect(withheld.length).toBeGreaterThan(0);
    for (const { status } of withheld) expect(['suppressed', 'missing']).toContain(status);
    expect(rows.some(({ value }) => value === 0)).toBe(false);
  });

  test('leaves no value beyond what its unit can be', async () => {
    const shares = ['aandeel-65-plus', 'koopwoningen', 'goed-ervaren-gezondheid'];
    const { rows } = await listObservations(db, publicReader, { indicator: shares, limit: 20_000 });
    expect(rows.length).toBeGreaterThan(3_000);
    for (const { value } of rows) if (value !== null) expect(value >= 0 && value <= 100).toBe(true);
  });

  test('makes the same again when it is imported again', async () => {
    const again = await importPackage(db, realData, { importedBy: 'tester' });
    const { areas, observations, statuses, lineage, tiles, columns } = report;
    expect(again).toMatchObject({ areas, observations, statuses, lineage, tiles, columns, superseded: 0 });
    const states = (await listReleases(db, everything)).map(({ state }) => state);
    expect(states).toEqual(['published', 'withdrawn']);
  });
});

async function listValues(filter: Omit<ObservationFilter, 'limit'>): Promise<(number | null)[]> {
  const { rows } = await listObservations(db, publicReader, { ...filter, limit: 100 });
  return rows.sort((a, b) => (a.period < b.period ? -1 : 1)).map(({ value }) => value);
}
