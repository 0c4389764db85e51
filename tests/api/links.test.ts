import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { applyRules } from '../../api/release/visibility.ts';
import type { ShortLinkBody } from '../../api/schemas/link.ts';
import { type ColumnData, decodeColumn } from '../../geodata/columns/column.ts';
import { everything, nobody, publicReader, type Reader } from '../../sql/reader.ts';
import { listTrail } from '../../sql/trail.ts';
import { closeSite } from '../../sql/visibility-rules.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';
import { serveReader } from './walk.ts';

const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };

describeOnBothDatabases('short links', (getDatabase) => {
  beforeAll(async () => {
    await publishFixture(getDatabase());
    await sql`insert into publication (release) select min(id) from release`.execute(getDatabase());
  });

  const ask = (reader: Reader, address: string) =>
    serveReader(getDatabase(), reader).request(`http://localhost${address}`);

  async function send(reader: Reader, method: string, address: string, body?: object): Promise<Response> {
    return serveReader(getDatabase(), reader).request(`http://localhost${address}`, {
      method,
      headers: { 'Content-Type': 'application/json', Origin: 'http://localhost' },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  async function make(address: string, frozen = false, reader = partner): Promise<string> {
    const answer = await send(reader, 'POST', '/api/links', { address, frozen });
    expect(answer.status, await answer.clone().text()).toBe(200);
    const { id, url } = (await answer.json()) as { id: string; url: string };
    expect(id).toMatch(/^[2-9a-hjkmnp-z]{8}$/);
    expect(url).toBe(`http://localhost/s/${id}`);
    return id;
  }

  const follow = async (reader: Reader, path: string) =>
    (await ask(reader, path)).headers.get('Location') ?? '';
  const tell = async (reader: Reader, id: string) =>
    (await (await ask(reader, `/api/links/${id}`)).json()) as ShortLinkBody;

  test('lead where they were made, and are the same for the same address', async () => {
    const id = await make('/?indicator=misdrijven&period=2024');
    expect(await follow(publicReader, `/s/${id}`)).toBe('/?indicator=misdrijven&period=2024');
    const alike = [
      'http://localhost/?indicator=misdrijven&period=2024',
      'https://localhost/?period=2024&indicator=misdrijven',
      '/?indicator=misdrijven&amp;period=2024&utm_source=mail',
      '?indicator=misdrijven&period=2024&see-as=police',
    ];
    for (const address of alike) expect(await make(address)).toBe(id);
    expect(await make('/?indicator=misdrijven&period=2023')).not.toBe(id);
    expect(await follow(publicReader, `/s/${await make('/')}`)).toBe('/');
    expect(await tell(publicReader, id)).toMatchObject({ id, isFrozen: false, hidden: 0, figures: [] });
  });

  test.each([
    'https://elders.example.nl/?period=2024',
    '//elders.example.nl/?period=2024',
    '/\\elders.example.nl/',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://localhost@elders.example.nl/',
    'http://localhost.elders.example.nl/',
    '/api/catalog',
    '/s/abcd2345',
    '/?level=street',
    '/?nonsense=1',
    '/?indicator=onbekend',
    '/\r\n/elders',
  ])('are made of addresses of this site alone: not of %s', async (address) => {
    const answer = await send(partner, 'POST', '/api/links', { address });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ parameter: 'address' }] });
  });

  test('are made by programs, which say of no page that they are from it, and by no other page', async () => {
    const post = async (headers: Record<string, string>) =>
      (
        await serveReader(getDatabase(), publicReader).request('http://localhost/api/links', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...headers },
          body: JSON.stringify({ address: '/?indicator=misdrijven' }),
        })
      ).status;
    expect(await post({})).toBe(200);
    expect(await post({ Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
    for (const headers of [
      { Origin: 'https://elders.example.nl' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-site' },
    ])
      expect(await post(headers), JSON.stringify(headers)).toBe(403);
  });

  test('open as they were mangled, and say what is no link', async () => {
    const id = await make('/?indicator=misdrijven&level=district');
    const expected = '/?indicator=misdrijven&level=district';
    for (const path of [`/s/${id}).`, `/s/${id.toUpperCase()}`, `/s/%3C${id}%3E`, `/s/${id}?utm_source=mail`])
      expect(await follow(publicReader, path)).toBe(expected);
    for (const path of [`/S/${id}`, `/s%2F${id}`, `//s/${id}`])
      expect(await follow(publicReader, path)).toBe(`/s/${id}`);
    expect(await follow(publicReader, '/s/zzzzzzzz')).toBe('/?link=zzzzzzzz');
    expect((await ask(publicReader, '/api/links/zzzzzzzz')).status).toBe(404);
    // A sign that UTF-16 writes in two halves, cut where the name is.
    const long = `/s/${'a'.repeat(39)}${encodeURIComponent('😀')}b`;
    expect(await follow(publicReader, long)).toBe(`/?link=${'a'.repeat(39)}${encodeURIComponent('😀')}`);
    for (const path of [`/api/s/${id}`, `/ogc/s/${id}`, `/tiles/s/${id}`])
      expect((await ask(publicReader, path)).status).toBe(404);
  });

  test('name nothing that whoever opens them may not know of', async () => {
    const id = await make('/?indicator=meldingen&pair=misdrijven');
    expect(await follow(partner, `/s/${id}`)).toBe('/?indicator=meldingen&pair=misdrijven');
    expect(await follow(publicReader, `/s/${id}`)).toBe('/?indicator=not-shown&pair=misdrijven');
    expect(await tell(publicReader, id)).toMatchObject({ hidden: 1 });
    const made = await send(partner, 'POST', '/api/links', {
      address: '/?indicator=meldingen&pair=misdrijven',
    });
    expect(await made.json()).toMatchObject({ id, hidden: 1 });
    expect(
      (await send(publicReader, 'POST', '/api/links', { address: '/?indicator=meldingen' })).status,
    ).toBe(400);
    await closeSite(getDatabase(), true);
    expect((await ask(publicReader, `/api/links/${id}`)).status).toBe(401);
    expect(await follow(publicReader, `/s/${id}`)).not.toMatch(/meldingen|misdrijven/);
    expect(await follow(nobody, `/s/${id}`)).not.toMatch(/meldingen|misdrijven/);
    await closeSite(getDatabase(), false);
  });

  test('are listed and removed by administrators alone, which stands in the trail', async () => {
    const id = await make('/?indicator=misdrijven&scale=period');
    for (const reader of [publicReader, partner]) {
      expect((await ask(reader, '/api/links')).status).toBe(404);
      expect((await send(reader, 'DELETE', `/api/links/${id}`)).status).toBe(404);
    }
    const listed = (await (await ask(everything, '/api/links')).json()) as { rows: ShortLinkBody[] };
    expect(listed.rows.map((row) => row.id)).toContain(id);
    const foreign = serveReader(getDatabase(), everything).request(`http://localhost/api/links/${id}`, {
      method: 'DELETE',
      headers: { Origin: 'https://elders.example.nl' },
    });
    expect((await foreign).status).toBe(403);
    const left = (await (await send(everything, 'DELETE', `/api/links/${id}`)).json()) as {
      rows: ShortLinkBody[];
    };
    expect(left.rows.map((row) => row.id)).not.toContain(id);
    expect(await follow(publicReader, `/s/${id}`)).toBe(`/?link=${id}`);
    expect((await send(everything, 'DELETE', `/api/links/${id}`)).status).toBe(404);
    const [entry] = await listTrail(getDatabase(), { act: 'link-remove', limit: 1 });
    expect(entry).toMatchObject({ subject: `link:${id}`, actor: 'server' });
  });

  describe('that are frozen', () => {
    const address = '/?indicator=misdrijven';
    const key = { indicator: 'misdrijven', level: 'neighbourhood' };

    async function readColumn(reader: Reader, query = ''): Promise<ColumnData> {
      const answer = await ask(reader, `/api/columns/misdrijven/neighbourhood${query}`);
      expect(answer.status).toBe(200);
      return decodeColumn(new Uint8Array(await answer.arrayBuffer()));
    }

    test('name their period and boundaries, and are other links than living ones', async () => {
      const id = await make(address, true, publicReader);
      expect(await make(address, true, publicReader)).toBe(id);
      expect(await make(address)).not.toBe(id);
      const to = await follow(publicReader, `/s/${id}`);
      expect(to).toMatch(
        new RegExp(`^/\\?indicator=misdrijven&period=\\d{4}&boundaries=\\d{4}&frozen=${id}$`),
      );
      expect(await (await ask(publicReader, to)).text()).toContain('og:title');
      // Who passes a frozen view on passes on what it is frozen to.
      const passed = await make(to, true);
      expect(await follow(publicReader, `/s/${passed}`)).toBe(to);
      expect(await tell(publicReader, id)).toMatchObject({
        isFrozen: true,
        figures: [{ ...key, state: 'same' }],
      });
      const pages = await send(partner, 'POST', '/api/links', { address: '/?page=sources', frozen: true });
      expect(await pages.json()).toMatchObject({ errors: [{ parameter: 'frozen' }] });
    });

    test('are what they say: other figures are frozen anew, or refused', async () => {
      const id = await make(address, true, publicReader);
      for (const other of [`/?indicator=inwoners&frozen=${id}`, `${address}&frozen=zzzzzzzz`]) {
        const refused = await send(partner, 'POST', '/api/links', { address: other });
        expect(await refused.json()).toMatchObject({ status: 400, errors: [{ parameter: 'address' }] });
        const anew = await make(other, true);
        expect(anew).not.toBe(id);
        const { figures } = await tell(publicReader, anew);
        expect(figures.map(({ state }) => state)).toEqual(['same']);
      }
    });

    test('keep the figures of then, and say that there are newer ones', async () => {
      const db = getDatabase();
      const id = await make(`${address}&scale=period`, true);
      const before = await readColumn(publicReader);
      const of = db
        .updateTable('observation')
        .where('indicator', '=', 'misdrijven')
        .where('level', '=', 'neighbourhood');
      const { area } = await db
        .selectFrom('observation')
        .select('area')
        .where('indicator', '=', 'misdrijven')
        .where('level', '=', 'neighbourhood')
        .where('status', '=', 'final')
        .executeTakeFirstOrThrow();
      await of.set({ value: sql`value + 1000` }).where('status', '=', 'final').execute();
      await of
        .set({ value: null, lower: null, upper: null, status: 'suppressed' })
        .where('area', '=', area)
        .execute();
      await db.transaction().execute((transaction) => applyRules(transaction, { whole: true }));
      const now = await readColumn(publicReader);
      const { figures } = await tell(publicReader, id);
      expect(figures).toMatchObject([{ ...key, state: 'renewed' }]);
      const then = await readColumn(publicReader, `?hash=${figures[0]?.hash}&frozen=${id}`);
      const valuesOf = (column: ColumnData) => column.periods.map(({ values }) => [...values]);
      expect(valuesOf(now)).not.toEqual(valuesOf(before));
      // What is suppressed since is not given by the older link either; all else is as it was.
      const expected = before.periods.map(({ values }, at) =>
        [...values].map((value, index) =>
          Number.isNaN(now.periods[at]?.values[index]) ? Number.NaN : value,
        ),
      );
      expect(valuesOf(then)).toEqual(expected);
      expect(expected.flat().some((value) => value < 1000)).toBe(true);
      expect(expected).not.toEqual(valuesOf(before));
    });

    test('show the newest figures, and say so, once those of then were taken back', async () => {
      const id = await make(`${address}&scale=period`, true);
      await sql`delete from publication`.execute(getDatabase());
      const { figures } = await tell(publicReader, id);
      expect(figures).toEqual([{ ...key, hash: null, state: 'gone' }]);
      expect(await readColumn(publicReader, `?frozen=${id}`)).toEqual(await readColumn(publicReader));
    });
  });
});
