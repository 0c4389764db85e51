import { expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { parseDataPackage } from '../../../../geodata/sources/package/package.ts';
import { plainSheet } from '../../../../geodata/sources/table/sheet.ts';
import { readSheetFile } from '../../../../geodata/sources/table/sheet-file.ts';
import { packTargets } from '../../../../geodata/sources/table/target-package.ts';
import { readTargetSheet } from '../../../../geodata/sources/table/target-sheet.ts';
import { lineOf } from '../problem.ts';
import { indicator, readText } from './sample.ts';

const municipalities = [
  { code: 'GM0153', name: 'Enschede' },
  { code: 'GM1735', name: 'Hof van Twente' },
  { code: 'GM0141', name: 'Almelo' },
];
const knowledge = {
  municipalities,
  indicators: [
    indicator('misdrijven', { name: { nl: 'Geregistreerde misdrijven', en: 'Registered crimes' } }),
    indicator('misdrijven/1.1.1', {
      name: { nl: 'Geregistreerde misdrijven: Woning', en: 'Registered crimes: Home' },
    }),
    indicator('onveilig', {
      name: { nl: 'Voelt zich onveilig', en: 'Feels unsafe' },
      kind: 'share',
      unit: '%',
      decimals: 1,
    }),
    indicator('cohesie', { name: { nl: 'Cohesie', en: 'Cohesion' }, kind: 'score', decimals: 1 }),
    indicator('samenhang', { name: { nl: 'Samenhang', en: 'Cohesion' }, kind: 'score', decimals: 1 }),
  ],
};

const read = async (text: string) => readTargetSheet(await readText(text, 'doelen.csv'), knowledge);
const rows = (...lines: string[]) => read(['gemeente;indicator;jaar;streefwaarde;bron', ...lines].join('\n'));
const source = { title: 'Plan', url: null };

test('codes and names, keys and names in either language, with decimal commas', async () => {
  const { targets, notes } = await rows(
    'GM0153;misdrijven;2026;1.200;Plan',
    '1735;Registered crimes;2026;900;Plan',
    ';;;;',
    ' hof  van twente ; voelt zich ONVEILIG;2030;12,5%;Plan',
    'Enschede;misdrijven/1.1.1;2026;80;Plan',
    'Almelo;geregistreerde misdrijven: woning;2026;30;Plan',
  );
  expect(targets).toEqual([
    { municipality: 'GM0153', indicator: 'misdrijven', period: '2026', value: 1200, source },
    { municipality: 'GM1735', indicator: 'misdrijven', period: '2026', value: 900, source },
    { municipality: 'GM1735', indicator: 'onveilig', period: '2030', value: 12.5, source },
    { municipality: 'GM0153', indicator: 'misdrijven/1.1.1', period: '2026', value: 80, source },
    { municipality: 'GM0141', indicator: 'misdrijven/1.1.1', period: '2026', value: 30, source },
  ]);
  expect(notes).toEqual([
    '1 code in another form read as the only area that fits ("1735" is GM1735 Hof van Twente).',
  ]);
});

test('columns in any order and language, below a title, with an address and one that is not read', async () => {
  const { targets, notes } = await read(
    [
      'Doelen van het college,,,,,,',
      'Source,Year,Remark,Target,Municipality,URL,Indicator',
      'Plan,2026,mooi,12.5,Enschede,https://example.org/plan,Feels unsafe',
      'Plan,2026,,10.1,Almelo,,onveilig',
    ].join('\n'),
  );
  expect(targets).toEqual([
    {
      municipality: 'GM0153',
      indicator: 'onveilig',
      period: '2026',
      value: 12.5,
      source: { title: 'Plan', url: 'https://example.org/plan' },
    },
    { municipality: 'GM0141', indicator: 'onveilig', period: '2026', value: 10.1, source },
  ]);
  expect(notes).toEqual(['Columns that were not read: "Remark".']);
});

test('a workbook with numbers and a percentage, on its second sheet', async () => {
  const heads = ['Jaar', 'Gemeente', 'Indicator', 'Streefwaarde', 'Bron'].map((value) => ({ value }));
  const bytes = await writeWorkbook([
    { sheet: 'Leesmij', data: [[{ value: 'Wat dit is' }]] },
    {
      sheet: 'Doelen',
      data: [
        heads,
        [
          { value: 2026 },
          { value: 'Enschede' },
          { value: 'onveilig' },
          { value: 0.125, format: '0.0%' },
          { value: 'Plan' },
        ],
        [{ value: '2030' }, { value: 'GM0141' }, { value: 'cohesie' }, { value: 6.5 }, { value: 'Plan' }],
      ],
    },
  ]).toBuffer();
  const { targets } = readTargetSheet(await readSheetFile(bytes, 'doelen.xlsx'), knowledge);
  expect(targets.map(({ period, value }) => [period, value])).toEqual([
    ['2026', 12.5],
    ['2030', 6.5],
  ]);
  const empty = await writeWorkbook([{ sheet: 'Doelen', data: [heads, [{ value: 2026 }]] }]).toBuffer();
  const file = await readSheetFile(empty, 'doelen.xlsx');
  expect(await lineOf(() => readTargetSheet(file, knowledge))).toBe(
    'doelen.xlsx, sheet "Doelen", row 2, column "Indicator": the cell is empty; write its key or name.',
  );
});

test.each<[string, string, string]>([
  [
    'a mistyped municipality',
    'Enschedee;misdrijven;2026;1;Plan',
    'row 2, column "gemeente": "Enschedee" is no municipality of the region; write "Enschede" if that is what you meant.',
  ],
  [
    'a code outside the region',
    'GM0154;misdrijven;2026;1;Plan',
    '"GM0154" is no municipality of the region; write "GM0153" if',
  ],
  [
    'a mistyped key',
    'Enschede;misdrijfen;2026;1;Plan',
    'column "indicator": "misdrijfen" is no indicator that is there; write "misdrijven" if',
  ],
  [
    'a mistyped name',
    'Enschede;Voelt zich onvelig;2026;1;Plan',
    '"Voelt zich onvelig" is no indicator that is there; write "Voelt zich onveilig" if',
  ],
  [
    'a name that two have',
    'Enschede;Cohesion;2026;1;Plan',
    '"Cohesion" is the name of several; write the key of one: cohesie, samenhang.',
  ],
  ['a period that is no year', 'Enschede;misdrijven;2026-Q1;1;Plan', 'column "jaar": "2026-Q1" is no year'],
  [
    'no value',
    'Enschede;misdrijven;2026;;Plan',
    'column "streefwaarde": the cell is empty; write the figure to reach, in aantal.',
  ],
  ['a word for a value', 'Enschede;misdrijven;2026;minder;Plan', '"minder" is no number'],
  ['a mark for a value', 'Enschede;misdrijven;2026;x;Plan', '"x" is no number'],
  ['a number that can be two', 'Enschede;misdrijven;2026;1.234;Plan', '"1.234" can be read as two numbers'],
  [
    'more than all',
    'Enschede;onveilig;2026;100,5;Plan',
    'a share lies between 0 and 100, which 100.5 does not; correct it; it is in %',
  ],
  ['less than none', 'Enschede;misdrijven;2026;-1;Plan', 'a count cannot be -1'],
  [
    'no source',
    'Enschede;misdrijven;2026;1;',
    'column "bron": the cell is empty; write the plan or decision',
  ],
])('%s is refused with row and column', async (_, line, expected) => {
  const refusal = await lineOf(() => rows(line));
  expect(refusal).toMatch(/^doelen\.csv, row 2, column "/);
  expect(refusal).toContain(expected);
});

test('what stands there twice, in two notations of numbers, or not at all is refused', async () => {
  expect(
    await lineOf(() => rows('GM0153;misdrijven;2026;1;Plan', 'Enschede;Registered crimes;2026;2;Plan')),
  ).toBe('doelen.csv, row 3: row 2 has the target of GM0153 misdrijven 2026 too; remove one of the two.');
  expect(await lineOf(() => rows('Enschede;onveilig;2026;12,5;Plan', 'Almelo;onveilig;2026;12.5;Plan'))).toBe(
    'doelen.csv, row 2, column "streefwaarde", "12,5": here the comma is the decimal sign, but the point is in row 3, column "streefwaarde", "12.5"; write all numbers of the file the same way.',
  );
  expect(await lineOf(() => rows(';;;;'))).toContain('row 1: no row below these headings has a target');
  const address =
    'gemeente;indicator;jaar;streefwaarde;bron;adres\nEnschede;misdrijven;2026;1;Plan;www.example.org';
  expect(await lineOf(() => read(address))).toContain('column "adres": "www.example.org" is no web address');
});

test('headings that are missing, mistyped or double are named', async () => {
  expect(await lineOf(() => read('gemeente;indicator;jaar;doel\nEnschede;misdrijven;2026;1'))).toBe(
    'doelen.csv, row 1: no column says the target, the source; give it the headings "gemeente", "indicator", "jaar", "streefwaarde", "bron" and, if you like, "adres".',
  );
  expect(await lineOf(() => read('a;b\n1;2'))).toContain(
    'doelen.csv: no column says the municipality, the indicator, the year, the target, the source',
  );
  expect(
    await lineOf(() =>
      read('gemeente;indicator;jaar;streefwaarde;value;bron\nEnschede;misdrijven;2026;1;2;Plan'),
    ),
  ).toContain('row 1: "streefwaarde" and "value" both say the target; rename or remove');
});

test('those of one municipality are a package of its own, and either is read as it was written', async () => {
  const region = {
    key: 'twente',
    name: { nl: 'Twente', en: 'Twente' },
    municipalities: ['GM0153', 'GM1735', 'GM0141'],
  };
  const pack = async (...lines: string[]) => {
    const reading = await rows(...lines);
    const { descriptor, files } = packTargets(reading, region, municipalities);
    const bytes = new TextEncoder().encode(JSON.stringify(descriptor));
    const { name, title, targets: again, resources } = parseDataPackage(bytes, 'datapackage.json');
    expect([again, resources, files.size]).toEqual([reading.targets, [], 0]);
    return [name, title];
  };
  const own = ['Enschede;misdrijven;2026;1;Plan', 'Enschede;misdrijven;2030;1;Plan'];
  expect(await pack(...own)).toEqual(['targets-gm0153', 'Streefwaarden van Enschede']);
  expect(await pack(...own, 'Almelo;misdrijven;2026;1;Plan')).toEqual([
    'targets',
    'Streefwaarden van gemeenten',
  ]);
});

test('a number that stands for no figure is no target, and neither are two numbers in one cell', async () => {
  await expect(rows('Enschede;cohesie;2026;-99997;Plan')).rejects.toThrow(
    '-99997 stands for a figure that is not there',
  );
  await expect(rows('Enschede;misdrijven;2026;"12\n345";Plan')).rejects.toThrow(
    'row 2, column "streefwaarde": digits stand on several lines of the cell',
  );
});

test('hidden columns that are read and cells in columns without a heading are counted', () => {
  const rows = [
    ['gemeente', 'indicator', 'jaar', 'streefwaarde', 'bron', ''],
    ['Enschede', 'misdrijven', 2026, 900, 'Plan', 850],
  ];
  const hidden = { rows: new Set([1]), columns: new Set([3, 5]), isFiltered: true };
  const sheet = { ...plainSheet('Doelen', rows), hidden };
  const file = { file: 'doelen.xlsx', sheets: [sheet], hiddenSheets: [], delimiter: null, notes: [] };
  expect(readTargetSheet(file, knowledge).notes).toEqual([
    '1 hidden rows (a filter is set) were read as the others (first row 2).',
    '1 hidden columns were read as the others.',
    '1 cell stands in a column without a heading and was not read (first F2).',
  ]);
});
