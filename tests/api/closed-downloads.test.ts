import { expect, test, vi } from 'vitest';
import { changeRule } from '../../api/release/access.ts';
import { withdrawRelease } from '../../api/release/acts.ts';
import { importPackage } from '../../api/release/import.ts';
import { listTrail, verifyTrail } from '../../sql/trail.ts';
import { createAccountApp, openVisit, welcomeSomebody } from '../setup/accounts.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { samplePackage, writePackage } from './release/sample-package.ts';

/** Each import takes its time on a machine that does other things. */
vi.setConfig({ testTimeout: 480_000 });

describeOnBothDatabases('the trail of what is published and downloaded', (getDatabase) => {
  const listActs = async (act: 'publish' | 'withdraw' | 'download' | 'rights-change') =>
    (await listTrail(getDatabase(), { act, limit: 100 })).map(({ actor, subject, detail, name }) => ({
      actor,
      subject,
      name,
      detail: detail === null ? null : (JSON.parse(detail) as Record<string, unknown>),
    }));

  test('tells what was published and withdrawn, and not what was only tried', async () => {
    const db = getDatabase();
    const folder = await writePackage(samplePackage());
    await importPackage(db, folder, { importedBy: 'tester', dryRun: true });
    await importPackage(db, folder, { importedBy: 'tester', stageOnly: true });
    expect(await listActs('publish')).toEqual([]);
    const { release } = await importPackage(db, folder, { importedBy: 'tester' });
    await withdrawRelease(db, release ?? 0, { by: 'tester' });
    const [published, withdrawn] = [await listActs('publish'), await listActs('withdraw')];
    expect(published).toEqual([
      { actor: 'command', subject: `release:${release}`, name: null, detail: { package: 'sample' } },
    ]);
    expect(withdrawn).toEqual([
      { actor: 'command', subject: `release:${release}`, name: null, detail: null },
    ]);
    await importPackage(db, folder, { importedBy: 'tester' });
  });

  test('tells who had figures that are not public, once in a while, and nothing of those that are', async () => {
    const db = getDatabase();
    const rule = { kind: 'indicator', subject: 'misdrijven', level: 'neighbourhood' } as const;
    await changeRule(db, { by: 'tester', actor: 'command' }, rule, 'partner');
    expect(await listActs('rights-change')).toHaveLength(1);
    const app = createAccountApp(db);
    const [visitor, partner] = [openVisit(app), openVisit(app)];
    const grants = [{ role: 'partner', organisation: 'Werkplein', kind: 'other' } as const];
    await welcomeSomebody(db, partner, { email: 'bo@example.nl', name: 'Bo de Wit', grants });
    const asked = [
      '/api/observations?indicator=misdrijven&level=neighbourhood&format=csv',
      '/api/observations?indicator=misdrijven&level=neighbourhood',
      '/api/columns/misdrijven/neighbourhood',
    ];
    const open = [
      '/api/observations?indicator=misdrijven&level=municipality&format=csv',
      '/api/observations?indicator=inwoners&format=csv',
      '/api/columns/misdrijven/municipality',
    ];
    for (const path of [...asked, ...open]) await (await visitor.get(path)).arrayBuffer();
    for (const path of open) expect((await partner.get(path)).status, path).toBe(200);
    expect(await listActs('download')).toEqual([]);
    for (const path of [...asked, ...asked]) {
      const response = await partner.get(path);
      expect(response.status, path).toBe(200);
      await response.arrayBuffer();
    }
    const entries = await listActs('download');
    expect(entries.map(({ detail }) => detail?.form)).toEqual(['column', 'json', 'csv']);
    for (const { actor, name, subject } of entries) {
      expect([name, subject]).toEqual(['Bo de Wit', 'indicator:misdrijven']);
      expect(actor).toMatch(/^person:/);
    }
    expect((await verifyTrail(db)).fault).toBeNull();
  });

  test('has an entry for each who had a column, as none is kept in memory for others', async () => {
    const app = createAccountApp(getDatabase());
    const partner = openVisit(app);
    const grants = [{ role: 'partner', organisation: 'GGD', kind: 'other' } as const];
    await welcomeSomebody(getDatabase(), partner, { email: 'cas@example.nl', name: 'Cas Blom', grants });
    const first = await partner.get('/api/columns/misdrijven/neighbourhood');
    const hash = first.headers.get('ETag')?.slice(1).split('-')[0];
    const kept = await partner.get(`/api/columns/misdrijven/neighbourhood?hash=${hash}`);
    expect(kept.status).toBe(200);
    expect(kept.headers.get('Cache-Control')).toBe('private, no-store');
    expect((await listActs('download')).map(({ name }) => name)).toContain('Cas Blom');
  });
});
