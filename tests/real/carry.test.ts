import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCatalog } from '../../api/catalog.ts';
import { carryObservations } from '../../api/figures/carried-observations.ts';
import { importPackage } from '../../api/release/import.ts';
import type { ObservationRow } from '../../api/schemas/observation.ts';
import type { OpenedDatabase } from '../../sql/database.ts';
import { listObservations } from '../../sql/observations.ts';
import { publicReader } from '../../sql/reader.ts';
import { openEmbeddedCopy } from '../setup/database.ts';
import { realData } from '../setup/real-data.ts';

let opened: OpenedDatabase;

beforeAll(async () => {
  opened = await openEmbeddedCopy();
  await importPackage(opened.db, realData, { importedBy: 'tester' });
});
afterAll(() => opened?.close());

const levels = ['neighbourhood', 'district', 'municipality'] as const;

async function carry(indicator: string, period: string, carriedTo: number, boundaryYear: number) {
  const filter = { indicator: [indicator], period: [period], boundaryYear: [boundaryYear], carriedTo };
  const catalog = await readCatalog(opened.db, publicReader);
  const { rows } = await carryObservations({ db: opened.db, reader: publicReader, catalog, filter }, 10_000);
  const list = { indicator: [indicator], period: [period], boundaryYear: [boundaryYear], limit: 10_000 };
  const { rows: published } = await listObservations(opened.db, publicReader, list);
  return { rows, published };
}

function ofLevel<Row extends { readonly level: string }>(rows: readonly Row[], level: string): Row[] {
  return rows.filter((row) => row.level === level);
}

function addValues(rows: readonly { readonly value: number | null }[]): number {
  return rows.reduce((sum, { value }) => sum + (value ?? 0), 0);
}

function report(what: string, rows: readonly ObservationRow[]): void {
  for (const level of levels) {
    const own = ofLevel(rows, level);
    const estimated = own.filter(({ status }) => status === 'estimated');
    const absent = own.filter(({ value }) => value === null).length;
    console.log(
      `${what}, ${level}: ${estimated.length} of ${own.length} estimated, ${absent} without a figure`,
    );
  }
}

describe.each([
  ['misdrijven', '2024', 2024, 2021, 517],
  ['inwoners', '2021', 2021, 2024, 537],
] as const)('%s of %s, from the boundaries of %i to those of %i', (indicator, period, from, to, areas) => {
  test('has every area, and keeps the totals', async () => {
    const { rows, published } = await carry(indicator, period, to, from);
    report(`${indicator} ${period} on the boundaries of ${to}`, rows);
    expect(ofLevel(rows, 'neighbourhood')).toHaveLength(areas);
    for (const level of levels) {
      const [before, after] = [ofLevel(published, level), ofLevel(rows, level)];
      expect(addValues(after), level).toBeCloseTo(addValues(before), 4);
      expect(
        after.every(({ boundaryYear, carriedFrom }) => boundaryYear === to && carriedFrom === from),
      ).toBe(true);
    }
  });

  test('estimates what was redrawn alone, and leaves every other figure to the last bit', async () => {
    const { rows, published } = await carry(indicator, period, to, from);
    const figures = new Map(published.map((row) => [row.area, row]));
    const estimated = ofLevel(rows, 'neighbourhood').filter(({ status }) => status === 'estimated');
    expect(estimated.length).toBeGreaterThan(0);
    expect(estimated.length).toBeLessThan(80);
    for (const { measuredShare } of estimated) {
      expect(measuredShare).toBeGreaterThanOrEqual(0);
      expect(measuredShare).toBeLessThanOrEqual(1);
    }
    const copied = rows.filter(({ origin, status }) => origin === 'published' && status !== 'estimated');
    expect(copied.length).toBeGreaterThan(450);
    for (const { area, value, measuredShare } of copied) {
      const before = figures.get(area);
      if (!before) continue;
      expect(Object.is(before.value, value), area).toBe(true);
      if (value !== null) expect(measuredShare).toBe(1);
    }
    expect(ofLevel(rows, 'municipality').filter(({ status }) => status === 'estimated')).toEqual([]);
  });
});

test('rates are those of the carried crimes and inhabitants', async () => {
  const [rates, crimes] = [
    await carry('misdrijven-per-1000', '2024', 2021, 2024),
    await carry('misdrijven', '2024', 2021, 2024),
  ];
  report('misdrijven-per-1000 2024 on the boundaries of 2021', rates.rows);
  const counts = new Map(crimes.rows.map((row) => [row.area, row]));
  const estimated = ofLevel(rates.rows, 'neighbourhood').filter(({ status }) => status === 'estimated');
  expect(estimated.length).toBeGreaterThan(0);
  for (const { area, value } of estimated) {
    expect(value).not.toBeNull();
    expect(counts.get(area)?.status).toBe('estimated');
  }
});
