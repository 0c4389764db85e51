import { cp } from 'node:fs/promises';
import { pino } from 'pino';
import { createApp } from '../../api/app.ts';
import { changeRule } from '../../api/release/access.ts';
import { readyStartup } from '../../api/startup.ts';
import { addressOfColumn } from '../../geodata/columns/address.ts';
import { listColumnAddresses } from '../../sql/artefacts.ts';
import { type OpenedDatabase, openDatabase } from '../../sql/database.ts';
import { publicReader, type Reader } from '../../sql/reader.ts';
import { interleave, type Result, type Row } from './measurement.ts';
import type { Region, Regions } from './region.ts';

const runs = 31;
const columnsAsked = 12;
const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };

/** Columns that a partner may see and the public may not, against the same ones that everybody may; none in memory. */
export const closedColumnsRow: Row = {
  id: 16,
  title: 'closed columns for a partner who has signed in',
  against: 'the same columns, public and not in memory',
  better: 'lower',
  async measure(regions) {
    const results: Result[] = [];
    // A copy of the country would take longer than all that is measured of it.
    for (const key of regions.keys)
      if (key !== 'country') results.push(await measureRegion(await regions.prepare(key), regions));
    return results;
  },
};

async function measureRegion(region: Region, regions: Regions): Promise<Result> {
  const [open, closed] = [await openCopy(region, regions), await openCopy(region, regions)];
  try {
    const columns = (await listColumnAddresses(open.db, publicReader)).slice(0, columnsAsked);
    for (const indicator of new Set(columns.map(({ indicator: address }) => address.split('/')[0] ?? '')))
      await changeRule(
        closed.db,
        { by: 'bench', actor: 'command' },
        { kind: 'indicator', subject: indicator, level: null },
        'partner',
      );
    const addresses = columns.map(addressOfColumn);
    // The partner's app lives as long as a server does: it writes down once what he asks for again and again.
    const [ofPartner, ofPublic] = [createReading(closed, partner), createReading(open, publicReader)];
    const { ratio, first, second } = await interleave(
      () => readAll(ofPartner, addresses),
      () => readAll(ofPublic, addresses),
      runs,
    );
    const note = `${first.toFixed(1)} against ${second.toFixed(1)} ms for ${addresses.length} columns`;
    return { id: 16, name: `closed columns: ${region.title}`, ratio, goal: 1.3, unit: '×', runs, note };
  } finally {
    await open.close();
    await closed.close();
  }
}

/** The region in a database of its own. */
async function openCopy({ dataDirectory }: Region, regions: Regions): Promise<OpenedDatabase> {
  const directory = await regions.makeFolder();
  await cp(dataDirectory, directory, { recursive: true });
  return openDatabase({ directory });
}

/** An app that keeps no answer in memory. */
function createReading({ db }: OpenedDatabase, reader: Reader) {
  const context = { startup: readyStartup(db), logger: pino({ level: 'silent' }), publicUrl: null };
  return createApp(context, new Map(), () => reader);
}

/** Milliseconds to answer all of them, one after the other. */
async function readAll(app: ReturnType<typeof createReading>, addresses: readonly string[]): Promise<number> {
  const start = performance.now();
  for (const address of addresses) {
    const answer = await app.request(address, { headers: { 'Accept-Encoding': 'br' } });
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    await answer.arrayBuffer();
  }
  return performance.now() - start;
}
