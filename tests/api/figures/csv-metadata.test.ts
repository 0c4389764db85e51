import { parse } from 'csv-parse/sync';
import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { readyStartup } from '../../../api/startup.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { publishFixture } from '../../setup/publication.ts';

interface Column {
  readonly name: string;
  readonly titles: { readonly nl: readonly string[]; readonly en: readonly string[] };
  readonly datatype: string | { readonly base: string; readonly format: string };
  readonly required?: boolean;
}

/** Whether a cell is what its column says, by the rules of CSV on the Web. */
function fits(cell: string, { datatype, required }: Column): boolean {
  if (cell === '') return required !== true;
  if (typeof datatype !== 'string') return new RegExp(datatype.format).test(cell);
  if (datatype === 'integer') return /^[-+]?\d+$/.test(cell);
  return datatype === 'string' || (datatype === 'double' && /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(cell));
}

describeOnBothDatabases('the metadata of a CSV', (getDatabase) => {
  let app: ReturnType<typeof createApp>;

  beforeAll(async () => {
    await publishFixture(getDatabase());
    const logger = pino({ level: 'silent' });
    app = createApp({ startup: readyStartup(getDatabase()), logger, publicUrl: null }, new Map());
  });

  test.each([
    ['figures of several indicators', 'indicator=misdrijven&indicator=tevredenheid'],
    ['carried figures', 'indicator=misdrijven&carriedTo=2021'],
    ['one page', 'indicator=inwoners&limit=3'],
  ])('tells of each column what is in it: %s', async (_, words) => {
    const address = `/api/observations?${words}&format=csv`;
    const csv = await app.request(address);
    const [, target = '', rest] = /^<([^>]+)>; (.*)$/.exec(csv.headers.get('Link') ?? '') ?? [];
    expect(rest).toBe('rel="describedby"; type="application/csvm+json"');
    const response = await app.request(target);
    expect(response.headers.get('Content-Type')).toBe('application/csvm+json');
    const metadata = (await response.json()) as {
      url: string;
      tableSchema: { columns: Column[]; primaryKey: string[] };
    };
    expect(metadata.url).toBe(address);
    const plain = await app.request(target.replace('&format=csv', ''));
    expect(await plain.json()).toMatchObject({ url: address });
    const { columns, primaryKey } = metadata.tableSchema;
    const [head = [], ...rows] = parse(await csv.text()) as string[][];
    expect(columns.map(({ name }) => name)).toEqual(head);
    for (const { name, titles } of columns)
      for (const words of [titles.nl, titles.en]) expect(words[0]).toBe(name);
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows)
      columns.forEach((column, place) => {
        expect(fits(row[place] ?? '', column), `${column.name}: ${row[place]}`).toBe(true);
      });
    const keys = rows.map((row) => primaryKey.map((name) => row[head.indexOf(name)]).join(' '));
    expect(new Set(keys).size).toBe(rows.length);
  });

  test('knows no more than the figures do', async () => {
    const path = '/api/observations.csv-metadata.json';
    for (const indicator of ['meldingen', 'onbekend'])
      expect((await app.request(`${path}?indicator=${indicator}`)).status).toBe(404);
    expect((await app.request(`${path}?indicator=misdrijven&colour=red`)).status).toBe(400);
    expect((await app.request('/api/observations?indicator=misdrijven')).headers.get('Link')).toBeNull();
  });
});
