import { describe } from 'vitest';
import { readXlsform } from '../../../../geodata/questionnaire/xlsform.ts';
import type { SheetFile } from '../../../../geodata/sources/table/sheet.ts';
import { ask, choiceRows, makeForm, type Rows } from '../../questionnaire/form.ts';
import { type Remedy, tryRemedies } from './remedy.ts';

const whole = makeForm([ask('text', 'q', 'Vraag')]);
const page = (...rows: Rows) => makeForm([ask('begin_group', 'blad', 'Blad'), ...rows, ask('end_group')]);
const grid = (...rows: Rows) =>
  page(ask('begin_group', 'rooster', 'Rooster', { appearance: 'table-list' }), ...rows, ask('end_group'));
const one = (...row: Parameters<typeof ask>) => makeForm([ask(...row)]);
const head = ['type', 'name', 'label::English (en)'];

function mend(kind: string, broken: SheetFile, remedy: string, mended: SheetFile = whole): Remedy<SheetFile> {
  return { kind, broken, remedy, mended };
}

const remedies: readonly Remedy<SheetFile>[] = [
  mend(
    'a workbook of something else',
    { ...whole, sheets: whole.sheets.slice(1) },
    'with the sheets survey and choices',
  ),
  mend(
    'a form without Dutch',
    makeForm([['text', 'q', 'Question']], { head }),
    'add a column "label::Nederlands (nl)"',
    makeForm([['text', 'q', 'Question', 'Vraag']], { head: [...head, 'label::Nederlands (nl)'] }),
  ),
  mend(
    'a language without a tag',
    makeForm([['text', 'q', 'Vraag', 'x']], { head: ['type', 'name', 'label', 'label::Klingon'] }),
    'write it behind the name',
    makeForm([['text', 'q', 'Vraag', 'x']], { head: ['type', 'name', 'label', 'label::Klingon (tlh)'] }),
  ),
  mend(
    'an option without a list',
    makeForm([], { choices: [...choiceRows, ['', 'x', 'X']] }),
    'fill "list_name" and "name", or empty the row',
  ),
  mend(
    'an option twice',
    makeForm([], { choices: [...choiceRows, ['janee', '01', 'Ja']] }),
    'give one of the two another name, or remove it',
  ),
  mend(
    'a name with spaces',
    one('text', 'mijn vraag', 'Vraag'),
    'use letters without accents, digits, hyphens and underscores',
    one('text', 'mijn_vraag', 'Vraag'),
  ),
  mend(
    'a name that every object has',
    one('text', 'toString', 'Vraag'),
    'choose another one, such as "toString-1"',
    one('text', 'toString-1', 'Vraag'),
  ),
  mend(
    'a relevant of a thousand brackets',
    page(ask('text', 'q', 'Q'), ask('text', 'r', 'R', { relevant: `${'('.repeat(30_000)}\${q} = 'x'` })),
    'keep to 2000: ask it on rows or groups of their own, or take it away',
    page(ask('text', 'q', 'Q'), ask('text', 'r', 'R')),
  ),
  mend(
    'a constraint of a thousand brackets',
    one('integer', 'q', 'Q', { constraint: '('.repeat(30_000) + ')'.repeat(30_000) }),
    'keep to 2000: ask it on rows or groups of their own, or take it away',
    one('integer', 'q', 'Q'),
  ),
  mend(
    'a constraint that asks more',
    one('integer', 'q', 'Q', { constraint: '. mod 2 = 0' }),
    'write it as in ". >= 0 and . <= 20", or take it away',
    one('integer', 'q', 'Q', { constraint: '. >= 0 and . <= 20' }),
  ),
  mend(
    'a constraint that nothing meets',
    one('integer', 'q', 'Q', { constraint: '. >= 5 and . <= 2' }),
    'give the least first and the most second',
    one('integer', 'q', 'Q', { constraint: '. >= 2 and . <= 5' }),
  ),
  mend(
    'a pattern for a text',
    one('text', 'q', 'Q', { constraint: "regex(., '[a-z]+')" }),
    'write it as in "string-length(.) <= 200", or take it away',
    one('text', 'q', 'Q', { constraint: 'string-length(.) <= 200' }),
  ),
  mend(
    'half steps',
    one('range', 'q', 'Q', { parameters: 'start=1 end=5 step=0.5' }),
    '"start=1 end=10 step=1"',
    one('range', 'q', 'Q', { parameters: 'start=1 end=10 step=1' }),
  ),
  mend(
    'a group without end',
    makeForm([ask('begin_group', 'g', 'G')]),
    'add a row with the type "end_group"',
    makeForm([ask('begin_group', 'g', 'G'), ask('end_group')]),
  ),
  mend(
    'a group within a group',
    page(ask('begin_group', 'h', 'H')),
    'end the other group in front of it',
    makeForm([
      ask('begin_group', 'blad', 'B'),
      ask('end_group'),
      ask('begin_group', 'h', 'H'),
      ask('end_group'),
    ]),
  ),
  mend('an end of nothing', makeForm([ask('end_group')]), 'remove the row, or add its "begin_group"', page()),
  mend(
    'a number among the rows of a grid',
    grid(ask('select_one eens', 'a', 'A'), ask('integer', 'b', 'B')),
    'take it out of the group, or give it the same list',
    grid(ask('select_one eens', 'a', 'A')),
  ),
  mend(
    'a row of a grid for some',
    grid(ask('select_one eens', 'a', 'A', { relevant: "#q = '1'" })),
    'put it on the group, or take the row out',
    grid(ask('select_one eens', 'a', 'A')),
  ),
  mend(
    'a grid of no list',
    grid(ask('select_one weg', 'a', 'A')),
    'correct the name of the list, or add its options there',
    grid(ask('select_one eens', 'a', 'A')),
  ),
  mend(
    'a choice of no list',
    one('select_one weg', 'q', 'Q'),
    'correct the name of the list, or add its options there',
    one('select_one eens', 'q', 'Q'),
  ),
  mend(
    'another than what is there',
    one('select_one eens or_other', 'q', 'Q'),
    'remove "or_other"',
    one('select_one eens', 'q', 'Q'),
  ),
  mend(
    'a fraction',
    one('decimal', 'q', 'Q'),
    'ask for a whole number, with the type "integer"',
    one('integer', 'q', 'Q'),
  ),
  mend(
    'a place on earth',
    one('geopoint', 'q', 'Q'),
    'use select_one, select_multiple, integer, range or text, or remove the row',
  ),
  mend(
    'a sum in a condition',
    makeForm([ask('integer', 'a', 'A'), ask('text', 'q', 'Q', { relevant: '#a + 1 > 3' })]),
    'compare earlier questions',
    makeForm([ask('integer', 'a', 'A'), ask('text', 'q', 'Q', { relevant: '#a > 2' })]),
  ),
];

describe('a form in XLSForm', () => {
  tryRemedies(remedies, readXlsform);
});
