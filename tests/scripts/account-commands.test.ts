import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cloneDatabase, copyEmbedded, type ScratchDatabase } from '../setup/database.ts';
import { makeFolder } from '../setup/folder.ts';
import { type Ended, runScript } from '../setup/process.ts';

/** Each command starts a process of its own. */
vi.setConfig({ testTimeout: 480_000 });

let directory: string;
let notes: string;
let server: ScratchDatabase;
beforeAll(async () => {
  directory = await copyEmbedded();
  notes = await makeFolder('notes');
  server = await cloneDatabase();
});
afterAll(() => server.drop());

/** On PostgreSQL, which a command opens in a moment. */
const on = () => ({ databaseUrl: server.url });
const accounts = (...words: string[]) => runScript('accounts', words, directory, on());
const trail = (...words: string[]) => runScript('trail', words, directory, on());
const seen = ({ code, output, errors }: Ended) => [code, `${output}${errors}`] as const;

test.each([
  [['accounts'], 'Say create-administrator, list, invite, end, reset.'],
  [['accounts', 'open'], 'Say create-administrator, list, invite, end, reset.'],
  [['accounts', 'invite', '--email', 'nobody'], '--email nobody: give an e-mail address'],
  [['accounts', 'reset'], '--email : give an e-mail address'],
  [['accounts', 'invite', '--email', 'bo@example.nl', '--role', 'reader'], 'reader with --municipality'],
  [['accounts', 'end', '--wrong'], "Unknown option '--wrong'"],
  [['trail'], 'Say verify or list.'],
  [['trail', 'list', '--act', 'sleep'], '--act sleep is no act'],
  [['trail', 'list', '--from', 'gisteren'], '--from gisteren is no day from the year 1 on, such as'],
  [['trail', 'list', '--limit', '0'], '--limit 0 is no count'],
  [['trail', 'verify', '--expect', '12'], '--expect 12 is not a number and a hash, as verify writes them'],
])('npm run %j is refused with how to ask', async ([script = '', ...words], message) => {
  const [code, text] = seen(await runScript(script, words, directory));
  expect(code).toBe(2);
  expect(text).toContain(message);
  expect(text).toContain(`npm run ${script} --`);
});

test('both tell how to ask', async () => {
  for (const script of ['accounts', 'trail']) {
    const [code, text] = seen(await runScript(script, ['--help'], directory));
    expect([script, code]).toEqual([script, 0]);
    expect(text).toContain(`npm run ${script} -- `);
  }
});

test('both are answered by the embedded database too', async () => {
  const none = 'Nobody may sign in: create-administrator makes the first.\n';
  expect(seen(await runScript('accounts', ['list'], directory))).toEqual([0, none]);
  const [code, text] = seen(await runScript('trail', ['verify'], directory));
  expect([code, text]).toEqual([0, expect.stringContaining('The trail holds: 0 entries.')]);
});

test('the first administrator is made, others are invited, begin anew and end, and all of it is in the trail', async () => {
  expect(seen(await accounts('list'))).toEqual([
    0,
    'Nobody may sign in: create-administrator makes the first.\n',
  ]);
  const file = join(notes, 'password');
  const create = ['create-administrator', '--email', 'ada@example.nl', '--password-file'];
  const missing = await accounts(...create, join(notes, 'none'));
  expect(seen(missing)).toEqual([1, expect.stringContaining('give the path of a file with the password')]);
  await writeFile(file, 'welkom\n');
  expect(seen(await accounts(...create, file))).toEqual([1, expect.stringMatching(/12 characters/)]);
  await writeFile(file, 'negen blauwe trappen\n');
  const [code, text] = seen(await accounts(...create, file));
  expect(code).toBe(0);
  expect(text).toMatch(/type [A-Z2-7]{32}/);
  expect(text.match(/^ {2}[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/gm)).toHaveLength(10);
  expect(seen(await accounts(...create, file))).toEqual([
    1,
    'Somebody with the address ada@example.nl has an account already. Nothing was changed.\n',
  ]);

  const partner = ['--role', 'partner', '--organisation', 'GGD', '--kind', 'other'];
  const [, invited] = seen(await accounts('invite', '--email', 'bo@example.nl', '--name', 'Bo', ...partner));
  expect(invited).toMatch(/\/\?page=invitation#[A-Za-z0-9_-]{43}\n/);
  const [, listed] = seen(await accounts('list'));
  expect(listed).toContain('ada@example.nl  ada  administrator  not signed in');
  expect(listed).toMatch(/bo@example\.nl {2}Bo {2}partner other GGD {2}invited until \d{4}-\d{2}-\d{2}/);

  const [, anew] = seen(await accounts('reset', '--email', 'ada@example.nl'));
  expect(anew).toMatch(/page=invitation#/);
  for (const command of ['reset', 'end'])
    expect(seen(await accounts(command, '--email', 'nobody@example.nl'))).toEqual([
      1,
      expect.stringContaining('npm run accounts -- list names who may'),
    ]);
  expect(seen(await accounts('end', '--email', 'ada@example.nl'))).toEqual([
    1,
    expect.stringContaining('make somebody else one first'),
  ]);

  const [, acts] = seen(await trail('list', '--json'));
  const { entries } = JSON.parse(acts) as { entries: { act: string; subject: string; number: number }[] };
  expect(entries.map(({ act }) => act)).toEqual(['person-reset', 'invite', 'administrator-create']);
  const person = entries.at(-1)?.subject.slice('person:'.length) ?? '';
  const [, own] = seen(await trail('list', '--person', person, '--act', 'person-reset'));
  expect(own.trim().split('\n')).toHaveLength(1);
  expect(own).toContain('person-reset  by command  ada');
  expect(seen(await trail('list', '--until', '2020-01-01'))).toEqual([
    0,
    'Nothing that fits was written down.\n',
  ]);
  const [, verified] = seen(await trail('verify'));
  expect(verified).toContain('The trail holds: 3 entries.');
  const mark = /later: (\S+)/.exec(verified)?.[1] ?? '';
  expect(seen(await trail('verify', '--expect', mark))[0]).toBe(0);
  const other = `${mark.slice(0, -1)}${mark.endsWith('0') ? '1' : '0'}`;
  expect(seen(await trail('verify', '--expect', other))).toEqual([
    1,
    expect.stringContaining('is not the one that was written down'),
  ]);
});
