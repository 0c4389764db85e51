/** A process to be killed: opens a database, says so, and does what it is told. */
import { publishRelease, withdrawRelease } from '../../../api/release/acts.ts';
import { importPackage } from '../../../api/release/import.ts';
import { type DatabaseSettings, openDatabase } from '../../../sql/database.ts';

/** What the process is told to do. */
export type Order =
  | { readonly act: 'import'; readonly folder: string }
  | { readonly act: 'stage'; readonly folder: string }
  | { readonly act: 'publish' | 'withdraw'; readonly release: number };

const by = 'killed';
const { db } = await openDatabase(JSON.parse(process.argv[2] ?? '') as DatabaseSettings);

process.once('message', async (order: Order) => {
  if ('folder' in order)
    await importPackage(db, order.folder, { importedBy: by, stageOnly: order.act === 'stage' });
  else if (order.act === 'publish') await publishRelease(db, order.release, { by });
  else await withdrawRelease(db, order.release, { by });
  process.send?.('done');
});
process.send?.('open');
