import { randomUUID } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { hashPassword } from 'better-auth/crypto';
import { pino } from 'pino';
import { createAccountsHome } from '../../api/accounts/home.ts';
import { createApp } from '../../api/app.ts';
import { readyStartup } from '../../api/startup.ts';
import { writePasswordHash } from '../../sql/accounts/credentials.ts';
import { createPerson } from '../../sql/accounts/persons.ts';
import { type Database, openDatabase } from '../../sql/database.ts';
import { everything, publicReader } from '../../sql/reader.ts';
import { listRules } from '../../sql/visibility-rules.ts';
import { type Comparison, interleave, type Result, type Row } from './measurement.ts';
import type { Regions } from './region.ts';

const runs = 201;
/** An account takes so many attempts, from an address of its own each. */
const attempts = 41;
const email = 'iemand@example.nl';

/** Whether somebody with a clock learns what is closed, or who has an account: both are to take as long as what is not there. */
export const closedNamesRow: Row = {
  id: 18,
  title: 'what is closed, or known, told apart by time',
  against: 'a name of the same length that nobody has',
  better: 'lower',
  async measure(regions) {
    if (!regions.keys.includes('demonstration')) return [];
    const opened = await openCopy(regions);
    try {
      return [await measureNames(opened.db), await measureAccounts(opened.db)];
    } finally {
      await opened.close();
    }
  },
};

async function openCopy(regions: Regions) {
  const { dataDirectory } = await regions.prepare('demonstration');
  const directory = await regions.makeFolder();
  await cp(dataDirectory, directory, { recursive: true });
  return openDatabase({ directory });
}

const quiet = pino({ level: 'silent' });

/** Reads of an indicator that the public may not see, against the same of one that is not there. */
async function measureNames(db: Database): Promise<Result> {
  const rules = await listRules(db, everything);
  const closed = rules.find(({ kind, level }) => kind === 'indicator' && level === null)?.subject;
  if (!closed) throw new Error('the demonstration closes no indicator');
  const app = createApp(
    { startup: readyStartup(db), logger: quiet, publicUrl: null },
    new Map(),
    () => publicReader,
  );
  const unknown = 'z'.repeat(closed.length);
  const paths = [
    '/api/columns/NAME/municipality',
    '/api/observations?indicator=NAME',
    '/api/observations?indicator=NAME&format=csv',
    '/api/contributions?indicator=NAME',
    '/ogc/collections/NAME',
    '/?indicator=NAME',
  ];
  const compared: { path: string; found: Comparison }[] = [];
  for (const path of paths) {
    const time = (name: string) => async () => {
      const start = performance.now();
      await (await app.request(path.replace('NAME', name))).arrayBuffer();
      return performance.now() - start;
    };
    compared.push({ path, found: await interleave(time(closed), time(unknown), runs) });
  }
  return conclude('closed indicator', compared, runs);
}

/** A wrong password for an account, against the same for an address without one. */
async function measureAccounts(db: Database): Promise<Result> {
  const settings = {
    ...{ secret: `${randomUUID()}${randomUUID()}`, secretFile: '', smtpUrl: null, mailFrom: '' },
    ...{ providersFile: null, trailDays: 730 },
  };
  const id = randomUUID();
  await createPerson(db, { id, name: 'Iemand', email }, [{ role: 'administrator' }]);
  await writePasswordHash(db, id, await hashPassword('negen blauwe trappen'));
  const accounts = createAccountsHome({ settings, publicUrl: null, logger: quiet, getDatabase: () => db });
  const app = createApp({ startup: readyStartup(db), logger: quiet, publicUrl: null, accounts }, new Map());
  let visitors = 0;
  const time = (who: string) => async () => {
    visitors += 1;
    const address = `10.0.${visitors >> 8}.${visitors & 255}`;
    const start = performance.now();
    const answer = await app.request(
      'http://localhost/api/accounts/sign-in',
      {
        method: 'POST',
        body: JSON.stringify({ email: who, password: 'acht gele stoelen op zolder' }),
        headers: { 'Content-Type': 'application/json', Origin: 'http://localhost', Host: 'localhost' },
      },
      { address },
    );
    if (answer.status !== 401) throw new Error(`signing in answered ${answer.status}`);
    return performance.now() - start;
  };
  const found = await interleave(time(email), time('niemand@example.nl'), attempts);
  return conclude('known account', [{ path: 'wrong password', found }], attempts);
}

/** The one that can be told apart best, either way. */
function conclude(
  name: string,
  compared: readonly { path: string; found: Comparison }[],
  count: number,
): Result {
  const apart = compared.map(({ path, found }) => ({
    ...{ path, found },
    ratio: Math.max(found.ratio, 1 / found.ratio),
  }));
  apart.sort((one, other) => other.ratio - one.ratio);
  const [worst] = apart;
  if (!worst) throw new Error('nothing was compared');
  const { first, second } = worst.found;
  const note = `median ${first.toFixed(2)} against ${second.toFixed(2)} ms, ${worst.path}; the furthest apart of ${apart.length}`;
  return { id: 18, name, ratio: worst.ratio, goal: 1.1, unit: '×', runs: count, note };
}
