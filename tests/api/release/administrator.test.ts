import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createAsker } from '../../../api/download/asker.ts';
import { defaultDownloadSettings } from '../../../api/download/settings.ts';
import { importPackage } from '../../../api/release/import.ts';
import { collectSource } from '../../../api/release/live.ts';
import { readCall } from '../../../scripts/import/call.ts';
import { findRegion } from '../../../sql/catalog.ts';
import type { Database } from '../../../sql/database.ts';
import { listObservations } from '../../../sql/observations.ts';
import { publicReader } from '../../../sql/reader.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { makeFolder } from '../../setup/folder.ts';
import { serveBoundaries } from '../../setup/servers/boundaries.ts';
import type { LocalServer } from '../../setup/servers/listening.ts';
import { serveOData } from '../../setup/servers/odata.ts';
import { serveScores } from '../../setup/servers/scores.ts';
import { statisticsTables } from '../../setup/servers/statistics.ts';
import { samplePackage, writePackage } from './sample-package.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let servers: Record<'pdok' | 'cbs' | 'politie' | 'leefbaarometer' | 'veiligheidsmonitor', LocalServer>;
let directory: string;

beforeAll(async () => {
  const tables = await serveOData(statisticsTables());
  const [pdok, leefbaarometer] = [await serveBoundaries(), await serveScores()];
  servers = { pdok, cbs: tables, politie: tables, leefbaarometer, veiligheidsmonitor: tables };
  directory = await makeFolder('administrator');
});
afterAll(async () => {
  for (const server of new Set(Object.values(servers))) await server.close();
});

describeOnBothDatabases('an administrator who begins with a demonstration', (getDatabase) => {
  test('imports the sources one after the other', async () => {
    const db = getDatabase();
    const demonstration = samplePackage();
    Object.assign(demonstration.descriptor.wijkinformatie, { demonstration: true });
    await importPackage(db, await writePackage(demonstration), { importedBy: 'tester' });

    await expect(
      run(db, 'cbs', 'kerncijfers', '--year', '2024', '--region', 'GM0141,GM0153'),
    ).rejects.toThrow(/no boundaries of 2024 .*"npm run import -- pdok boundaries --year 2024"/);
    const boundaries = ['boundaries', '--year', '2024', '--region', 'GM0141,GM0153'];
    const first = await run(db, 'pdok', ...boundaries);
    expect(first).toMatchObject({ state: 'published', demonstrationRemoved: true });
    expect(first.areas).toEqual([{ boundaryYear: 2024, municipality: 2, district: 3, neighbourhood: 9 }]);
    expect(await findRegion(db, publicReader)).toMatchObject({
      key: 'gm0141-gm0153',
      municipalities: ['GM0141', 'GM0153'],
      demonstration: false,
    });

    for (const [source, ...words] of [
      ['cbs', 'kerncijfers', '--year', '2024'],
      ['politie', 'misdrijven', '--year', '2012..2025'],
      ['leefbaarometer', '--year', '2002..2024'],
      ['veiligheidsmonitor'],
    ] as const)
      expect((await run(db, source, ...words)).state).toBe('published');

    expect(await figure(db, 'inwoners', '2024', 'BU01410001')).toMatchObject({ value: 400 });
    expect(await figure(db, 'misdrijven-per-1000', '2024', 'BU01410001')).toMatchObject({ value: 25 });
    expect(await figure(db, 'leefbaarheid-overlast-onveiligheid', '2012', 'BU01530001')).toMatchObject({
      value: -0.0758,
      status: 'final',
    });
    expect(await figure(db, 'leefbaarheid', '2012', 'BU01410003')).toMatchObject({
      value: null,
      status: 'missing',
    });
    expect(await figure(db, 'sociale-cohesie', '2023', 'GM0153')).toMatchObject({
      ...{ value: 6.1, lower: 5.9, upper: 6.3, boundaryYear: 2024 },
    });

    await expect(run(db, 'pdok', 'boundaries', '--year', '2024', '--region', 'GM0153')).rejects.toThrow(
      /boundaries come for the whole region/,
    );
    await run(db, 'cbs', 'kerncijfers', '--year', '2024', '--region', 'GM0153');
    expect(await figure(db, 'inwoners', '2024', 'BU01410001')).toMatchObject({ value: 400 });
    const again = await run(db, 'pdok', ...boundaries);
    expect(again.difference).toEqual({ areas: [], figures: [], targets: [] });
  });
});

/** What the command does. */
async function run(db: Database, source: keyof typeof servers, ...words: string[]) {
  const call = readCall([source, ...words, '--base', servers[source].base]);
  if (typeof call === 'string' || !('live' in call)) throw new Error(String(call));
  const cache = await mkdtemp(join(directory, 'downloads-'));
  const ask = createAsker(defaultDownloadSettings(cache, call.live.base), () => undefined);
  const { folder } = await collectSource(db, call.live, ask, join(directory, 'sources'));
  return importPackage(db, folder, { importedBy: 'tester' });
}

async function figure(db: Database, indicator: string, period: string, area: string) {
  const filter = { indicator: [indicator], period: [period], area: [area], limit: 10 };
  const { rows } = await listObservations(db, publicReader, filter);
  expect(rows).toHaveLength(1);
  return rows[0];
}
