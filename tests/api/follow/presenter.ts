/** A process of a presenter: opens a database, says so, and shows what it is told until it is told to end. */
import { type DatabaseSettings, openDatabase } from '../../../sql/database.ts';
import { endSession, renewSession } from '../../../sql/follow/sessions.ts';

/** What the process is told to do. */
export type Order = { readonly address: string } | 'end';

const [settings = '', code = '', keyHash = ''] = process.argv.slice(2);
const { db } = await openDatabase(JSON.parse(settings) as DatabaseSettings);

process.on('message', async (order: Order) => {
  if (order === 'end') await endSession(db, code, keyHash);
  else await renewSession(db, { code, keyHash, state: { ...order, slide: null, pointer: null } });
  process.send?.('done');
});
process.send?.('open');
