import { describe } from 'vitest';
import { readRegister } from '../../../../geodata/sources/register.ts';
import { type Remedy, tryRemedies } from './remedy.ts';

const header = 'wijk;leeftijd;geslacht;aantal';
const row = 'WK015300;18-24;man;10';
const table = (...rows: string[]) => new TextEncoder().encode([header, ...rows].join('\n'));
const whole = table(row);

const remedies: readonly Remedy<Uint8Array>[] = [
  {
    kind: 'empty lines alone',
    broken: new TextEncoder().encode(';;;\n;;;\n'),
    remedy: 'with its rows',
    mended: whole,
  },
  {
    kind: 'a column that is absent',
    broken: new TextEncoder().encode('wijk;leeftijd;aantal\nWK015300;18-24;10'),
    remedy: 'call one of the columns "geslacht"',
    mended: whole,
  },
  {
    kind: 'two columns of one thing',
    broken: new TextEncoder().encode(`${header};personen\n${row};10`),
    remedy: 'remove one of the two columns',
    mended: whole,
  },
  {
    kind: 'people who are all too young',
    broken: table('WK015300;12;man;10'),
    remedy: 'add rows of people of 15 years and older',
    mended: table('WK015300;12;man;10', 'WK015300;15;man;10'),
  },
  {
    kind: 'more people than can live in a district',
    broken: table('WK015300;18-24;man;9999999', 'WK015300;25-44;man;9999999'),
    remedy: 'together at most 10000000',
    mended: table('WK015300;18-24;man;9999', 'WK015300;25-44;man;9999'),
  },
  { kind: 'a row twice', broken: table(row, row), remedy: 'keep one row', mended: whole },
  {
    kind: 'years and bands beside each other',
    broken: table(row, 'WK015300;30;man;4'),
    remedy: 'either by year of age or by band',
    mended: table(row, 'WK015300;25-44;man;4'),
  },
  {
    kind: 'a district of elsewhere',
    broken: table('WK015309;18-24;man;10'),
    remedy: 'write "WK015300"',
    mended: whole,
  },
  {
    kind: 'an age that is none',
    broken: table('WK015300;jong;man;10'),
    remedy: 'or one of 15-17',
    mended: whole,
  },
  {
    kind: 'a sex that is none',
    broken: table('WK015300;18-24;x;10'),
    remedy: 'write man or vrouw',
    mended: whole,
  },
  {
    kind: 'a count that is none',
    broken: table('WK015300;18-24;man;1.234'),
    remedy: 'such as 1234',
    mended: whole,
  },
];

describe('counts of the population register', () => {
  tryRemedies(remedies, (bytes) =>
    readRegister(bytes, 'register.csv', { districts: new Set(['WK015300']), ageFrom: 15 }),
  );
});
