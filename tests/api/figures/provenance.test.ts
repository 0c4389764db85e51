import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { importPackage } from '../../../api/release/import.ts';
import { releasesSchema, sourcesSchema } from '../../../api/schemas/provenance.ts';
import { readyStartup } from '../../../api/startup.ts';
import { insertRelease } from '../../../sql/publication.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { publishFixture } from '../../setup/publication.ts';
import { figuresPackage, writePackage } from '../release/sample-package.ts';

describeOnBothDatabases('where figures are from', (getDatabase) => {
  let app: ReturnType<typeof createApp>;

  beforeAll(async () => {
    await publishFixture(getDatabase());
    const logger = pino({ level: 'silent' });
    app = createApp({ startup: readyStartup(getDatabase()), logger, publicUrl: null }, new Map());
  });

  const read = async (path: string) => (await app.request(path)).json();

  test('is told by source: licence, releases, boundary years and what is provisional', async () => {
    const { sources } = sourcesSchema.parse(await read('/api/sources'));
    expect(sources.map(({ key }) => key)).toEqual(expect.arrayContaining(['grenzen', 'tellingen']));
    expect(sources.find(({ key }) => key === 'grenzen')).toMatchObject({ boundaryYears: [2021, 2024] });
    const { periods = [] } = sources.find(({ key }) => key === 'tellingen') ?? {};
    expect(new Set(periods.map(({ provisional }) => provisional))).toEqual(new Set([true, false]));
    expect(JSON.stringify(sources)).not.toMatch(/meldingen|2025/);
  });

  test('is told by release, of what is published and for everyone alone', async () => {
    const db = getDatabase();
    const staged = { package: 'kept', title: 'kept', demonstration: false, files: [], counts: {} };
    await insertRelease(db, { ...staged, importedBy: 'a name', state: 'staged' });
    const before = await read('/api/releases');
    expect(releasesSchema.parse(before).releases.map(({ package: name }) => name)).toEqual(['fixture']);
    expect(JSON.stringify(before)).not.toMatch(/a name|kept|partner/);
    await expect(
      importPackage(db, await writePackage(figuresPackage()), { importedBy: 'x' }),
    ).rejects.toThrow();
    expect(await read('/api/releases')).toEqual(before);
  });
});
