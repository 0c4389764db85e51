import { chmod, mkdir, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { manifestName } from '../../api/backup/manifest.ts';
import { readConfig } from '../../api/config.ts';
import { examineHouse } from '../../api/doctor/house.ts';
import { makeFolder, removeFolders } from '../setup/folder.ts';

afterEach(removeFolders);

async function examine(own: Record<string, string>, backups: string | null = null, nodeVersion = '22.1.0') {
  const findings = await examineHouse({ config: readConfig(own), backups, nodeVersion });
  return findings.map(({ about, state, says, remedy }) => `${state} ${about}: ${says}; ${remedy ?? ''}`);
}

async function makeHouse() {
  const directory = await makeFolder('doctor');
  await chmod(directory, 0o700);
  return { DATA_DIR: directory };
}

test('a new house is well, but for mail and backups that are not looked at', async () => {
  const told = (await examine(await makeHouse())).filter((line) => !/room for/.test(line));
  expect(told.filter((line) => !line.startsWith('well '))).toEqual([
    'doubtful mail: no server is set: links are handed over by an administrator; set SMTP_URL and MAIL_FROM',
    'doubtful backups: not looked at; name their folder with --backups, each in a folder of its own',
  ]);
  expect(told).toContain('well database: embedded; there is none yet, the first start makes it; ');
});

test('what is open to others, damaged, old or not there is said with what to do', async () => {
  const house = await makeHouse();
  await chmod(house.DATA_DIR, 0o755);
  await mkdir(join(house.DATA_DIR, 'postgres'));
  await writeFile(join(house.DATA_DIR, 'accounts-secret'), 'x'.repeat(40), { mode: 0o644 });
  await writeFile(join(house.DATA_DIR, 'survey-key'), 'x'.repeat(40), { mode: 0o644 });
  await writeFile(join(house.DATA_DIR, 'providers.json'), '[{}]');
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as { port: number };
  await new Promise((resolve) => closed.close(resolve));
  const told = await examine(
    {
      ...house,
      OIDC_PROVIDERS_FILE: join(house.DATA_DIR, 'providers.json'),
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'a@example.nl',
      VIRUS_SCAN_URL: `tcp://127.0.0.1:${port}`,
    },
    join(house.DATA_DIR, 'backups'),
    '18.20.1',
  );
  for (const [start, remedy] of [
    ['wrong Node.js: 18.20.1', 'install 20.19 or later'],
    ['doubtful DATA_DIR: others may read', 'chmod 700'],
    ['wrong secret of the accounts: others may read', 'chmod 600'],
    ['wrong key of the questionnaires: others may read', 'chmod 600'],
    ['wrong database: the folder of the database', 'npm run restore'],
    ['wrong mail:', 'correct SMTP_URL'],
    ['wrong providers: OIDC_PROVIDERS_FILE', 'correct OIDC_PROVIDERS_FILE'],
    ['wrong virus scanner:', 'start clamd'],
    ['wrong backups: there is none', 'npm run backup -- '],
  ] as const)
    expect(
      told.find((line) => line.startsWith(start)),
      start,
    ).toContain(remedy);
});

test.each([
  [0, 'well'],
  [3, 'doubtful'],
  [15, 'wrong'],
])('the newest backup is %s days old: %s', async (days, state) => {
  const house = await makeHouse();
  const backups = await makeFolder('backups');
  for (const [name, age] of [
    ['older', 100],
    ['newest', days],
  ] as const) {
    await mkdir(join(backups, name));
    const madeAt = new Date(Date.now() - age * 24 * 3_600_000).toISOString();
    await writeFile(join(backups, name, manifestName), JSON.stringify({ madeAt }));
  }
  expect((await examine(house, backups)).at(-1)).toMatch(`${state} backups: the newest is ${days} days old`);
});

test('a clock that is behind what was written is wrong', async () => {
  const house = await makeHouse();
  const folder = join(house.DATA_DIR, 'postgres', 'global');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'pg_control'), '');
  const judge = async (own: Record<string, string>) =>
    (await examine(own)).find((line) => / clocks: /.test(line));
  expect(await judge(house)).toMatch(/^well clocks/);
  const later = new Date(Date.now() + 3_600_000);
  await utimes(join(folder, 'pg_control'), later, later);
  expect(await judge(house)).toMatch(/^wrong clocks: the database was written 3\d{3} s after .*by NTP$/);
});

test('a server that does not answer, and a folder that is none, are wrong', async () => {
  const { DATA_DIR } = await makeHouse();
  await writeFile(join(DATA_DIR, 'file'), '');
  const told = await examine({
    DATA_DIR: join(DATA_DIR, 'file'),
    DATABASE_URL: 'postgres://a@127.0.0.1:1/a',
  });
  expect(told.find((line) => line.startsWith('wrong database:'))).toContain('start PostgreSQL');
  expect(told.find((line) => line.startsWith('wrong DATA_DIR:'))).toContain('is no folder');
});
