import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { dayAfter, dayOf } from '../../geodata/day.ts';
import { listTrail, recordAct, removeOldTrail, verifyTrail } from '../../sql/trail.ts';
import { describeOnBothDatabases } from '../setup/database.ts';

describeOnBothDatabases('the trail', (getDatabase) => {
  beforeAll(async () => {
    const db = getDatabase();
    await db
      .insertInto('accounts.person')
      .values({
        id: 'ada',
        name: 'Ada Meijer',
        email: 'ada@example.nl',
        email_verified: true,
        ended_at: null,
      })
      .execute();
    await recordAct(db, { act: 'administrator-create', actor: 'command', subject: 'person:ada' });
    await recordAct(db, {
      act: 'sign-in',
      actor: 'person:ada',
      detail: { secondFactor: 'totp', package: 'één' },
    });
  });

  /** Changes the chain as nobody may, looks at it, and takes the change back. */
  async function verifyAfter(statement: string): Promise<string | null> {
    const db = getDatabase();
    let fault: string | null = null;
    await db
      .transaction()
      .execute(async (transaction) => {
        for (const table of ['trail', 'trail_end'])
          await sql.raw(`alter table ${table} disable trigger user`).execute(transaction);
        await sql.raw(statement).execute(transaction);
        // The verifying reads in a transaction of its own, which would not see this one.
        const within = Object.create(transaction, {
          transaction: {
            value: () => {
              const self = {
                setIsolationLevel: () => self,
                setAccessMode: () => self,
                execute: (work: (db: typeof transaction) => Promise<unknown>) => work(transaction),
              };
              return self;
            },
          },
        });
        fault = (await verifyTrail(within)).fault;
        throw new Error('taken back');
      })
      .catch((error: Error) => {
        if (error.message !== 'taken back') throw error;
      });
    return fault;
  }

  test('holds as it was written, by a hash computed outside the database', async () => {
    const { entries, last, fault } = await verifyTrail(getDatabase());
    expect({ entries, fault, number: last.number }).toEqual({ entries: 2, fault: null, number: 2 });
    expect(last.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await verifyTrail(getDatabase(), last)).fault).toBeNull();
    expect((await verifyTrail(getDatabase(), { number: 1, hash: last.hash })).fault).toBe(
      'entry 1 is not the one that was written down',
    );
  });

  test('is only added to', async () => {
    for (const statement of ["update trail set act = 'sign-out'", 'delete from trail', 'truncate trail'])
      await expect(sql.raw(statement).execute(getDatabase()), statement).rejects.toThrow('only added to');
    expect((await verifyTrail(getDatabase())).entries).toBe(2);
  });

  test('tells which entry was changed, taken away or put in, also by who may do all', async () => {
    const faults = {
      "update trail set act = 'sign-out' where number = 2": 'entry 2 was changed',
      "update trail set at = at + interval '1 second' where number = 1": 'entry 1 was changed',
      "update trail set actor = 'person:bob' where number = 2": 'entry 2 was changed',
      'delete from trail where number = 1': 'entry 1 is missing: 2 comes next',
      'delete from trail where number = 2':
        'the last entries are missing: there were 2, the last that is there is 1',
      "insert into trail values (3, now(), 'sign-in', 'visitor', null, null, '')": 'entry 3 was changed',
    };
    for (const [statement, fault] of Object.entries(faults))
      expect(await verifyAfter(statement), statement).toBe(fault);
  });

  test('takes no entry that would break a line of what is hashed, nor one without a known form', async () => {
    await expect(
      recordAct(getDatabase(), { act: 'sign-in', actor: 'visitor', subject: 'round:a\nb' }),
    ).rejects.toThrow();
    await expect(recordAct(getDatabase(), { act: 'sign-in', actor: 'person:a b' })).rejects.toThrow();
    expect((await verifyTrail(getDatabase())).fault).toBeNull();
  });

  test('makes one chain of what many write at once, and leaves out what was taken back', async () => {
    const db = getDatabase();
    const { entries } = await verifyTrail(db);
    await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        db
          .transaction()
          .execute(async (transaction) => {
            await recordAct(transaction, { act: 'publish', actor: 'command', subject: `release:${number}` });
            if (number % 4 === 0) throw new Error('taken back');
          })
          .catch(() => undefined),
      ),
    );
    expect(await verifyTrail(db)).toMatchObject({ entries: entries + 15, fault: null });
  });

  test('is read with filters, the newest first, by the names of who is still known', async () => {
    const db = getDatabase();
    const [newest] = await listTrail(db, { person: 'ada', limit: 10 });
    expect(newest).toMatchObject({ number: 2, act: 'sign-in', name: 'Ada Meijer', subject: null });
    expect(newest?.detail).toBe('{"secondFactor":"totp","package":"één"}');
    const created = await listTrail(db, { act: 'administrator-create', limit: 10 });
    expect(created.map(({ number, subjectName }) => ({ number, subjectName }))).toEqual([
      { number: 1, subjectName: 'Ada Meijer' },
    ]);
    expect((await listTrail(db, { before: 3, limit: 1 })).map(({ number }) => number)).toEqual([2]);
  });

  test('is read by days of the Netherlands, the first and the last of them included', async () => {
    const db = getDatabase();
    const today = dayOf(new Date());
    const yesterday = dayAfter(new Date(), -1);
    const count = async (days: { from?: string; until?: string }) =>
      (await listTrail(db, { ...days, limit: 1000 })).length;
    const all = await count({});
    expect(all).toBeGreaterThan(10);
    // Around midnight a part of them may be of the day before.
    expect(await count({ from: yesterday, until: today })).toBe(all);
    expect((await count({ until: yesterday })) + (await count({ from: today }))).toBe(all);
    expect(await count({ until: dayAfter(new Date(), -2) })).toBe(0);
    expect(await count({ from: dayAfter(new Date(), 1) })).toBe(0);
  });

  test('lets the name of a person go and holds', async () => {
    const db = getDatabase();
    await db.deleteFrom('accounts.person').where('id', '=', 'ada').execute();
    const [entry] = await listTrail(db, { person: 'ada', limit: 1 });
    expect(entry).toMatchObject({ actor: 'person:ada', name: null });
    expect(JSON.stringify(await listTrail(db, { limit: 1000 }))).not.toContain('Meijer');
    expect((await verifyTrail(db)).fault).toBeNull();
  });

  test('is kept for so many days, and what is left holds', async () => {
    const db = getDatabase();
    const before = await verifyTrail(db);
    expect(await removeOldTrail(db, 1)).toBe(0);
    expect(await removeOldTrail(db, 0)).toBe(before.entries);
    expect(await verifyTrail(db)).toMatchObject({ entries: 1, fault: null });
    expect((await verifyTrail(db, before.last)).fault).toBeNull();
    expect((await listTrail(db, { limit: 5 })).map(({ act }) => act)).toEqual(['trail-remove']);
    await recordAct(db, { act: 'sign-in', actor: 'visitor' });
    expect(await verifyTrail(db)).toMatchObject({ entries: 2, fault: null });
  });
});
