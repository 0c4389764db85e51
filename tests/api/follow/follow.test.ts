import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnswering } from '../../../api/answering.ts';
import { type Followers, openFollowers } from '../../../api/follow/followers.ts';
import { createPace } from '../../../api/follow/limits.ts';
import { applyRules } from '../../../api/release/visibility.ts';
import { readyStartup } from '../../../api/startup.ts';
import type { ToldState } from '../../../geodata/follow/follow-state.ts';
import { publicReader, type Reader } from '../../../sql/reader.ts';
import { closeSite, writeRule } from '../../../sql/visibility-rules.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { publishFixture } from '../../setup/publication.ts';

const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };
const first = { address: '?indicator=misdrijven', slide: null, pointer: null };

interface Told {
  readonly event: string;
  readonly id: string;
  readonly state: ToldState;
}

describeOnBothDatabases('following along', (getDatabase) => {
  const stops: (() => void)[] = [];
  let here: { origin: string; followers: Followers };
  let elsewhere: typeof here;

  beforeAll(async () => {
    await publishFixture(getDatabase());
    [here, elsewhere] = [await serve(), await serve()];
  });
  afterAll(() => {
    for (const stop of stops) stop();
  });

  /** A process of its own. */
  async function serve() {
    const followers = openFollowers();
    const context = {
      startup: readyStartup(getDatabase()),
      logger: pino({ level: 'silent' }),
      publicUrl: null,
      followers,
    };
    const { listener } = createAnswering(context, new Map(), ({ header }) =>
      header('X-Pass') === 'partner' ? partner : publicReader,
    );
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stops.push(() => {
      followers.close();
      server.close().closeAllConnections();
    });
    return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, followers };
  }

  const send = (path: string, body: unknown, key = '', method = 'POST', { origin } = here) =>
    fetch(`${origin}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...(key && { 'X-Presenter-Key': key }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  async function begin(state: object = first) {
    const answer = await send('/api/follow', state);
    expect(answer.status, await answer.clone().text()).toBe(200);
    return (await answer.json()) as { code: string; key: string };
  }
  const show = (code: string, key: string, state: object | null, at = here) =>
    send(`/api/follow/${code}`, { state }, key, 'POST', at);

  /** Follows a session; gives what comes, one after the other. */
  async function follow(code: string, pass = '', { origin } = here, last = '') {
    const abort = new AbortController();
    stops.push(() => abort.abort());
    const answer = await fetch(`${origin}/api/follow/${code}/events`, {
      headers: { ...(pass && { 'X-Pass': pass }), ...(last && { 'Last-Event-ID': last }) },
      signal: abort.signal,
    });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const next = async (): Promise<Told | null> => {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const lines = text.slice(0, end).split('\n');
          text = text.slice(end + 2);
          const read = (name: string) =>
            lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
          if (read('event'))
            return {
              event: read('event') ?? '',
              id: read('id') ?? '',
              state: JSON.parse(read('data') ?? '{}'),
            };
          continue;
        }
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done) return null;
        text += value;
      }
    };
    return { answer, next, leave: () => abort.abort() };
  }

  test('who comes late sees what is shown, and then what changes, at every process', async () => {
    const { code, key } = await begin();
    expect(code).toMatch(/^[2-9a-hjkmnp-z]{6}$/);
    const pointer = { panel: 0, longitude: 6.9, latitude: 52.2 };
    const slide = { number: 2, count: 6, title: 'Misdrijven', sentence: 'Minder.' };
    expect((await show(code, key, { ...first, slide, pointer })).status).toBe(200);
    const [near, far] = [await follow(code), await follow(code, '', elsewhere)];
    expect(near.answer.headers.get('Content-Type')).toContain('text/event-stream');
    expect(near.answer.headers.get('X-Accel-Buffering')).toBe('no');
    const expected = { event: 'state', id: '2', state: { ...first, slide, pointer, hidden: 0 } };
    expect(await near.next()).toEqual(expected);
    expect(await far.next()).toEqual(expected);
    const answer = await show(code, key, { ...first, address: '?indicator=misdrijven&period=2024' });
    const { version } = (await answer.json()) as { version: number };
    // What PostgreSQL tells the other process, or it sees when it looks again.
    elsewhere.followers.look(code, version);
    for (const follower of [near, far])
      expect(await follower.next()).toMatchObject({
        id: '3',
        state: { address: '?indicator=misdrijven&period=2024', slide: null },
      });
    // Somebody whose connection was lost has the rest alone.
    const again = await follow(code, '', here, '2');
    expect(await again.next()).toMatchObject({ id: '3' });
    await expect
      .poll(async () => ((await (await show(code, key, null)).json()) as { followers: number }).followers)
      .toBe(3);
    near.leave();
    await expect
      .poll(async () => ((await (await show(code, key, null)).json()) as { followers: number }).followers)
      .toBe(2);
    // A process that stops lets them go; they find the present state at another.
    elsewhere.followers.close();
    expect(await far.next()).toBeNull();
    expect(await (await follow(code)).next()).toMatchObject({ id: '3' });
  });

  test('each sees with his own rights: what is hidden is counted, and not named', async () => {
    const slide = { number: 1, count: 1, title: 'Meldingen', sentence: 'Over meldingen' };
    const { code } = await begin({ address: '?indicator=meldingen', slide, pointer: null });
    expect((await (await follow(code, 'partner')).next())?.state).toMatchObject({
      address: '?indicator=meldingen',
      hidden: 0,
      slide,
    });
    const told = await (await follow(code)).next();
    expect(told?.state).toEqual({
      address: '?indicator=not-shown',
      hidden: 1,
      pointer: null,
      slide: { ...slide, title: '', sentence: '' },
    });
    const session = await (await fetch(`${here.origin}/api/follow/${code}`)).text();
    expect(session).not.toMatch(/meldingen|sleutel|key/i);
    // What was told to others before it was closed is not told to who comes after.
    const open = await begin({ address: '?indicator=inwoners', slide, pointer: null });
    expect((await (await follow(open.code)).next())?.state).toMatchObject({ hidden: 0, slide });
    const rule = { kind: 'indicator', subject: 'inwoners', level: null } as const;
    await writeRule(getDatabase(), rule, 'partner');
    await getDatabase()
      .transaction()
      .execute((transaction) => applyRules(transaction, { whole: true }));
    expect((await (await follow(open.code)).next())?.state).toMatchObject({
      hidden: 1,
      address: '?indicator=not-shown',
    });
    await writeRule(getDatabase(), rule, 'public');
    await getDatabase()
      .transaction()
      .execute((transaction) => applyRules(transaction, { whole: true }));
    await closeSite(getDatabase(), true);
    expect((await follow(code)).answer.status).toBe(401);
    expect((await follow(code, 'partner')).answer.status).toBe(200);
    await closeSite(getDatabase(), false);
  });

  test('the presenter alone shows and ends, by his key', async () => {
    const { code, key } = await begin();
    const other = await begin();
    for (const wrong of ['x'.repeat(43), other.key])
      for (const answer of [
        await show(code, wrong, first),
        await send(`/api/follow/${code}`, undefined, wrong, 'DELETE'),
      ])
        expect(answer.status).toBe(404);
    expect((await show(code, '', first)).status).toBe(400);
    expect((await show('zzzzzz', key, first)).status).toBe(404);
    // Whoever tries keys takes nothing of the presenter's pace.
    const guesses = Array.from({ length: 40 }, () => show(code, 'y'.repeat(43), first));
    const told = (await Promise.all(guesses)).map(({ status }) => status);
    expect(new Set(told)).toEqual(new Set([404, 429]));
    expect((await show(code, key, first)).status).toBe(200);
    const { rows } = await sql<{
      row: string;
    }>`select follow_session::text as row from follow_session`.execute(getDatabase());
    expect(rows.some(({ row }) => row.includes(key))).toBe(false);
    const follower = await follow(code);
    await follower.next();
    expect((await send(`/api/follow/${code}`, undefined, key, 'DELETE')).status).toBe(200);
    expect(await follower.next()).toMatchObject({ event: 'end' });
    expect(await follower.next()).toBeNull();
    expect((await show(code, key, first)).status).toBe(404);
    expect(await (await follow(code)).next()).toMatchObject({ event: 'end' });
    expect((await follow('zzzzzz')).answer.status).toBe(404);
  });

  test('a process that stops lets everybody go, and takes nobody', async () => {
    const { code } = await begin();
    const stopping = await serve();
    const follower = await follow(code, '', stopping);
    await follower.next();
    stopping.followers.close();
    expect(await follower.next()).toBeNull();
    expect((await follow(code, '', stopping)).answer.status).toBe(503);
  });

  test.each(['seen_at', 'started_at'])('a session ends by itself: %s', async (column) => {
    const { code, key } = await begin();
    await sql`update follow_session set ${sql.ref(column)} = now() - interval '13 hours' where code = ${code}`.execute(
      getDatabase(),
    );
    expect(await (await follow(code)).next()).toMatchObject({ event: 'end' });
    expect((await show(code, key, first)).status).toBe(404);
    expect(await (await fetch(`${here.origin}/api/follow/${code}`)).json()).toMatchObject({
      isOver: true,
      state: null,
    });
  });

  test.each([
    'https://elders.example.nl/',
    '//elders.example.nl/',
    'javascript:alert(1)',
    '/?period=2024',
    '?level=street',
    '?nonsense=1',
    '?page=account',
    '?page=people',
    `?indicator=${'a'.repeat(4000)}`,
  ])('only views of this site are shown: not %s', async (address) => {
    const answer = await send('/api/follow', { ...first, address });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ parameter: 'address' }] });
  });

  test('a program and the page itself begin a session, and no other page does', async () => {
    const begun = async (headers: Record<string, string>) => {
      const answer = await fetch(`${here.origin}/api/follow`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(first),
      });
      return answer.status;
    };
    const own = { Origin: here.origin };
    expect(await begun({})).toBe(200);
    expect(await begun({ ...own, 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
    expect(await begun({ Origin: 'https://elders.example.nl' })).toBe(403);
    expect(await begun({ ...own, 'Sec-Fetch-Site': 'same-site' })).toBe(403);
  });

  test('what is shown is the view alone: not as whom, in which language, or whom it follows', async () => {
    const { code } = await begin({
      ...first,
      address: '?indicator=misdrijven&lang=en&see-as=police&follow=abcdef&slide=3',
    });
    expect((await (await follow(code)).next())?.state.address).toBe('?indicator=misdrijven');
  });

  test.each([
    ['/volg/k7m2xw', '/?follow=k7m2xw'],
    ['/volg/K7M2XW.', '/?follow=k7m2xw'],
    ['/volg/%3Ck7m2xw%3E', '/?follow=k7m2xw'],
    ['/volg/%2F%2Felders.nl', '/?follow=%2F%2Felders.nl'],
  ])('%s leads to the map that follows', async (path, expected) => {
    const answer = await fetch(`${here.origin}${path}`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, expected]);
  });

  test('nobody shows more than can be followed', () => {
    let time = 0;
    const keep = createPace(() => time);
    for (let count = 0; count < 20; count += 1) keep('abcdef');
    expect(() => keep('abcdef')).toThrow('fewer');
    expect(() => keep('ghjkmn')).not.toThrow();
    time = 100;
    expect(() => keep('abcdef')).not.toThrow();
    expect(() => keep('abcdef')).toThrow('fewer');
  });
});
