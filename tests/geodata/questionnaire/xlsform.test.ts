import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { checkQuestionnaire } from '../../../geodata/questionnaire/checks.ts';
import { readQuestionnaire } from '../../../geodata/questionnaire/reading.ts';
import { readRelevant } from '../../../geodata/questionnaire/xlsform/expression.ts';
import { readXlsform } from '../../../geodata/questionnaire/xlsform.ts';
import { readWorkbook } from '../../../geodata/sources/formats/workbook.ts';
import { plainSheet } from '../../../geodata/sources/table/sheet.ts';
import { translateNote } from '../../../viewer/text/file-phrases.ts';
import { ask, choiceRows, expand, makeForm } from './form.ts';

const questions = [
  ask('start', 'start'),
  ask('begin_group', 'wonen', 'Wonen', { en: 'Living' }),
  ask('note', 'uitleg', 'Het gaat om uw buurt.'),
  ask('select_one janee', 'veilig', 'Voelt u zich veilig?', {
    en: 'Do you feel safe?',
    required: 'yes',
    hint: 'Meestal',
  }),
  ask('integer', 'hoe-vaak', 'Hoe vaak niet?', {
    relevant: "#veilig != '01'",
    constraint: '. >= 1 and . <= 20',
  }),
  ask('text', 'waarom', 'Waarom?', {
    relevant: "#hoe-vaak > 3 and selected(#veilig, '02')",
    constraint: 'string-length(.) <= 200',
  }),
  ask('end_group'),
  ask('begin group', 'oordeel', 'Uw oordeel', { relevant: "(#veilig = '01' or #hoe-vaak <= 2)" }),
  ask('begin_group', 'stellingen', 'Wat vindt u?', { appearance: 'w2 table-list' }),
  ask('select_one eens', 'licht', 'Er is genoeg licht'),
  ask('select_one eens', 'groen', 'Er is genoeg groen', { required: 'TRUE' }),
  ask('end_group'),
  ask('range', 'cijfer', 'Welk cijfer?', { parameters: 'start=1 end=10 step=1', relevant: '#groen = 1' }),
  ask('select_multiple eens', 'meer', 'Wat nog meer?'),
  ask('end group'),
  ask('text', 'slot', 'Wilt u nog iets zeggen?'),
];

describe('a form in XLSForm', () => {
  const { questionnaire, notes } = readXlsform(makeForm(questions));

  test('becomes pages, questions and their ways', () => {
    expect(questionnaire).toMatchObject({
      key: 'mijn-buurt',
      name: { nl: 'Mijn buurt' },
      languages: ['nl', 'en'],
    });
    const [living, judgement, rest] = questionnaire.blocks;
    expect(living).toMatchObject({
      key: 'wonen',
      title: { nl: 'Wonen', en: 'Living' },
      about: { nl: 'Het gaat om uw buurt.' },
    });
    expect(living?.questions).toMatchObject([
      {
        key: 'veilig',
        text: { nl: 'Voelt u zich veilig?', en: 'Do you feel safe?' },
        help: { nl: 'Meestal' },
        isRequired: true,
        form: { kind: 'choice', options: [{ key: '01', text: { nl: 'Ja', en: 'Yes' } }, { key: '02' }] },
      },
      {
        key: 'hoe-vaak',
        askedIf: { match: 'all', tests: [{ question: 'veilig', operator: 'none-of', values: ['01'] }] },
        form: { kind: 'number', least: 1, most: 20 },
      },
      {
        key: 'waarom',
        askedIf: {
          match: 'all',
          tests: [
            { question: 'hoe-vaak', operator: 'at-least', values: ['4'] },
            { question: 'veilig', operator: 'any-of', values: ['02'] },
          ],
        },
        form: { kind: 'text', longest: 200 },
      },
    ]);
    expect(judgement?.askedIf).toEqual({
      match: 'any',
      tests: [
        { question: 'veilig', operator: 'any-of', values: ['01'] },
        { question: 'hoe-vaak', operator: 'at-most', values: ['2'] },
      ],
    });
    expect(judgement?.questions).toMatchObject([
      {
        key: 'stellingen',
        isRequired: true,
        form: {
          kind: 'grid',
          rows: [{ key: 'licht' }, { key: 'groen' }],
          options: [{ key: '1' }, { key: '2' }],
        },
      },
      {
        key: 'cijfer',
        askedIf: { tests: [{ question: 'stellingen/groen', operator: 'any-of', values: ['1'] }] },
        form: { kind: 'scale', from: 1, to: 10 },
      },
      { key: 'meer', form: { kind: 'several', most: null } },
    ]);
    expect(rest).toMatchObject({
      key: 'deel-3',
      title: { nl: 'Mijn buurt' },
      questions: [{ key: 'slot', form: { longest: 500 } }],
    });
  });

  test('can be asked once its words are there, and goes through JSON', () => {
    const errors = checkQuestionnaire(questionnaire).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      'missing-text introduction',
      'missing-text lowest',
      'missing-text highest',
      'missing-text thanks',
    ]);
    expect(readQuestionnaire(JSON.parse(JSON.stringify(questionnaire)), 'again.json')).toEqual(questionnaire);
  });

  test('says what it left out or filled in', () => {
    expect(notes.join('\n')).toMatch(/Row 2 \("start"\) was left out/);
    expect(notes.join('\n')).toMatch(/Row 6 is asked of who answered otherwise/);
    expect(notes.join('\n')).toMatch(/Row 17 takes texts of up to 500 signs/);
    expect(notes.filter((note) => note.includes('editor'))).toHaveLength(3);
    const more = makeForm(
      [
        [...ask('note', 'n', 'Los'), 'foto.jpg'],
        [...ask('text', 'q', 'Vraag'), ''],
      ],
      { head: [...(makeForm([]).sheets[0]?.rows[0] ?? []).map(String), 'media::image'] },
    );
    const { notes: others } = readXlsform({
      ...more,
      sheets: [...more.sheets, plainSheet('bijlage', [['iets'], ['anders']])],
    });
    const all = [...notes, ...others];
    expect(all.filter((note) => translateNote(note) === null)).toEqual([]);
    const told = others.join('\n');
    expect(told).toMatch(/The column "media::image" of the sheet "survey" was not read/);
    expect(told).toMatch(/The sheet "bijlage" was not read/);
    expect(told).toMatch(/The note in row 2 was left out/);
  });

  test('is read from a workbook, leading zeros kept', async () => {
    const rows = (sheet: number) => (makeForm(questions).sheets[sheet]?.rows ?? []).map((row) => [...row]);
    const bytes = await writeXlsx({
      sheets: [
        { name: 'survey', rows: rows(0) },
        { name: 'choices', rows: choiceRows.map((row) => [...row]) },
        { name: 'settings', rows: rows(2) },
      ],
    });
    expect(readXlsform(await readWorkbook(bytes, 'formulier.xlsx')).questionnaire).toEqual(questionnaire);
  });

  test('names its language in other ways', () => {
    const head = ['type', 'name', 'label', 'label::Türkçe'];
    const form = makeForm([['text', 'q', 'Vraag', 'Soru']], { head });
    expect(readXlsform(form).questionnaire.blocks[0]?.questions[0]?.text).toEqual({
      nl: 'Vraag',
      tr: 'Soru',
    });
  });
});

describe('a relevant', () => {
  const find = (name: string) =>
    name === 'n' ? { key: 'n', isNumber: true } : name === 'weg' ? null : { key: name, isNumber: false };
  const read = (text: string) => readRelevant(expand(text), find);

  test.each([
    ["#a='x'", 'any-of', ['x']],
    ['#a = "x y"', 'any-of', ['x y']],
    ["not(selected(#a, 'x'))", 'none-of', ['x']],
    ["#a != ''", 'answered', []],
    ['((#n < 4))', 'at-most', ['3']],
    ["selected( #a , 'and or (' )", 'any-of', ['and or (']],
  ])('%s', (text, operator, values) => {
    expect(read(text)).toEqual({
      match: 'all',
      tests: [{ question: text.includes('#n') ? 'n' : 'a', operator, values }],
    });
  });

  test('with an equal number is two bounds', () => {
    expect(read('#n = 3')?.tests.map(({ operator, values }) => [operator, values])).toEqual([
      ['at-least', ['3']],
      ['at-most', ['3']],
    ]);
  });

  test.each([
    "#a = 'x' and #b = 'y' or #c = 'z'",
    "(#a = 'x' or #b = 'y') and #c = 'z'",
    "#weg = 'x'",
    '#n != 3',
    '#n > 1.5',
    "#a = ''",
    'count-selected(#a) > 1',
    "not(selected(#a, 'x')",
    '#n = 1 or #n = 3',
    '',
    "#a > 'x'",
  ])('%s is not read', (text) => {
    expect(read(text)).toBeNull();
  });
});
