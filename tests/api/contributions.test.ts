import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFiles } from '../../api/contributions/file-check.ts';
import { openFileStore } from '../../api/contributions/file-store.ts';
import type { DeskBody, DeskContributionBody, UploadedBody } from '../../api/schemas/contribution.ts';
import { removePerson } from '../../sql/accounts/persons.ts';
import { removeUnused } from '../../sql/contributions/files.ts';
import type { Database } from '../../sql/database.ts';
import { listTrail, verifyTrail } from '../../sql/trail.ts';
import { createAccountApp, openVisit, type Visit } from '../setup/accounts.ts';
import { act, offerAndPublish, requireVisit, seenOf, welcomeEach } from '../setup/contributors.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

const own = '/api/accounts/contributions';

const story = {
  kind: 'story',
  title: 'Meer geïnteresseerde bewoners in de wijken',
  body: 'De **vergaderingen** in het café trokken veel volk. Fietsen mee.',
  sources: 'Jaarverslag',
  lang: 'nl',
  visibility: 'public',
  area: 'BU90010000',
  indicator: 'misdrijven',
  period: '2024',
  municipality: null,
  organisation: 'Politie',
  role: 'wijkagent',
  showsName: true,
  endsOn: null,
  files: [] as { sha256: string; name: string; alternative: string }[],
} as const;

describeOnBothDatabases('contributions', (getDatabase) => {
  let db: Database;
  let app: ReturnType<typeof createAccountApp>;
  let folder: string;
  let [officer, editor, otherEditor, administrator, reader]: Visit[] = [];
  let anybody: Visit;

  beforeAll(async () => {
    db = getDatabase();
    await publishFixture(db);
    folder = await mkdtemp(join(tmpdir(), 'wijkinformatie-files-'));
    app = createAccountApp(db, { files: openFileStore(folder) });
    anybody = openVisit(app);
    [officer, editor, otherEditor, administrator, reader] = await welcomeEach(db, app, [
      [{ role: 'partner', organisation: 'Politie', kind: 'police' }],
      [{ role: 'editor', municipality: 'GM9001' }],
      [{ role: 'editor', municipality: 'GM9002' }],
      [{ role: 'administrator' }],
      [{ role: 'reader', municipality: 'GM9001' }],
    ]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  type Told = DeskContributionBody & {
    readonly detail: string;
    readonly current: Record<string, unknown>;
  };
  const post = act<Told>;
  const save = (visit: Visit | undefined, change: object = {}, seen: object | null = null, status = 200) =>
    post(visit, 'save', { ...story, ...change, seen }, status);
  const read = async (path: string, visit = anybody) => (await visit.get(path)).json();
  const listed = async (query: string, visit = anybody) =>
    ((await read(`/api/contributions${query}`, visit)) as { rows: { id: number; title: string }[] }).rows;
  const publish = (saved: DeskContributionBody, visit = editor) => offerAndPublish([officer, visit], saved);

  test('a story is written, read by another, shown, found, and withdrawn everywhere', async () => {
    const saved = await save(officer);
    expect(saved).toMatchObject({ state: 'draft', isOwn: true, mayPublish: false, municipality: 'GM9001' });
    const { id } = saved;
    expect((await anybody.get(`/api/contributions/${id}`)).status).toBe(404);
    expect((await requireVisit(editor).get(`${own}/${id}`)).status).toBe(404);
    const offered = await post(officer, 'offer', seenOf(saved));
    expect(await post(officer, 'publish', { ...seenOf(offered), hasReadWarnings: true }, 403)).toMatchObject({
      detail: 'A second person publishes it: an editor who did not write it',
    });
    const desk = (await read(own, requireVisit(editor))) as DeskBody;
    expect(desk.rows).toMatchObject([{ id, state: 'offered', mayPublish: true, isOwn: false }]);
    expect(((await read(own, requireVisit(otherEditor))) as DeskBody).rows).toEqual([]);
    await post(editor, 'publish', { ...seenOf(offered), hasReadWarnings: false });

    const query = '?area=BU90010000&indicator=misdrijven';
    expect(await listed(query)).toMatchObject([
      { id, name: 'Persoon 0', role: 'wijkagent', figure: 'there' },
    ]);
    expect(await read(`/api/contributions/${id}`)).toMatchObject({
      html: '<p>De <strong>vergaderingen</strong> in het café trokken veel volk. Fietsen mee.</p>\n',
      place: { code: 'BU90010000', level: 'neighbourhood' },
      lang: 'nl',
    });
    expect(await read('/api/contributions/counts?indicator=misdrijven&level=neighbourhood')).toEqual({
      rows: [{ area: 'BU90010000', count: 1, position: [expect.closeTo(6.05), 52.1] }],
    });
    for (const words of [
      'geinteresseerd',
      'wijk',
      'vergadering',
      'CAFÉ',
      '"veel volk"',
      'jaarverslag',
      'fiets',
    ])
      expect(
        (await listed(`/search?q=${encodeURIComponent(words)}`)).map((hit) => hit.id),
        words,
      ).toEqual([id]);
    expect(await listed('/search?q=fietsendiefstal')).toEqual([]);

    const shown = await read(`${own}/${id}`, requireVisit(officer));
    await post(officer, 'withdraw', seenOf(shown as DeskContributionBody));
    expect(await listed(query)).toEqual([]);
    expect((await anybody.get(`/api/contributions/${id}`)).status).toBe(404);
    expect(await listed('/search?q=wijk')).toEqual([]);
    expect(await read('/api/contributions/counts?indicator=misdrijven&level=neighbourhood')).toEqual({
      rows: [],
    });
    const acts = await listTrail(db, { limit: 100 });
    expect(acts.filter(({ subject }) => subject === `contribution:${id}`).map(({ act }) => act)).toEqual([
      'contribution-withdraw',
      'contribution-publish',
      'contribution-offer',
      'contribution-write',
    ]);
    expect((await verifyTrail(db)).fault).toBeNull();
  });

  test('who writes, for whom and in whose name', async () => {
    expect((await anybody.get(own)).status).toBe(401);
    expect((await requireVisit(reader).get(own)).status).toBe(403);
    await save(reader, {}, null, 403);
    expect((await save(officer, { visibility: 'administrator' }, null, 400)).detail).toContain('visibility');
    expect((await save(officer, { organisation: 'Gemeente Westerbroek' }, null, 400)).detail).toContain(
      'Politie',
    );
    expect((await save(officer, { kind: 'news' }, null, 403)).detail).toContain('News');
    expect(
      (
        await save(
          editor,
          { kind: 'news', area: null, indicator: null, organisation: 'Gemeente Westerbroek' },
          null,
          403,
        )
      ).detail,
    ).toContain('News');
    const other = await requireVisit(officer).post(
      `${own}/save`,
      { ...story, seen: null },
      { Origin: 'https://elders.nl' },
    );
    expect(other.status).toBe(403);
    const missing = await save(officer, { area: null, indicator: null, period: null }, null, 400);
    expect(missing.detail).toContain('name an area, an indicator or a period');
    expect((await save(officer, { area: 'BU99999999' }, null, 400)).detail).toContain(
      'there is nothing like that for you',
    );
    expect((await save(officer, { period: '2019' }, null, 400)).detail).toContain('there is no figure');
    expect((await save(officer, { title: ' ' }, null, 400)).detail).toContain('title');
    expect((await save(officer, { body: 'x'.repeat(10_001) }, null, 400)).detail).toContain(
      'at most 10000 characters',
    );
    expect((await save(officer, { body: 'a\u0000b' }, null, 400)).detail).toContain('no control characters');
  });

  test('of two who change it, the second is told what the first wrote and loses nothing', async () => {
    const saved = await save(officer, { title: 'Eerste' });
    const again = await save(officer, { title: 'Tweede', body: 'nieuw' }, seenOf(saved));
    expect([again.version, again.revisions.map(({ number }) => number)]).toEqual([saved.version + 1, [2, 1]]);
    const late = await save(officer, { title: 'Derde' }, seenOf(saved), 409);
    expect(late.current).toMatchObject({
      version: again.version,
      title: 'Tweede',
      body: 'nieuw',
      name: 'Persoon 0',
    });
    expect((await read(`${own}/${saved.id}`, requireVisit(officer))) as object).toMatchObject({
      title: 'Tweede',
    });
    const both = await Promise.all(
      ['Een', 'Twee'].map((title) =>
        requireVisit(officer).post(`${own}/save`, { ...story, title, seen: seenOf(again) }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const left = (await read(`${own}/${saved.id}`, requireVisit(officer))) as DeskContributionBody;
    await post(officer, 'remove', seenOf(left));
    expect((await requireVisit(officer).get(`${own}/${saved.id}`)).status).toBe(404);
  });

  test('what is shown stays so while the next revision is written and read', async () => {
    const shown = await publish(await save(officer, { title: 'Zoals het was' }));
    const revised = await save(officer, { title: 'Zoals het wordt' }, seenOf(shown));
    expect(revised).toMatchObject({ state: 'draft', isShown: true, isNewestShown: false });
    expect((await listed('')).map(({ title }) => title)).toEqual(['Zoals het was']);
    const offered = await post(officer, 'offer', seenOf(revised));
    const returned = await post(editor, 'return', { ...seenOf(offered), remark: 'Noem een bron' });
    expect(returned).toMatchObject({ state: 'draft', remark: 'Noem een bron' });
    const next = await publish(await save(officer, { title: 'Zoals het is' }, seenOf(returned)));
    expect((await listed('')).map(({ title }) => title)).toEqual(['Zoals het is']);

    const ended = await post(officer, 'end', seenOf(next));
    expect(ended).toMatchObject({ isOver: true });
    expect(await listed('')).toEqual([]);
    const renewed = await post(officer, 'renew', { ...seenOf(ended), endsOn: '2199-12-31' });
    expect((await listed('')).map(({ title }) => title)).toEqual(['Zoals het is']);
    await post(editor, 'withdraw', seenOf(renewed));
  });

  test('whoever publishes has read what may point at somebody', async () => {
    const offered = await post(
      officer,
      'offer',
      seenOf(await save(officer, { body: 'De heer J. Bakker, 06-12345678' })),
    );
    const refused = await post(editor, 'publish', { ...seenOf(offered), hasReadWarnings: false }, 409);
    expect(refused.warnings).toEqual([
      { kind: 'name', text: 'De heer J. Bakker' },
      { kind: 'telephone', text: '06-12345678' },
    ]);
    const shown = await post(editor, 'publish', { ...seenOf(offered), hasReadWarnings: true });
    await post(editor, 'withdraw', seenOf(shown));
    expect(await post(officer, 'preview', { title: '', body: '*a* jan@example.nl', sources: '' })).toEqual({
      html: '<p><em>a</em> jan@example.nl</p>\n',
      sources: '',
      warnings: [{ kind: 'email', text: 'jan@example.nl' }],
    });
  });

  test('an editor who changes a text does not publish it himself', async () => {
    const offered = await post(officer, 'offer', seenOf(await save(officer)));
    const changed = await save(
      editor,
      { title: 'Verbeterd', organisation: 'Gemeente Westerbroek' },
      seenOf(offered),
    );
    expect(changed).toMatchObject({ state: 'offered', organisation: 'Politie', mayPublish: false });
    await post(editor, 'publish', { ...seenOf(changed), hasReadWarnings: true }, 403);
    const shown = await post(administrator, 'publish', { ...seenOf(changed), hasReadWarnings: true });
    await post(editor, 'withdraw', seenOf(shown));
  });

  test('what is for partners is shown to them, and what is about a closed figure to nobody else', async () => {
    const forPartners = await publish(await save(officer, { title: 'Voor partners', visibility: 'partner' }));
    const aboutClosed = await publish(
      await save(officer, { title: 'Over meldingen', indicator: 'meldingen', period: null }),
    );
    expect(await listed('')).toEqual([]);
    expect((await listed('', requireVisit(officer))).map(({ title }) => title).sort()).toEqual([
      'Over meldingen',
      'Voor partners',
    ]);
    for (const { id } of [forPartners, aboutClosed])
      expect((await anybody.get(`/api/contributions/${id}`)).status).toBe(404);
    // A reader of the municipality sees what is closed there, and what is written for its partners.
    expect((await listed('', requireVisit(reader))).map(({ title }) => title)).toContain('Voor partners');
    for (const each of [forPartners, aboutClosed]) await post(editor, 'withdraw', seenOf(each));
  });

  test('news is a feed, of a municipality with that of the region', async () => {
    const news = {
      kind: 'news',
      area: null,
      indicator: null,
      period: null,
      organisation: 'Gemeente Oostermeer',
    };
    const begun = await save(otherEditor, { ...news, municipality: 'GM9002', title: 'Buurt & <b>bak</b>' });
    const offered = await post(otherEditor, 'offer', seenOf(begun));
    const shown = await post(administrator, 'publish', { ...seenOf(offered), hasReadWarnings: false });
    const pinned = await post(otherEditor, 'pin', { ...seenOf(shown), isPinned: true });
    expect(pinned.isPinned).toBe(true);
    const feed = await anybody.get('/news.atom?municipality=GM9002');
    expect(feed.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8');
    const text = await feed.text();
    expect(text).toContain('<title>Buurt &amp; &lt;b&gt;bak&lt;/b&gt;</title>');
    expect(text).toContain(`<id>http://localhost/?page=contribution&amp;contribution=${shown.id}</id>`);
    expect(await (await anybody.get('/news.atom?municipality=GM9001')).text()).not.toContain('<entry');
    expect(await listed('?kind=news&municipality=GM9002')).toMatchObject([{ id: shown.id }]);
    await post(otherEditor, 'withdraw', seenOf(pinned));
    expect(await (await anybody.get('/news.atom')).text()).not.toContain('<entry');
  });

  describe('pictures', () => {
    const draw = () =>
      sharp({ create: { width: 64, height: 32, channels: 3, background: '#3a7d55' } })
        .png()
        .toBuffer();
    const upload = async (visit: Visit | undefined, bytes: Uint8Array) =>
      requireVisit(visit).upload(`${own}/files`, new Uint8Array(bytes));

    test('are kept beside the database, sent as what they are, and gone with their story', async () => {
      const kept = (await (await upload(officer, await draw())).json()) as UploadedBody;
      expect(kept).toMatchObject({ type: 'image/webp', width: 64, height: 32 });
      expect(await readdir(join(folder, kept.sha256.slice(0, 2)))).toEqual([kept.sha256]);
      expect(await readdir(join(folder, 'drafts'))).toEqual([]);
      const file = { sha256: kept.sha256, name: 'foto.png', alternative: 'Een groen vlak' };
      const shown = await publish(await save(officer, { files: [file] }));
      const path = `/api/contributions/${shown.id}/files/${kept.sha256}`;
      const answer = await anybody.get(path);
      expect(answer.status).toBe(200);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/webp',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'content-disposition': "inline; filename*=UTF-8''foto.png",
      });
      expect((await answer.arrayBuffer()).byteLength).toBe(kept.bytes);
      await post(editor, 'withdraw', seenOf(shown));
      expect((await anybody.get(path)).status).toBe(404);
      expect((await requireVisit(officer).get(`${own}/${shown.id}/files/${kept.sha256}`)).status).toBe(200);
    });

    test('say what they show, and are there', async () => {
      const file = { sha256: 'a'.repeat(64), name: 'foto.png', alternative: 'Een vlak' };
      expect((await save(officer, { files: [file] }, null, 400)).detail).toContain('not kept here');
      expect((await save(officer, { files: [{ ...file, alternative: '' }] }, null, 400)).detail).toContain(
        'files',
      );
    });

    test.each([
      [
        'an SVG with a script',
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        415,
      ],
      ['nothing', '', 415],
      ['a PDF', '%PDF-1.7', 415],
    ])('%s is refused and leaves nothing', async (_, text, status) => {
      const before = await readdir(folder, { recursive: true });
      const answer = await upload(officer, Buffer.from(text));
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([
        status,
        'application/problem+json',
      ]);
      expect(await readdir(folder, { recursive: true })).toEqual(before);
    });

    test('one that is too large is refused', async () => {
      expect((await upload(officer, new Uint8Array(16 * 1024 ** 2))).status).toBe(413);
      expect((await upload(reader, await draw())).status).toBe(403);
      expect((await anybody.upload(`${own}/files`, new Uint8Array(await draw()))).status).toBe(401);
    });

    test('a file that is missing or was altered is found', async () => {
      const store = openFileStore(folder);
      const before = await checkFiles(db, store);
      expect([before.missing, before.altered]).toEqual([[], []]);
      const [first = ''] = await store.list();
      const path = join(folder, first.slice(0, 2), first);
      await writeFile(path, 'anders');
      expect((await checkFiles(db, store)).altered).toEqual([first]);
      await rm(path);
      expect(await checkFiles(db, store)).toMatchObject({ missing: [first], altered: [] });
      await store.keep(Buffer.from('niemand kent dit'));
      expect((await checkFiles(db, store)).unknown).toHaveLength(1);
    });

    test('what nobody uses goes after a while', async () => {
      const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
        .png()
        .toBuffer();
      const { sha256 } = (await (await upload(officer, picture)).json()) as UploadedBody;
      expect(await removeUnused(db, new Date(Date.now() - 60_000))).toEqual([]);
      expect(await removeUnused(db, new Date(Date.now() + 60_000))).toEqual([sha256]);
    });
  });

  test('a story whose figure was withdrawn, or whose area was redrawn, says so where it is read', async () => {
    const written = { title: 'Wat er van het cijfer werd', area: 'BU90020001' };
    const { id } = await publish(await save(officer, written), otherEditor);
    const told = async () => [
      ((await read(`/api/contributions/${id}`)) as { figure: string | null }).figure,
      (await listed('?area=BU90020001&area=BU90010000'))
        .map((one) => (one as { figure?: string }).figure)
        .join(),
    ];
    const setYear = (boundaryYear: number) =>
      db
        .updateTable('contribution_revision')
        .set({ boundary_year: boundaryYear })
        .where('contribution', '=', id)
        .execute();
    expect(await told()).toEqual(['there', 'there']);
    // Its borders of 2021 are not those of now.
    await setYear(2021);
    expect(await told()).toEqual(['redrawn', 'redrawn']);
    await setYear(2024);
    expect(await told()).toEqual(['there', 'there']);
    // As a withdrawal takes it away.
    await db
      .deleteFrom('observation')
      .where('indicator', '=', 'misdrijven')
      .where('area', '=', 'BU90020001')
      .where('period', '=', '2024')
      .execute();
    expect(await told()).toEqual(['withdrawn', 'withdrawn']);
    const shown = await read(`${own}/${id}`, requireVisit(officer));
    await post(officer, 'withdraw', seenOf(shown as DeskContributionBody));
  });

  test('removing a person removes the name and not the text', async () => {
    const shown = await publish(await save(officer, { title: 'Blijft staan' }));
    expect(await listed('')).toMatchObject([{ title: 'Blijft staan', name: 'Persoon 0' }]);
    const { person } = (await read('/api/accounts/session', requireVisit(officer))) as {
      person: { id: string };
    };
    await removePerson(db, person.id);
    expect(await listed('')).toMatchObject([{ title: 'Blijft staan', name: null }]);
    const left = (await read(`${own}/${shown.id}`, requireVisit(editor))) as DeskContributionBody;
    expect([left.authorName, left.revisions.map(({ name }) => name)]).toEqual([null, [null]]);
    // Nor in any other table of the database.
    expect(await findColumnsWith(db, ['Persoon 0', 'persoon0@example.nl'])).toEqual([]);
    expect((await findColumnsWith(db, ['Persoon 1'])).length).toBeGreaterThan(0);
  });
});

/** Every column of every table that holds one of some texts, as `table.column`. */
async function findColumnsWith(db: Database, texts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ schema: string; table: string; column: string }>`
    select table_schema as schema, table_name as table, column_name as column from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and data_type in ('text', 'jsonb', 'json', 'character varying', 'ARRAY', 'USER-DEFINED')
      and table_schema not in ('pg_catalog', 'information_schema')`.execute(db);
  const found: string[] = [];
  for (const { schema, table, column } of rows) {
    const holds = await sql`select from ${sql.table(`${schema}.${table}`)}
      where ${sql.ref(column)}::text ilike any (${texts.map((text) => `%${text}%`)}::text[]) limit 1`.execute(
      db,
    );
    if (holds.rows.length > 0) found.push(`${schema}.${table}.${column}`);
  }
  return found;
}
