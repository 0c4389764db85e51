import { expect, test } from 'vitest';
import { guessMapping } from '../../../../geodata/sources/table/guess.ts';
import { knowledge, readText } from './sample.ts';

const guess = async (text: string, file = 'tabel.csv') => guessMapping(await readText(text, file), knowledge);

test('a long table is guessed by its content: codes before names, the finest level, the year, what it counts', async () => {
  const text = [
    'Inwoners en bijstand',
    'Gemeente;Code;Naam;Jaar;Inwoners;Bijstand (%)',
    'Enschede;1530000;Centrum;2023;1.200;12,5%',
    'Enschede;1530001;Boswinkel-Stadsveld;2023;900;7%',
    'Almelo;1410000;Centrum;2023;x;8,25%',
  ].join('\n');
  expect(await guess(text)).toMatchObject({
    title: 'Inwoners en bijstand',
    area: { column: 'Code', level: 'neighbourhood', municipalityColumn: 'Gemeente', municipality: null },
    period: { in: 'column', text: 'Jaar', dates: null },
    boundaryYear: 2024,
    figures: [
      { column: 'Inwoners', indicator: 'inwoners', times: 1 },
      { column: 'Bijstand (%)', indicator: 'bijstand', times: 1 },
    ],
    indicators: [
      {
        key: 'bijstand',
        name: { nl: 'Bijstand (%)', en: '?' },
        theme: '?',
        unit: '%',
        kind: 'share',
        decimals: 2,
        aggregate: { weightedBy: 'inwoners' },
      },
    ],
    source: { title: '?' },
    licence: { name: '?' },
  });
});

test('a wide table with names of one municipality is guessed with its two rows of headings', async () => {
  const text = [
    ';Meldingen;;Branden;',
    'Buurt;2023;2024;2023;2024',
    'Centrum;1;2;3;4',
    'Boswinkel-Stadsveld;5;6;7;8',
    'Hofte;9;10;11;12',
  ].join('\n');
  expect(await guess(text)).toMatchObject({
    headerRows: 2,
    area: { column: 'Buurt', level: 'neighbourhood', municipality: 'GM0153' },
    period: { in: 'headings', text: null },
    figures: [{ column: 'Meldingen {period}' }, { column: 'Branden {period}' }],
  });
});

test.each([
  [
    'a title',
    'Stand 2024\nBuurt;Aantal\nCentrum;1\nHofte;2\n',
    'x.csv',
    { in: 'title', text: 'Stand {period}' },
  ],
  [
    'the name of the file',
    'Buurt;Aantal\nCentrum;1\nHofte;2\n',
    'a/b-2024.csv',
    { in: 'file', text: 'b-{period}' },
  ],
  ['nothing', 'Buurt;Aantal\nCentrum;1\nHofte;2\n', 'x.csv', { in: 'fixed', text: '?' }],
])('the period is looked for in %s', async (_, text, file, period) => {
  expect((await guess(text, file)).period).toMatchObject(period);
});

test('a table that names no area leaves to people what it cannot tell', async () => {
  const found = await guess('a;b\nfoo;1\nbar;2\n');
  expect(found).toMatchObject({
    area: { level: 'neighbourhood' },
    boundaryYear: 2024,
    source: { title: '?' },
  });
});

test.each([
  ['Leerlingen 22/23', 'Leerlingen 23/24'],
  ['Leerlingen (schooljaar 2023)', 'Leerlingen (schooljaar 2024)'],
  ['Meldingen voorjaar 2023', 'Meldingen najaar 2023'],
  ['Prijzen (2015=100)', 'Kosten (2015=100)'],
  ['Meldingen 2019 - heden', 'Klachten 2019 - heden'],
  ['Meldingen week 1-4 2024', 'Meldingen week 5-8 2024'],
  ['Meldingen KwI 2024', 'Meldingen KwII 2024'],
])('no year is taken out of "%s" and "%s", nor for them out of the name of the file', async (...headings) => {
  const text = [`Buurt;${headings.join(';')}`, 'BU01530000;5;7', 'BU01530001;6;8'].join('\n');
  const { period, figures } = await guess(text, 'tabel-2024.csv');
  expect(period).toMatchObject({ in: 'fixed', text: '?' });
  expect(figures.map(({ column }) => column)).toEqual(headings);
});

test('ages in headings are no years', async () => {
  const text = ['Buurt;Jongeren 15-16 jaar', 'BU01530000;5', 'BU01530001;6'].join('\n');
  expect((await guess(text, 'tabel-2024.csv')).period).toMatchObject({ in: 'file', text: 'tabel-{period}' });
});
