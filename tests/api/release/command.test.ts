import { beforeAll, expect, test, vi } from 'vitest';
import { openDatabase } from '../../../sql/database.ts';
import { copyEmbedded } from '../../setup/database.ts';
import { runScript } from '../../setup/process.ts';
import { figuresPackage, samplePackage, writePackage } from './sample-package.ts';

/** Each command starts a process of its own with a database in it. */
vi.setConfig({ testTimeout: 480_000 });

let directory: string;

beforeAll(async () => {
  directory = await copyEmbedded();
});

test('npm run import publishes a folder and prints its report; npm run releases lists it', async () => {
  const imported = await run('import', await writePackage(samplePackage()));
  expect(imported).toMatchObject({ code: 0 });
  expect(imported.output).toContain('Published as release 1: sample');
  expect(imported.output).toContain('2021 to 2024, neighbourhood: 7 unchanged, 1 redrawn, 1 new');
  expect(imported.errors).toContain('writing figures…\n');
  const listed = await run('releases');
  expect(listed.output).toMatch(/1 {2}published .* sample: sample \(by /);
  const { releases } = JSON.parse((await run('releases', '--json')).output);
  const [release] = releases;
  expect(release).toMatchObject({
    id: 1,
    source: 'sample',
    state: 'published',
    publishedAt: expect.stringMatching(/^\d{4}-/),
  });
  expect(release.files[0]).toMatchObject({
    path: 'datapackage.json',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('npm run releases stages, shows, compares, publishes, withdraws and tells who did', async () => {
  const folder = await writePackage(figuresPackage());
  const staged = await run('import', folder, '--stage');
  expect([staged.code, staged.output.split('\n')[0]]).toEqual([
    0,
    'Kept as release 2, not yet published: sample-2025',
  ]);
  expect((await run('releases', 'show', '2')).output).toContain('Kept as release 2');
  const compared = await run('releases', 'diff', '2');
  expect(compared.output).toContain('misdrijven 2025: 14 added');
  expect((await run('releases', 'publish', '2')).output).toContain('Published as release 2');
  const refused = await run('releases', 'withdraw', '1');
  expect([refused.code, refused.errors]).toEqual([1, expect.stringContaining('withdraw release 2 first')]);
  expect((await run('releases', 'withdraw', '2')).output).toContain('Release 2 is withdrawn');
  const { output } = await run('releases', 'audit');
  expect(
    output
      .trim()
      .split('\n')
      .map((line) => line.split(/ {2,}/).slice(1, 4)),
  ).toEqual([
    ['1', 'stage', 'staged'],
    ['1', 'check', 'staged → checked'],
    ['1', 'publish', 'checked → published'],
    ['2', 'stage', 'staged'],
    ['2', 'check', 'staged → checked'],
    ['2', 'check', 'checked → checked'],
    ['2', 'publish', 'checked → published'],
    ['2', 'withdraw', 'published → withdrawn'],
  ]);
  expect((await run('releases', 'show', '9')).errors).toContain('there is no release 9');
  expect(await run('releases', 'forget', '1')).toMatchObject({ code: 2 });
});

test('a dry run says that nothing was written', async () => {
  const { code, output } = await run('import', await writePackage(samplePackage()), '--dry-run');
  expect([code, output.split('\n')[0]]).toEqual([0, 'Checked, nothing written: sample']);
});

test('a fault is one line on the error stream, without a stack, and exit code 1', async () => {
  const { code, output, errors } = await run('import', '/nowhere/at/all');
  expect([code, output]).toEqual([1, '']);
  const last = errors.trim().split('\n').at(-1);
  expect(last).toBe(
    '/nowhere/at/all: there is no such folder; give the folder that holds the datapackage.json. Nothing was changed.',
  );
});

test('a wrong call explains how to call it', async () => {
  const { code, errors } = await run('import');
  expect([code, errors.split('\n')[0]]).toEqual([2, 'Give one folder, or a source.']);
  expect((await run('import', '--help')).output).toContain('npm run import -- <folder>');
});

test('while a server has the embedded database open, it says to stop that first', async () => {
  const { close } = await openDatabase({ directory });
  const { code, errors } = await run('import', await writePackage(samplePackage()));
  await close();
  expect(code).toBe(1);
  expect(errors.trim().split('\n').at(-1)).toMatch(/is in use by process \d+; stop that process first/);
});

function run(command: string, ...words: string[]) {
  return runScript(command, words, directory);
}
