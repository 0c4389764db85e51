import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { hashCode } from '../../../sql/questionnaires/sealing.ts';
import { describeOnBothDatabases, openFreshDatabase } from '../../setup/database.ts';
import {
  attempts,
  chanceOf,
  countRight,
  type Observation,
  observeRound,
  type SeenRow,
} from '../../setup/linking.ts';
import { testSurveyKey as key } from '../../setup/survey.ts';

const rounds = 4;
/** The last seven are laid at the end of the round. */
const people = 47;
/** So that one run in a million fails by chance: there are ten attempts. */
const leastChance = 1e-7;

describeOnBothDatabases('whoever has the database', (getDatabase) => {
  test('links sheets to codes no better than by chance, though he saw it after every act and knows all hashes', async () => {
    const seen: Observation[] = [];
    for (let number = 0; number < rounds; number += 1)
      seen.push(await observeRound(getDatabase(), `koppelen-${number}`, people));
    for (const { sheets, earlier, waiting, batches } of seen) {
      expect(sheets).toHaveLength(people);
      expect(batches.length).toBeGreaterThan(2);
      for (const batch of batches.slice(0, -1)) expect(batch.length).toBeGreaterThanOrEqual(10);
      // All as old as each other, as long as each other, and none that lay there before.
      expect(new Set(sheets.map(({ age }) => age)).size).toBe(1);
      const lengths = [...sheets, ...waiting.values()].map(({ bytes }) => bytes.length);
      expect(new Set(lengths).size).toBe(1);
      expect(sheets.map(({ name }) => name).filter((name) => earlier.has(name))).toEqual([]);
    }
    // Each attempt finds one a round by chance, whatever the number of people.
    const found = Object.entries(attempts).map(([name, guess]) => {
      const right = seen.reduce((sum, one) => sum + countRight(guess(one), one), 0);
      return { name, right, chance: chanceOf(right, rounds) };
    });
    for (const { name, right } of found)
      console.log(
        `${name}: ${right} of ${rounds * people} right (${((100 * right) / (rounds * people)).toFixed(1)}%); by chance ${rounds} (${(100 / people).toFixed(1)}%)`,
      );
    expect(found.filter(({ chance }) => chance < leastChance)).toEqual([]);
  });

  test('the same attempts find everybody where sheets are kept as they are sent', async () => {
    const sent = Array.from({ length: people }, (_, place) => hashCode(key, `code ${place}`));
    const rows: SeenRow[] = sent.map((_, place) => ({
      name: randomUUID(),
      age: 100 + place,
      command: 0,
      page: 0,
      place,
      bytes: Buffer.alloc(8, place),
    }));
    const truth = new Map(sent.map((code, place) => [code, rows[place]?.name ?? ''] as const));
    const waiting = new Map(sent.map((code, place) => [code, rows[place] as SeenRow] as const));
    const naive = {
      sent,
      waiting,
      batches: [sent],
      invitations: [],
      sheets: rows,
      earlier: new Set<string>(),
      truth,
    };
    for (const name of ['order of sending by place', 'order of sending by age', 'likeness of the bytes'])
      expect(countRight(attempts[name]?.(naive) ?? [], naive)).toBe(people);
    expect(chanceOf(people, 1)).toBeLessThan(leastChance);
  });
});

interface WalRecord {
  readonly xid: string;
  readonly kind: string;
  /** `off 12 flags 0x08`, `blkref #0: rel 1663/5/16384 fork main blk 3` */
  readonly description: string;
  readonly block: string;
}

/** The sheets in the order in which the log says that they were written. */
function orderByLog(records: readonly WalRecord[], { sheets }: Observation): SeenRow[] {
  const [{ age } = { age: 0 }] = sheets;
  return records.flatMap(({ xid, kind, description, block }) => {
    if (xid !== String(age) || !kind.startsWith('INSERT')) return [];
    const place = Number(/off:? (\d+)/.exec(description)?.[1]);
    const page = Number(/blk (\d+)/.exec(block)?.[1]);
    return sheets.filter((sheet) => sheet.page === page && sheet.place === place);
  });
}

describe('whoever has the log of a PostgreSQL', () => {
  test('reads neither an answer nor a code in it, and finds sheets written in an order without meaning', async () => {
    const { db, close } = await openFreshDatabase();
    const slot = `linking_${randomUUID().replaceAll('-', '')}`;
    try {
      await sql`create extension pg_walinspect`.execute(db);
      const places = async () =>
        (await sql<{ at: string }>`select pg_current_wal_flush_lsn()::text as at`.execute(db)).rows[0]?.at;
      // Other tests write to the same log: what is read is held until it was.
      await sql`select pg_create_physical_replication_slot(${slot}, true)`.execute(db);
      const begin = await places();
      const seen = await observeRound(db, 'logboek', people);
      // What was written lately stands in the files too.
      await sql`select pg_switch_wal()`.execute(db);
      const end = await places();
      const { rows: files } = await sql<{ bytes: Buffer }>`
        select pg_read_binary_file('pg_wal/' || name) as bytes from pg_ls_waldir()
        where name between pg_walfile_name(${begin}::pg_lsn) and pg_walfile_name(${end}::pg_lsn)`.execute(db);
      const log = Buffer.concat(files.map(({ bytes }) => bytes));
      const count = (text: string | Buffer) => {
        let [found, at] = [0, log.indexOf(text)];
        while (at >= 0) [found, at] = [found + 1, log.indexOf(text, at + 1)];
        return found;
      };
      // It is the log of these acts: the hashes stand in it, and the sealed bytes of the sheets.
      const middle = (bytes: Buffer, at = 200) => bytes.subarray(at, at + 32);
      // A piece may be cut in two by the head of a page of the log; not three of them.
      const stands = (bytes: Buffer) => [200, 600, 1000].some((at) => count(middle(bytes, at)) > 0);
      for (const hash of seen.sent) expect(count(hash)).toBeGreaterThan(0);
      expect(seen.sheets.filter(({ bytes }) => !stands(bytes))).toHaveLength(0);
      expect(count('antwoord van')).toBe(0);
      expect(count('"onveilig"')).toBe(0);
      // What a sheet was before it was laid has no bytes in common with what it is now.
      const now = new Set(seen.sheets.map(({ bytes }) => middle(bytes).toString('hex')));
      for (const { bytes } of seen.waiting.values())
        expect(now.has(middle(bytes).toString('hex'))).toBe(false);
      const { rows: records } = await sql<WalRecord>`
        select xid::text, record_type as kind, description, block_ref as block from pg_get_wal_records_info(${begin}::pg_lsn, ${end}::pg_lsn)
        where resource_manager like 'Heap%' and block_ref like ${`%/${await findFile(db, 'survey_sheet')} %`}
        order by start_lsn`.execute(db);
      const written = orderByLog(records, seen);
      expect(written).toHaveLength(people);
      const right = countRight(
        seen.sent.map((code, place) => [code, written[place]?.name ?? ''] as const),
        seen,
      );
      console.log(`order of the log: ${right} of ${people} right; by chance 1`);
      expect(chanceOf(right, 1)).toBeGreaterThan(leastChance);
    } finally {
      await sql`select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = ${slot}`.execute(
        db,
      );
      await close();
    }
  });
});

async function findFile(db: Parameters<typeof observeRound>[0], table: string): Promise<string> {
  const { rows } = await sql<{
    file: string;
  }>`select pg_relation_filenode(${table}::regclass)::text as file`.execute(db);
  return rows[0]?.file ?? '';
}
