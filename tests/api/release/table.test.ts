import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, expect, test, vi } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { importPackage } from '../../../api/release/import.ts';
import { readCall } from '../../../scripts/import/call.ts';
import { prepareTable } from '../../../scripts/import/table/import-table.ts';
import { openTerminal } from '../../../scripts/import/table/terminal.ts';
import { openDatabase } from '../../../sql/database.ts';
import { listObservations } from '../../../sql/observations.ts';
import { publicReader } from '../../../sql/reader.ts';
import { lineOf } from '../../geodata/sources/problem.ts';
import { copyEmbedded, describeOnBothDatabases } from '../../setup/database.ts';
import { makeFolder } from '../../setup/folder.ts';
import { runProgram, runScript } from '../../setup/process.ts';
import { samplePackage, writePackage } from './sample-package.ts';

/** Each command starts a process of its own with a database in it. */
vi.setConfig({ testTimeout: 480_000 });

let folder: string;
beforeAll(async () => {
  folder = await makeFolder('table');
});

const table = (year: number) =>
  [
    `Meldingen overlast ${year};;`,
    ';;',
    `Buurt;Meldingen ${year};Bijstand ${year}`,
    `Buurt 00;12;0,07`,
    `Buurt 01;<5;0,125`,
    `Burt 02;1;0,5`,
    `Oud dorp;9;0,9`,
    'Totaal;22;',
  ].join('\r\n');

/** What somebody types at the questions about `table`; an empty line takes what is offered. */
const answers = [
  ...['', '', '', '2', '', 'Enschede', ''],
  ...['', 'new', '', 'Nuisance reports', 'overlast', '8', '', 'meldingen', '', '2', ''],
  ...['', '', 'On benefit', '', '17', 'share', '%', '1', '', '', 'yes'],
  ...['Overlast', 'Gemeente Enschede', '', '2'],
  ...['suppressed', '1', 'skip'],
];

describeOnBothDatabases('a table of a municipality', (getDatabase) => {
  beforeAll(async () => {
    await importPackage(getDatabase(), await writePackage(samplePackage()), { importedBy: 'tester' });
  });

  test('comes in by answers that are kept, and next year’s without a question', async () => {
    const file = join(folder, `meldingen-${Math.random()}.csv`);
    await writeFile(file, table(2024));
    const { said, notes, list } = await run(file, null, answers);
    expect(said).toContain('"Burt 02" (row 6) is no area that is known. Nearest:');
    expect(notes).toEqual([
      `What was answered is kept in ${file}.mapping.json: next year's table needs no questions.`,
    ]);
    const first = [
      ['BU01530000', '2024', 12, 'final'],
      ['BU01530001', '2024', null, 'suppressed'],
      ['BU01530002', '2024', 1, 'final'],
    ];
    expect(await list('overlast')).toEqual(first);
    expect(await list('bijstand')).toEqual([
      ['BU01530000', '2024', 7, 'final'],
      ['BU01530001', '2024', 12.5, 'final'],
      ['BU01530002', '2024', 50, 'final'],
    ]);
    const next = join(folder, `volgend jaar ${Math.random()}.csv`);
    await writeFile(next, table(2025));
    const again = await run(next, `${file}.mapping.json`, null);
    expect(again.notes).toHaveLength(0);
    expect(await again.list('overlast')).toEqual(
      first.flatMap((row) => [row, row.map((cell) => (cell === '2024' ? '2025' : cell))]),
    );
  });

  test('that leaves something open without anybody to ask proposes a mapping', async () => {
    const file = join(folder, `open ${Math.random()}.csv`);
    await writeFile(file, table(2024));
    expect(await lineOf(() => run(file, null, null))).toBe(
      `${file}: there is no mapping that says what is what in it, and nobody to ask; a proposal is in ${file}.mapping.proposal.json: fill in what begins with "?" (docs/tables.md tells how), correct the rest, and rename it to ${file}.mapping.json; or run the command at a terminal.`,
    );
    const proposal = JSON.parse(await readFile(`${file}.mapping.proposal.json`, 'utf8'));
    expect(proposal).toMatchObject({
      area: { column: 'Buurt', level: 'neighbourhood' },
      figures: [{ column: 'Meldingen {period}' }, { column: 'Bijstand {period}' }],
      source: { title: '?' },
    });
    const mapping = { ...proposal, ...complete, areas: {} };
    await writeFile(`${file}.mapping.json`, JSON.stringify(mapping));
    expect(await lineOf(() => run(file, null, null))).toMatch(
      /^.*: .*mapping\.json leaves open what is what: 2 areas are not known \(row 6, "Burt 02"; nearest BU015300\d\d Buurt \d\d\); 1 word stands where figures are expected \(row 5, "<5"\); fill in what begins with "\?" in .*mapping\.proposal\.json and put it in its place, or run the command at a terminal\.$/,
    );
  });

  test('that cannot be read says why', async () => {
    expect(await lineOf(() => run('/nowhere.csv', null, null))).toMatch(
      /^\/nowhere\.csv: there is no such file; give the path/,
    );
    expect(await lineOf(() => run(folder, null, null))).toMatch(/: it is no file; /);
    const file = join(folder, 'afgebroken.csv');
    await writeFile(file, table(2024));
    expect(await lineOf(() => run(file, '/nowhere.json', null))).toMatch(
      /^\/nowhere\.json: there is no such/,
    );
    expect(await lineOf(() => run(file, null, ['', '']))).toBe(
      'the questions: they were broken off; run the command again, or give a mapping file with --mapping.',
    );
    expect((await readdir(folder)).filter((name) => name.startsWith('afgebroken'))).toEqual([
      'afgebroken.csv',
    ]);
  });

  /** What the command does; the answers are there before they are asked for. */
  async function run(file: string, mapping: string | null, typed: readonly string[] | null) {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const terminal = typed && openTerminal(input, output);
    input.end(typed?.map((line) => `${line}\n`).join(''));
    const db = getDatabase();
    const { folder: made, notes } = await prepareTable(
      db,
      { file, mapping },
      join(folder, 'sources'),
      terminal,
    );
    await importPackage(db, made, { importedBy: 'tester' });
    const list = async (indicator: string) => {
      const filter = { indicator: [indicator], level: ['neighbourhood' as const], limit: 1_000 };
      const { rows } = await listObservations(db, publicReader, filter);
      return rows
        .map(({ area, period, value, status }) => [area, period, value, status])
        .sort((a, b) => (String(a) < String(b) ? -1 : 1));
    };
    return { said: String(output.read() ?? ''), notes, list };
  }
});

const complete = {
  area: { column: 'Buurt', level: 'neighbourhood', municipality: 'GM0153' },
  figures: [{ column: 'Meldingen {period}', indicator: 'inwoners' }],
  indicators: [],
  source: { title: 'Gemeente Enschede' },
  licence: { name: 'CC0-1.0' },
  words: {},
};

test('a table without boundaries to hang on is refused', async () => {
  const { db, close } = await openDatabase({ directory: await copyEmbedded() });
  const file = join(folder, 'vroeg.csv');
  await writeFile(file, table(2024));
  const call = { file, mapping: null };
  expect(await lineOf(() => prepareTable(db, call, folder, null))).toBe(
    `${file}: there are no boundaries yet to hang its figures on; import boundaries first: README.md tells how.`,
  );
  await close();
});

test('npm run import -- table asks at a terminal, and runs from a mapping without one', async () => {
  const directory = await copyEmbedded();
  const opened = await openDatabase({ directory });
  await importPackage(opened.db, await writePackage(samplePackage()), { importedBy: 'tester' });
  await opened.close();
  const file = join(folder, 'meldingen.xlsx');
  await writeFile(file, await writeWorkbook([{ sheet: 'Blad1', data: cells(table(2024)) }]).toBuffer());
  const command = `${process.execPath} --import tsx scripts/import.ts table ${file} --dry-run`;
  const asked = await runProgram('script', ['-qec', command, '/dev/null'], directory, { typed: answers });
  expect(asked).toMatchObject({ code: 0 });
  expect(asked.output).toContain('Checked, nothing written: Overlast 2024');
  const plain = ['table', file, '--stage'];
  const staged = await runScript('import', plain, directory);
  expect([staged.code, staged.output.split('\n')[0]]).toEqual([
    0,
    expect.stringMatching(/^Kept as release \d+, not yet published: Overlast 2024$/),
  ]);
  await rm(`${file}.mapping.json`);
  const refused = await runScript('import', plain, directory);
  expect([refused.code, refused.errors]).toEqual([
    1,
    expect.stringContaining('meldingen.xlsx: there is no mapping that says what is what in it'),
  ]);
});

test('a wrong call says how to call', () => {
  expect(readCall(['table'])).toMatch(/^Give one table: a CSV or XLSX\./);
  expect(readCall(['table', 'a', 'b'])).toMatch(/^Give one table/);
  expect(readCall(['folder', '--mapping', 'x'])).toMatch(/^Only a table has a --mapping\./);
  expect(readCall(['table', 'a.csv', '--mapping', 'm.json', '--stage'])).toMatchObject({
    stageOnly: true,
    table: { file: 'a.csv', mapping: 'm.json' },
  });
});

/** The same cells in a workbook, numbers with a decimal comma left as text. */
function cells(text: string) {
  return text
    .split('\r\n')
    .map((line) =>
      line.split(';').map((cell) => (/^\d+$/.test(cell) ? { value: Number(cell) } : { value: cell })),
    );
}
