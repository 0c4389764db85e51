import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAccount } from '../../../../geodata/sources/account.ts';
import type { TableMapping } from '../../../../geodata/sources/table/mapping.ts';
import {
  describeOpen,
  isResolved,
  proposeMapping,
  resolveTable,
} from '../../../../geodata/sources/table/resolve.ts';
import { packTable } from '../../../../geodata/sources/table/table-package.ts';
import { lineOf } from '../problem.ts';
import { indicator, knowledge, mapping, readText } from './sample.ts';

async function resolve(text: string, change: Partial<TableMapping> = {}, file = 'tabel.csv') {
  return resolveTable(await readText(text, file), { ...mapping, ...change }, knowledge, 'm.json');
}
const refuse = (text: string, change: Partial<TableMapping> = {}) => lineOf(() => resolve(text, change));
const figuresOf = async (...given: Parameters<typeof resolve>) =>
  [...(await resolve(...given)).rows.values()]
    .flat()
    .map(({ code, period, cells }) => [code, period, cells.value]);

const share = (change: Partial<TableMapping> = {}): Partial<TableMapping> => ({
  figures: [{ column: 'Aandeel', indicator: 'aandeel', as: 'value', times: 1, decimalSign: null }],
  indicators: [indicator('aandeel', { kind: 'share', unit: '%', decimals: 1, aggregate: 'none' })],
  ...change,
});

test('a long table with titles above, a total and remarks below gives a figure an area and period', async () => {
  const text = [
    'Meldingen overlast;;',
    '',
    'Buurt;Jaar;Aantal',
    'Centrum;2023;1.234',
    'Boswinkel-Stadsveld;2023;12',
    'st. jansveld e.o.;2023;1.234.567',
    'Totaal;2023;1.247',
    ';;',
    'Bron: eigen registratie;;',
  ].join('\n');
  const { rows, open, notes, account } = await resolve(text);
  expect([...rows.values()].flat().map(({ code, cells, row }) => [code, cells.value, row])).toEqual([
    ['BU01530000', '1234', 4],
    ['BU01530001', '12', 5],
    ['BU01530002', '1234567', 6],
  ]);
  expect(isResolved(open)).toBe(true);
  expect(notes).toEqual([
    '1 name in another form read as the only area that fits ("st. jansveld e.o." is BU01530002 Sint Jansveld en omgeving).',
  ]);
  expect(formatAccount(account)).toBe(
    'tabel.csv: 6 rows = 3 rows written + 0 refused + 3 left out (1 totals, row 7, "Totaal"; 1 without anything in them, row 8; 1 remarks without figures, row 9, "Bron: eigen registratie")',
  );
});

test('a wide table takes the periods of next year from its headings', async () => {
  const change: Partial<TableMapping> = {
    period: { in: 'headings', text: null, dates: null, spans: null },
    figures: [
      { column: 'Aantal {period}', indicator: 'meldingen', as: 'value', times: 1, decimalSign: null },
    ],
  };
  const old = await figuresOf('Buurt;Aantal 2023;Aantal 2024\nCentrum;1;2\n', change);
  expect(old).toEqual([
    ['BU01530000', '2023', '1'],
    ['BU01530000', '2024', '2'],
  ]);
  const next = await figuresOf('Titel\nAantal 2025;BUURT;Opmerking\n3;Centrum;nieuw\n', change);
  expect(next).toEqual([['BU01530000', '2025', '3']]);
});

test('headings of two rows are joined, the upper ones for all columns below them', async () => {
  const text = ';Meldingen;;Branden;\nBuurt;2023;2024;2023;2024\nCentrum;1;2;3;4\n';
  const figures = ['meldingen', 'branden'].map((key) => ({
    column: `${key} {period}`,
    indicator: key,
    as: 'value' as const,
    times: 1,
    decimalSign: null,
  }));
  const change = {
    headerRows: 2,
    figures,
    indicators: figures.map(({ indicator: key }) => indicator(key)),
    period: { in: 'headings' as const, text: null, dates: null, spans: null },
  };
  expect(await figuresOf(text, change)).toEqual([
    ['BU01530000', '2023', '1'],
    ['BU01530000', '2024', '2'],
    ['BU01530000', '2023', '3'],
    ['BU01530000', '2024', '4'],
  ]);
});

test('the period can stand in a title, in the name of the file, or nowhere', async () => {
  const plain = 'Buurt;Aantal\nCentrum;1\n';
  const period = (place: TableMapping['period']['in'], text: string) => ({
    period: { in: place, text, dates: null, spans: null },
  });
  expect(await figuresOf(`Stand in maart 2024\n${plain}`, period('title', 'Stand in {period}'))).toEqual([
    ['BU01530000', '2024-03', '1'],
  ]);
  expect(await figuresOf(plain, period('file', 'meldingen-{period}'), 'map/meldingen-2025.csv')).toEqual([
    ['BU01530000', '2025', '1'],
  ]);
  expect((await resolve(plain, period('fixed', '2024'))).notes).toContain(
    'All figures are of 2024, as the mapping says.',
  );
  expect(await refuse(plain, period('file', 'meldingen-{period}'))).toBe(
    'tabel.csv, its name: "meldingen-{period}" does not stand there, so the period is not known; correct "period" in the mapping; {period} stands for the period.',
  );
  expect(await refuse(plain, period('title', 'Stand {period}'))).toMatch(
    /^tabel\.csv, the rows above the headings: /,
  );
  expect(await refuse(plain, period('sheet', '{period}'))).toMatch(
    /^tabel\.csv, sheet "": "\{period\}" does not/,
  );
});

test('a column of municipalities tells equal names apart, and bounds, sizes and statuses go with their value', async () => {
  const text =
    'Gemeente;Buurt;Jaar;Aandeel;Onder;Boven;N;Status\nEnschede;Centrum;2024;12,5%;10;15;200;voorlopig\nAlmelo;Centrum;2024;0,5%;;;;\n';
  const column = (name: string, as: TableMapping['figures'][number]['as']) => ({
    column: name,
    indicator: 'aandeel',
    as,
    times: 1,
    decimalSign: null,
  });
  const { rows } = await resolve(text, {
    ...share(),
    area: { ...mapping.area, municipality: null, municipalityColumn: 'Gemeente' },
    figures: [
      column('Aandeel', 'value'),
      column('Onder', 'lower'),
      column('Boven', 'upper'),
      column('N', 'sampleSize'),
      column('Status', 'status'),
    ],
  });
  expect(rows.get('aandeel')?.map(({ code, cells }) => [code, cells])).toEqual([
    ['BU01530000', { value: '12.5', lower: '10', upper: '15', sampleSize: '200', status: 'provisional' }],
    ['BU01410000', { value: '0.5', lower: '', upper: '', sampleSize: '', status: '' }],
  ]);
});

test('numbers, signs, marks and words become what they stand for', async () => {
  const cells: [string, string][] = [
    ['12,5', '12.5'],
    ['12,5 %', '12.5'],
    ['€ 3,25', '3.25'],
    ['7,1*', '7.1*'],
    ['x', 'x'],
    ['', ''],
    ['.', ''],
    ['<5', 'x'],
    ['N.V.T.', '-99991'],
    ['–', '0'],
    ['-99997', 'x'],
  ];
  for (const [cell, value] of cells) {
    const words = { '<5': 'suppressed', 'n.v.t.': 'not-asked', '–': 'zero' } as const;
    const other = cell.includes('%') ? '0,125%' : '0,125';
    const text = `Buurt;Jaar;Aandeel\nBU01530000;2024;${cell}\nBU01530001;2024;${other}\n`;
    expect((await figuresOf(text, share({ words })))[0]?.[2]).toBe(value);
  }
  const times = {
    figures: [
      { column: 'Aandeel', indicator: 'aandeel', as: 'value' as const, times: 100, decimalSign: null },
    ],
  };
  expect((await figuresOf('Buurt;Jaar;Aandeel\nCentrum;2024;0,07\n', share(times)))[0]?.[2]).toBe('7');
});

describe('what only people can tell', () => {
  test('comes back as a question, and is settled by an answer', async () => {
    const text =
      'Buurt;Jaar;Aantal\nBoswinkel;2024;n.b.\nOudveld;2024;5\nOudveld;2025;5\nCentrum;1-3-2024;1\n';
    const { open, rows } = await resolve(text);
    expect(
      open.areas.map(({ key, row, count, near }) => [key, row, count, near.map(({ code }) => code)]),
    ).toEqual([
      ['Boswinkel', 2, 1, ['BU01530001']],
      ['Oudveld', 3, 2, []],
    ]);
    expect(open.date).toEqual({ text: '1-3-2024', row: 5 });
    expect([...rows]).toEqual([]);
    const settled = await resolve(text, {
      areas: { BOSWINKEL: 'BU01530001', Oudveld: null },
      words: { 'N.B.': 'missing' },
      period: { ...mapping.period, dates: 'month' },
    });
    expect(isResolved(settled.open)).toBe(true);
    expect(
      [...settled.rows.values()].flat().map(({ code, period, cells }) => [code, period, cells.value]),
    ).toEqual([
      ['BU01530001', '2024', ''],
      ['BU01530000', '2024-03', '1'],
    ]);
    expect(settled.account.leftOut).toEqual([
      { reason: 'as the mapping says', count: 2, first: 'row 3, "Oudveld"' },
    ]);
  });

  test('is told in one line and proposed in a mapping', async () => {
    const { open } = await resolve(
      'Buurt;Jaar;Aantal\nBoswinkel;2024;1.234\nCentrum;2024;2.345\nHofte;2024;n.b.\n',
    );
    expect(describeOpen(open)).toBe(
      '1 area is not known (row 2, "Boswinkel"; nearest BU01530001 Boswinkel-Stadsveld); 1 word stands where figures are expected (row 4, "n.b."); "2.345" in row 3 can be read as two numbers',
    );
    expect(JSON.parse(proposeMapping(mapping, open))).toMatchObject({
      areas: { Boswinkel: '? BU01530001 (Boswinkel-Stadsveld)' },
      words: { 'n.b.': '? missing, suppressed, not-asked or zero' },
      decimalSign: '? , or .',
    });
    expect(await figuresOf('Buurt;Jaar;Aantal\nCentrum;2024;2.345\n', { decimalSign: ',' })).toEqual([
      ['BU01530000', '2024', '2345'],
    ]);
  });

  test('a municipality is asked once, and what lies in it after that', async () => {
    const area = { ...mapping.area, municipality: null, municipalityColumn: 'Gemeente' };
    const text =
      'Gemeente;Buurt;Jaar;Aantal\nEnsch;Centrum;2024;1\nEnsch;Hofte;2024;1\nAlmelo;Nieuwstraat;2024;1\n';
    const { open } = await resolve(text, { area });
    expect(open.areas.map(({ key, count }) => [key, count])).toEqual([
      ['Ensch', 2],
      ['Almelo / Nieuwstraat', 1],
    ]);
    const areas = { Ensch: 'GM0153', 'Almelo / Nieuwstraat': 'BU01410001' };
    expect((await figuresOf(text, { area, areas })).map(([code]) => code)).toEqual([
      'BU01530000',
      'BU01530003',
      'BU01410001',
    ]);
  });
});

test.each<[string, string, Partial<TableMapping>, string]>([
  [
    'no such column',
    'Wijk;Jaar;Aantal\nA;2024;1',
    {},
    'tabel.csv, column "Buurt": the mapping names it, but no heading is like it; correct the mapping: ',
  ],
  [
    'no heading at all',
    'a;b\n1;2',
    {},
    'tabel.csv, column "Buurt": none of the first 60 rows has the headings that the mapping names; correct the mapping, or remove it and answer the questions.',
  ],
  [
    'a heading twice',
    'Buurt;Buurt;Jaar;Aantal\nA;B;2024;1',
    {},
    'tabel.csv, column "Buurt": several headings are like it (columns A and B); rename one of them in the file, or write more of the heading in the mapping.',
  ],
  [
    'a column of figures twice',
    'Buurt;Jaar;Aantal;aantal\nA;2024;1;2',
    {},
    'tabel.csv, column "Aantal": several headings are like it (columns C and D); ',
  ],
  [
    'no column of figures',
    'Buurt;Jaar;Aantallen\nA;2024;1',
    {},
    'tabel.csv, column "Aantal": the mapping names it, but no heading is like it; correct the mapping: ',
  ],
  [
    'no area',
    'Buurt;Jaar;Aantal\n;2024;1',
    {},
    'tabel.csv, row 2, column "Buurt": the area is missing; write its name or code, or remove the row.',
  ],
  [
    'no period',
    'Buurt;Jaar;Aantal\nCentrum;;1',
    {},
    'tabel.csv, row 2, column "Jaar": the period is missing; write 2024, 2024-Q1, 2024-03, 2024-W12 or a date, or 2021..2023 for an average over these years.',
  ],
  [
    'a period that is none',
    'Buurt;Jaar;Aantal\nCentrum;nu;1',
    {},
    'tabel.csv, row 2, column "Jaar": "nu" is no period; ',
  ],
  [
    'a count below zero',
    'Buurt;Jaar;Aantal\nCentrum;2024;-3',
    {},
    'tabel.csv, row 2 (BU01530000), column "Aantal": a count cannot be -3; correct it, or leave the cell empty.',
  ],
  [
    'a figure twice',
    'Buurt;Jaar;Aantal\nCentrum;2024;1\nBU01530000;2024;1',
    {},
    'tabel.csv, row 3: "meldingen" of BU01530000 for 2024 stands in row 2 too; remove one of the two rows, or leave one out by giving it null under "areas" in the mapping.',
  ],
  [
    'both decimal signs',
    'Buurt;Jaar;Aantal\nCentrum;2024;1,5\nHofte;2024;1.5',
    {},
    'tabel.csv, row 2, column "Aantal", "1,5": here the comma is the decimal sign, but the point is in row 3, column "Aantal", "1.5"; write all numbers of the file the same way, or give each of the columns its own "decimalSign" in the mapping.',
  ],
  [
    'a number of the other sign',
    'Buurt;Jaar;Aantal\nCentrum;2024;1,5',
    { decimalSign: '.' },
    'tabel.csv, row 2 (BU01530000), column "Aantal": "1,5" is no number with a decimal point; correct it, or "decimalSign" in the mapping.',
  ],
  [
    'an unknown status',
    'Buurt;Jaar;Aantal;Status\nCentrum;2024;1;klaar',
    {
      figures: [
        ...mapping.figures,
        { column: 'Status', indicator: 'meldingen', as: 'status', times: 1, decimalSign: null },
      ],
    },
    'tabel.csv, row 2 (BU01530000), column "Status": the status "klaar" is unknown; write one such as "definitief", "voorlopig" or "geheim".',
  ],
  [
    'a boundary year that is not held',
    'Buurt;Jaar;Aantal\nCentrum;2024;1',
    { boundaryYear: 2019 },
    'm.json, key "boundaryYear": there are no boundaries of 2019 (there are of 2024); give the year that the figures are published on, or import its boundaries first.',
  ],
  [
    'an indicator that is nowhere',
    'Buurt;Jaar;Aantal\nCentrum;2024;1',
    { figures: [{ column: 'Aantal', indicator: 'inwoner', as: 'value', times: 1, decimalSign: null }] },
    'm.json, figure "Aantal", key "indicator": the indicator "inwoner" is neither held nor defined here; write "inwoners" if that is what you meant, or define it under "indicators".',
  ],
  [
    'a weight that is nowhere',
    'Buurt;Jaar;Aantal\nCentrum;2024;1',
    { indicators: [indicator('meldingen', { aggregate: { weightedBy: 'x' } })] },
    'm.json, indicator "meldingen", key "weightedBy": the indicator "x" is neither held nor defined here; ',
  ],
  [
    'a sheet that is not there',
    'Buurt;Jaar;Aantal\nCentrum;2024;1',
    { sheet: 'Blad1' },
    'tabel.csv, sheet "Blad1": there is no such sheet; ',
  ],
])('%s is refused, naming the place and the way out', async (_, text, change, line) => {
  expect((await refuse(text, change)).slice(0, line.length)).toBe(line);
});

test('a table without a figure left is refused', async () => {
  const { indicators, ...read } = await resolve('Buurt;Jaar;Aantal\nTotaal;2024;1\n');
  const region = { key: 'twente', name: { nl: 'Twente', en: 'Twente' }, municipalities: null };
  expect(await lineOf(() => packTable(read, mapping, indicators, region, 'tabel.csv'))).toBe(
    'tabel.csv: no row has both a figure and an area; look in the mapping for what was left out under "areas", and for the right sheet and columns.',
  );
});

test('whatever the order of rows and columns and the form of numbers, the figures are the same', async () => {
  const row = fc.record({
    code: fc.constantFrom('BU01530000', '1530001', 'Hofte'),
    value: fc.integer({ min: 0, max: 999_999 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(row, { selector: ({ code }) => code, minLength: 1 }),
      fc.shuffledSubarray(['Buurt', 'Jaar', 'Aantal'], { minLength: 3 }),
      fc.constantFrom(';', '\t', '|'),
      async (rows, order, delimiter) => {
        const lines = rows.map(({ code, value }) => {
          const cells: Record<string, string> = {
            Buurt: code,
            Jaar: '2024',
            Aantal: value.toLocaleString('nl-NL'),
          };
          return order.map((name) => cells[name]).join(delimiter);
        });
        const found = await figuresOf([order.join(delimiter), ...lines].join('\r\n'), { decimalSign: ',' });
        const codes: Record<string, string> = { '1530001': 'BU01530001', Hofte: 'BU01530003' };
        expect(found).toEqual(rows.map(({ code, value }) => [codes[code] ?? code, '2024', String(value)]));
      },
    ),
    { numRuns: 50 },
  );
});
