import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { checkFiles } from '../../api/contributions/file-check.ts';
import { openFileStore } from '../../api/contributions/file-store.ts';
import type {
  ContributionHitBody,
  ContributionSummaryBody,
  DeskContributionBody,
  UploadedDocumentBody,
} from '../../api/schemas/contribution.ts';
import type { Database } from '../../sql/database.ts';
import { listTrail, verifyTrail } from '../../sql/trail.ts';
import { createAccountApp, openVisit, type Visit } from '../setup/accounts.ts';
import { act, offerAndPublish, requireVisit, seenOf, welcomeEach } from '../setup/contributors.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { addToPdf, officeParts, pack, plainPdf } from '../setup/documents.ts';
import { makeFolder } from '../setup/folder.ts';
import { publishFixture } from '../setup/publication.ts';

const own = '/api/accounts/contributions';

const plan = {
  kind: 'document',
  title: 'Wijkscan Westerbroek',
  body: 'Wat bewoners en politie zien.',
  sources: '',
  lang: 'nl',
  visibility: 'public',
  area: 'WK900100',
  indicator: null,
  period: null,
  municipality: null,
  organisation: 'Politie',
  role: 'wijkagent',
  showsName: false,
  endsOn: null,
  document: { kind: 'district-scan', firstYear: 2024, lastYear: 2025 },
} as const;

describeOnBothDatabases('documents', (getDatabase) => {
  let db: Database;
  let folder: string;
  let app: ReturnType<typeof createAccountApp>;
  let anybody: Visit;
  let [officer, editor, reader]: Visit[] = [];

  beforeAll(async () => {
    db = getDatabase();
    await publishFixture(db);
    folder = await makeFolder('documents');
    app = createAccountApp(db, { files: openFileStore(folder) });
    anybody = openVisit(app);
    [officer, editor, reader] = await welcomeEach(db, app, [
      [{ role: 'partner', organisation: 'Politie', kind: 'police' }],
      [{ role: 'editor', municipality: 'GM9001' }],
      [{ role: 'reader', municipality: 'GM9001' }],
    ]);
  });

  const send = (bytes: Uint8Array, visit = officer) =>
    requireVisit(visit).upload(`${own}/documents`, new Uint8Array(bytes));
  const keep = async (bytes: Uint8Array): Promise<UploadedDocumentBody> => {
    const answer = await send(bytes);
    const told = (await answer.json()) as UploadedDocumentBody;
    expect(answer.status, JSON.stringify(told)).toBe(200);
    return told;
  };
  const save = ({ sha256 }: { sha256: string }, change: object = {}, status = 200) =>
    act(
      officer,
      'save',
      { ...plan, files: [{ sha256, name: 'scan.exe', alternative: 'x' }], seen: null, ...change },
      status,
    );
  const publish = (saved: DeskContributionBody) => offerAndPublish([officer, editor], saved);
  const rows = async <Row = ContributionSummaryBody>(query: string, visit = anybody) =>
    ((await (await visit.get(`/api/contributions${query}`)).json()) as { rows: Row[] }).rows;

  test('one is sent, read by another, found by a word of its text, and saved by who opens it', async () => {
    const bytes = plainPdf('Er zijn meer vernielingen rond de skatebaan; bewoners vragen verlichting.');
    const kept = await keep(bytes);
    expect(kept).toMatchObject({ type: 'application/pdf', bytes: bytes.length, extent: 'whole' });
    expect((await anybody.get(`/api/contributions/1/files/${kept.sha256}`)).status).toBe(404);
    const shown = await publish(await save(kept));
    for (const query of ['', '?kind=document', '?document=district-scan&municipality=GM9001'])
      expect(await rows(query), query).toMatchObject([
        {
          id: shown.id,
          document: {
            kind: 'district-scan',
            firstYear: 2024,
            lastYear: 2025,
            file: { type: 'application/pdf', bytes: bytes.length },
            extent: 'whole',
            mark: null,
          },
        },
      ]);
    expect(await rows('?document=minutes')).toEqual([]);
    for (const words of ['skatebaan', 'vernieling', 'bewoner', 'wijkscan'])
      expect(
        (await rows(`/search?q=${words}&kind=document`)).map(({ id }) => id),
        words,
      ).toEqual([shown.id]);
    const [hit] = await rows<ContributionHitBody>('/search?q=skatebaan');
    expect(hit?.excerpt.filter(({ isFound }) => isFound)).toEqual([{ text: 'skatebaan', isFound: true }]);
    expect(await rows('/search?q=skatebaan&kind=story')).toEqual([]);
    expect(await rows('/search?q=skatebaan&document=minutes')).toEqual([]);
    expect(await rows('/search?q=skatebaan&municipality=GM9002')).toEqual([]);

    const answer = await anybody.get(`/api/contributions/${shown.id}/files/${kept.sha256}`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''scan.pdf",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(await checkFiles(db, openFileStore(folder))).toMatchObject({
      missing: [],
      altered: [],
      unknown: [],
    });

    await act(editor, 'withdraw', seenOf(shown));
    expect(await rows('/search?q=skatebaan')).toEqual([]);
    expect((await anybody.get(`/api/contributions/${shown.id}/files/${kept.sha256}`)).status).toBe(404);
    expect((await verifyTrail(db)).fault).toBeNull();
  });

  test('what is for the police is found by them alone, and words of a file before it was changed are gone', async () => {
    const first = await keep(pack(officeParts('docx', 'geheimschrift')));
    const saved = await save(first, { visibility: 'police' });
    const shown = await publish(saved);
    expect(await rows('/search?q=geheimschrift')).toEqual([]);
    expect((await rows('/search?q=geheimschrift', requireVisit(officer))).map(({ id }) => id)).toEqual([
      shown.id,
    ]);
    const path = `/api/contributions/${shown.id}/files/${first.sha256}`;
    expect([(await anybody.get(path)).status, (await requireVisit(officer).get(path)).status]).toEqual([
      404, 200,
    ]);
    const second = await keep(pack(officeParts('xlsx', 'openbaarheid')));
    const changed = await publish(await save(second, { seen: seenOf(shown) }));
    expect(await rows('/search?q=geheimschrift', requireVisit(officer))).toEqual([]);
    const [row] = await rows('/search?q=openbaarheid');
    expect(row?.document?.file.type).toContain('spreadsheetml');
    expect((await requireVisit(officer).get(path)).status).toBe(404);
    await act(editor, 'withdraw', seenOf(changed));
  });

  test('a document is one file that is taken, of years that follow each other, and nothing else has one', async () => {
    const kept = await keep(plainPdf('Notulen'));
    const file = { sha256: kept.sha256, name: 'a', alternative: 'b' };
    expect((await save(kept, { files: [] }, 400)).detail).toContain('a document is one file');
    expect((await save(kept, { files: [file, file] }, 400)).detail).toContain('a document is one file');
    expect((await save(kept, { files: [{ ...file, sha256: 'a'.repeat(64) }] }, 400)).detail).toContain(
      'send it again',
    );
    expect((await save(kept, { document: null }, 400)).detail).toContain('document: what kind of document');
    expect((await save(kept, { kind: 'story' }, 400)).detail).toContain('for documents alone');
    expect((await save(kept, { kind: 'story', document: null, period: '2024' }, 400)).detail).toContain(
      'pictures only',
    );
    for (const document of [
      { kind: 'minutes', firstYear: 2026, lastYear: 2025 },
      { kind: 'minutes', firstYear: 1900, lastYear: 2025 },
      { kind: 'roman', firstYear: 2025, lastYear: 2025 },
    ])
      expect((await save(kept, { document }, 400)).detail).toContain('document');
    const saved = await save(kept, { files: [{ ...file, name: 'C:\\Notulen "a".docm' }] });
    expect(saved.files).toMatchObject([{ name: 'C  Notulen  a.pdf', alternative: plan.title }]);
    await act(officer, 'remove', seenOf(saved));
  });

  test('an editor marks a district scan that somebody else wrote; another file of it has no mark', async () => {
    const shown = await publish(await save(await keep(plainPdf('Eerste scan'))));
    const mark = { isComplete: true, namesSources: true, isRecent: false, checkedBy: 'Gemeente Westerbroek' };
    await act(officer, 'mark', { ...seenOf(shown), mark }, 403);
    await act(editor, 'mark', { ...seenOf(shown), mark: { ...mark, checkedBy: ' ' } }, 400);
    const marked = await act(editor, 'mark', { ...seenOf(shown), mark });
    expect(marked.document?.mark).toEqual(mark);
    expect((await rows('?kind=document'))[0]?.document?.mark).toEqual(mark);
    await act(editor, 'mark', { ...seenOf(shown), mark }, 409);
    const again = await act(editor, 'mark', { ...seenOf(marked), mark: { ...mark, isRecent: true } });
    expect(again.document?.mark).toEqual({ ...mark, isRecent: true });
    const changed = await save(await keep(plainPdf('Tweede scan')), { seen: seenOf(again) });
    expect(changed.document?.mark).toBeNull();
    expect((await rows('?kind=document'))[0]?.document?.mark).toEqual({ ...mark, isRecent: true });
    const minutes = await save(await keep(plainPdf('Notulen')), {
      document: { kind: 'minutes', firstYear: 2025, lastYear: 2025 },
    });
    await act(officer, 'offer', seenOf(minutes));
    const offered = await act(officer, 'save', {
      ...plan,
      document: minutes.document && { kind: 'minutes', firstYear: 2025, lastYear: 2025 },
      files: minutes.files.map(({ sha256, name, alternative }) => ({ sha256, name, alternative })),
      seen: { id: minutes.id, version: minutes.version + 1 },
    });
    expect((await act(editor, 'mark', { ...seenOf(offered), mark }, 409)).detail).toContain(
      'Only a district scan',
    );
    const acts = await listTrail(db, { limit: 200 });
    expect(acts.filter(({ act }) => act === 'contribution-mark')).toHaveLength(2);
    for (const each of [changed, offered]) await act(officer, 'withdraw', seenOf(each));
  });

  test('what is refused says why and leaves nothing', async () => {
    const before = await readdir(folder, { recursive: true });
    const refused = await send(addToPdf('/OpenAction << /S /JavaScript /JS (1) >>'));
    expect([refused.status, await refused.json()]).toMatchObject([
      415,
      {
        reason: 'pdf-script',
        detail: expect.stringContaining('it holds JavaScript; print it to a PDF anew'),
      },
    ]);
    const large = await send(new Uint8Array(26 * 1024 ** 2));
    expect([large.status, ((await large.json()) as { detail: string }).detail]).toEqual([
      413,
      'It may hold at most 25 MB: make it smaller first',
    ]);
    expect((await send(plainPdf(), reader)).status).toBe(403);
    expect((await anybody.upload(`${own}/documents`, new Uint8Array(plainPdf()))).status).toBe(401);
    expect((await requireVisit(officer).upload(`${own}/files`, new Uint8Array(plainPdf()))).status).toBe(415);
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  test('a scanner that is set up and silent lets nothing through', async () => {
    const before = await readdir(folder, { recursive: true });
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const at = taken.address();
    const port = typeof at === 'object' ? at?.port : 0;
    await new Promise((resolve) => taken.close(resolve));
    const guarded = createAccountApp(db, {
      files: openFileStore(folder),
      virusScanner: `tcp://127.0.0.1:${port}`,
    });
    const visit = openVisit(guarded);
    for (const [name, value] of requireVisit(officer).cookies) visit.cookies.set(name, value);
    const answer = await visit.upload(`${own}/documents`, new Uint8Array(plainPdf('Iets anders')));
    expect([answer.status, await answer.json()]).toMatchObject([
      503,
      { reason: 'scanner-silent', detail: expect.stringContaining('the virus scanner does not answer') },
    ]);
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });
});
