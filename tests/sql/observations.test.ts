import { beforeAll, expect, test } from 'vitest';
import {
  formatCursor,
  listObservations,
  type ObservationFilter,
  type ObservationRow,
  parseCursor,
} from '../../sql/observations.ts';
import { publicReader } from '../../sql/reader.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

const keyOf = ({ indicator, level, period, boundaryYear, area }: ObservationRow) =>
  [indicator, level, period, boundaryYear, area].join(' ');

describeOnBothDatabases('the listing of figures', (getDatabase) => {
  beforeAll(() => publishFixture(getDatabase()));
  const list = (filter: Partial<ObservationFilter>) =>
    listObservations(getDatabase(), publicReader, { indicator: ['misdrijven'], limit: 1000, ...filter });

  test('a row says what it is, of which area, and where it comes from', async () => {
    const page = await list({ indicator: ['tevredenheid'], area: ['BU90010000'] });
    expect(page.rows).toEqual([
      {
        indicator: 'tevredenheid',
        area: 'BU90010000',
        areaName: 'Dorpskern',
        level: 'neighbourhood',
        boundaryYear: 2024,
        period: '2024',
        value: 7.4,
        lower: 7.1,
        upper: 7.7,
        sampleSize: 84,
        status: 'final',
        origin: 'published',
        source: 'tellingen',
        note: null,
      },
    ]);
    expect(page.sources.map(({ title }) => title)).toEqual(['Proeftellingen']);
    expect(page.next).toBeNull();
  });

  test('of a cell that has both, the figure of the source is listed and not the sum', async () => {
    const { rows } = await list({ indicator: ['inwoners'], area: ['GM9001'] });
    expect(rows.map(({ value, origin }) => [value, origin])).toEqual([[1755, 'published']]);
  });

  test('a missing figure has a status and no value', async () => {
    const { rows } = await list({ indicator: ['inwoners'], area: ['BU90020001'], boundaryYear: [2024] });
    expect(rows.map(({ value, status }) => [value, status])).toEqual([[null, 'suppressed']]);
  });

  test('filters of one kind add up, filters of different kinds narrow down', async () => {
    expect((await list({ level: ['country', 'region'] })).rows.map(({ area }) => area)).toEqual([
      'NL00',
      'proefstreek',
    ]);
    expect(
      (await list({ level: ['municipality'], period: ['2023'] })).rows.map(({ value }) => value),
    ).toEqual([45]);
    expect((await list({ indicator: ['inwoners'], boundaryYear: [2021] })).rows).toHaveLength(3);
    expect((await list({ indicator: ['no-such-indicator'] })).rows).toEqual([]);
  });

  test('within gives what lies in an area, however deep, and not the area itself', async () => {
    const inMunicipality = await list({ within: ['GM9001'], period: ['2024'] });
    expect(inMunicipality.rows.map(({ area }) => area)).toEqual(['BU90010000', 'BU90010001', 'BU90010100']);
    const inDistrict = await list({ within: ['WK900100', 'WK900200'], period: ['2024'] });
    expect(inDistrict.rows.map(({ area }) => area)).toEqual([
      'BU90010000',
      'BU90010001',
      'BU90020000',
      'BU90020001',
    ]);
    const inCountry = await list({ within: ['NL00'], level: ['municipality'], period: ['2024'] });
    expect(inCountry.rows.map(({ area }) => area)).toEqual(['GM9001']);
  });

  test.each([1, 2, 5])(
    'pages of %i put together are the whole, each row once and in order',
    async (limit) => {
      const indicator = ['misdrijven', 'inwoners', 'tevredenheid'];
      const whole = await list({ indicator });
      const rows: ObservationRow[] = [];
      let after: ObservationFilter['after'];
      do {
        const page = await list({ indicator, limit, after });
        expect(page.rows.length).toBeLessThanOrEqual(limit);
        rows.push(...page.rows);
        after = (page.next && parseCursor(formatCursor(page.next))) ?? undefined;
      } while (after);
      expect(rows).toEqual(whole.rows);
      const keys = whole.rows.map(keyOf);
      expect(keys).toEqual([...new Set(keys)].sort());
    },
  );

  test('a text that is no cursor is told from one', () => {
    for (const text of [
      '',
      'abc',
      Buffer.from('[1,2]').toString('base64url'),
      Buffer.from('["a","b","c",1.5,"d"]').toString('base64url'),
    ])
      expect(parseCursor(text)).toBeNull();
  });
});
