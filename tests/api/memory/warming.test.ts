import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { createMemory } from '../../../api/memory/answer-memory.ts';
import { keepWarm } from '../../../api/memory/warming.ts';
import { applyRules } from '../../../api/release/visibility.ts';
import { readyStartup } from '../../../api/startup.ts';
import { findColumn } from '../../../sql/artefacts.ts';
import type { Database } from '../../../sql/database.ts';
import { publicReader, writeRightsKey } from '../../../sql/reader.ts';
import { writeRule } from '../../../sql/visibility-rules.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { publishFixture } from '../../setup/publication.ts';

const polling = { timeout: 10_000, interval: 20 };
const logger = pino({ level: 'silent' });
let stop = () => {};
afterEach(() => stop());

function warm(db: Database, mostBytes: number) {
  const memory = createMemory(mostBytes);
  const app = createApp({ startup: readyStartup(db), logger, publicUrl: null }, new Map());
  const told: boolean[] = [];
  const onWarm = (isWarm: boolean) => told.push(isWarm);
  const settings = {
    db,
    memory,
    logger,
    interval: 20,
    longestLook: null,
    answer: app.fetch,
    reader: publicReader,
  };
  stop = keepWarm({ ...settings, onLook: () => undefined, onReach: () => undefined, onWarm });
  return { memory, told };
}

function show(db: Database, visibility: 'public' | 'partner'): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await writeRule(transaction, { kind: 'release', subject: 'fixture', level: null }, visibility);
    await applyRules(transaction);
  });
}

describeOnBothDatabases('the memory of tiles and columns', (getDatabase) => {
  test('is filled without being asked, forgets what another process hides, and fills again', async () => {
    const db = getDatabase();
    await publishFixture(db);
    const column = await findColumn(db, publicReader, 'misdrijven', 'neighbourhood');
    const address = `/api/columns/misdrijven/neighbourhood?hash=${column?.hash}`;
    const { memory, told } = warm(db, 10_000_000);
    const kept = () =>
      memory.find({ rights: writeRightsKey(publicReader), address, accepted: 'gzip, br' })?.bytes;
    await expect.poll(kept, polling).toEqual(Buffer.from(column?.brotli ?? []));
    await expect.poll(() => told, polling).toEqual([false, true]);
    await show(db, 'partner');
    await expect.poll(kept, polling).toBeUndefined();
    await show(db, 'public');
    await expect.poll(kept, polling).toBeDefined();
    await expect.poll(() => told.at(-1), polling).toBe(true);
    // As where an administrator changed something in this process.
    memory.forget();
    await expect.poll(kept, polling).toBeDefined();
  });

  test('does not push out with one half what it filled in with the other', async () => {
    const { memory } = warm(getDatabase(), 6000);
    await expect.poll(() => memory.isFull, polling).toBe(true);
  });
});
