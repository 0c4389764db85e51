import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { readOneRelease } from '../../../api/figures/one-release.ts';
import { withdrawRelease } from '../../../api/release/acts.ts';
import { importPackage } from '../../../api/release/import.ts';
import { observationsSchema } from '../../../api/schemas/observation.ts';
import { readyStartup } from '../../../api/startup.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { figuresPackage, samplePackage, writePackage } from '../release/sample-package.ts';

const importedBy = 'tester';

describeOnBothDatabases('a download', (getDatabase) => {
  beforeAll(async () => {
    await importPackage(getDatabase(), await writePackage(samplePackage()), { importedBy });
  });

  const request = async (path: string) =>
    createApp(
      { startup: readyStartup(getDatabase()), logger: pino({ level: 'silent' }), publicUrl: null },
      new Map(),
    ).request(path);

  /** Publishes other figures, and gives how to take them back. */
  async function publish(): Promise<() => Promise<unknown>> {
    const { release } = await importPackage(getDatabase(), await writePackage(figuresPackage()), {
      importedBy,
    });
    return () => withdrawRelease(getDatabase(), release ?? 0, { by: importedBy });
  }

  async function* give(parts: readonly (() => Promise<unknown>)[]) {
    for (const part of parts) yield await part();
  }

  test('is given whole where nothing is published meanwhile', async () => {
    const parts = [async () => 1, async () => 2, async () => 3];
    const read: unknown[] = [];
    for await (const part of readOneRelease(getDatabase(), give(parts))) read.push(part);
    expect(read).toEqual([1, 2, 3]);
  });

  test('breaks off before anything of another state is sent', async () => {
    const read: unknown[] = [];
    const all = async () => {
      for await (const part of readOneRelease(getDatabase(), give([async () => 1, publish]))) read.push(part);
    };
    await expect(all()).rejects.toThrow('published while');
    expect(read).toEqual([1]);
  });

  test('as CSV breaks off where figures are published or withdrawn while it is sent', async () => {
    const withdraw = await publish();
    for (const act of [withdraw, publish]) {
      const { body, status } = await request(
        '/api/observations?indicator=inwoners&indicator=misdrijven&carriedTo=2021&format=csv',
      );
      expect(status).toBe(200);
      const reader = body?.getReader();
      expect((await reader?.read())?.done).toBe(false);
      await act();
      const readOn = async () => {
        while (!(await reader?.read())?.done);
      };
      await expect(readOn()).rejects.toThrow('published while');
    }
  });

  test.each(['', '&carriedTo=2021'])('as JSON gives no page that is of another state: %j', async (more) => {
    const path = `/api/observations?indicator=inwoners&indicator=misdrijven&limit=5${more}`;
    const first = observationsSchema.parse(await (await request(path)).json());
    const second = `${path}&after=${first.next}`;
    expect((await request(second)).status).toBe(200);
    const withdraw = await publish();
    const refused = await request(second);
    expect([refused.status, await refused.json()]).toEqual([
      410,
      expect.objectContaining({ detail: expect.stringContaining('begin again, without `after`') }),
    ]);
    // What is told to do works, and what was there before is the same again.
    const anew = observationsSchema.parse(await (await request(path)).json());
    expect((await request(`${path}&after=${anew.next}`)).status).toBe(200);
    await withdraw();
    expect((await request(second)).status).toBe(200);
  });
});
