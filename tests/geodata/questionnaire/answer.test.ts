import { describe, expect, test } from 'vitest';
import { checkAnswers, noOpinion } from '../../../geodata/questionnaire/answer.ts';
import type { Answers } from '../../../geodata/questionnaire/questionnaire.ts';
import { readQuestionnaire } from '../../../geodata/questionnaire/reading.ts';
import { answersTo, keepAsked, listAsked, listAskedBlocks } from '../../../geodata/questionnaire/routing.ts';
import { questionnaireTemplate } from '../../../geodata/questionnaire/template/template.ts';
import { small } from './small.ts';

const questionnaire = readQuestionnaire(small, 'small.json');
const [block] = questionnaire.blocks;
if (!block) throw new Error('there is a block');
const check = (given: Answers) => checkAnswers(block, given);
const faultOf = (given: Answers) =>
  check({ kiezen: ['1'], ...given }).faults.map(({ key, kind, bound }) => [key, kind, bound]);

test.each(Object.getOwnPropertyNames(Object.prototype))('nothing was answered under %s', (key) => {
  expect(answersTo({}, key)).toEqual([]);
  expect(answersTo(JSON.parse(`{ "${key}": ["1"] }`), key)).toEqual(['1']);
});

describe('what somebody gave', () => {
  test('is kept tidied, and asks the next question of the same page', () => {
    const { answers, faults } = check({
      kiezen: ['01'],
      hoeveel: [' ٤ '],
      waarom: [' zo\r\nmaar '],
      meer: ['q', 'p', 'q'],
    });
    expect(faults).toEqual([]);
    expect(answers).toEqual({ kiezen: ['01'], hoeveel: ['4'], waarom: ['zo\nmaar'], meer: ['p', 'q'] });
  });

  test('keeps leading zeros apart', () => {
    expect(check({ kiezen: ['1'], hoeveel: ['4'] }).answers).toEqual({ kiezen: ['1'] });
    expect(faultOf({ kiezen: ['001'] })).toEqual([['kiezen', 'not-an-option', null]]);
  });

  test.each<[string, Answers, unknown]>([
    ['nothing where it has to be answered', { kiezen: [' '] }, ['kiezen', 'missing', null]],
    ['two where one is asked', { kiezen: ['01', '1'] }, ['kiezen', 'one-only', 1]],
    ['no number', { kiezen: ['01'], hoeveel: ['veel'] }, ['hoeveel', 'no-number', null]],
    ['a fraction', { kiezen: ['01'], hoeveel: ['1,5'] }, ['hoeveel', 'no-number', null]],
    ['too high a number', { kiezen: ['01'], hoeveel: ['21'] }, ['hoeveel', 'too-high', 20]],
    ['too low a number', { kiezen: ['01'], hoeveel: ['-1'] }, ['hoeveel', 'too-low', 0]],
    [
      'too long a text',
      { kiezen: ['01'], hoeveel: ['3'], waarom: ['elf tekens!'] },
      ['waarom', 'too-long', 10],
    ],
    ['an unknown answer to a row', { 'rooster/b': ['3'] }, ['rooster/b', 'not-an-option', null]],
    ['three where two are asked', { meer: ['p', 'q', 'r'] }, ['meer', 'too-many', 2]],
    ['an answer beside none', { meer: ['p', 'geen'] }, ['meer', 'contradiction', null]],
    ['a number beside the scale', { cijfer: ['11'] }, ['cijfer', 'too-high', 10]],
  ])('is told what is wrong with %s', (_, given, fault) => {
    expect(faultOf(given)).toEqual([fault]);
  });

  test('takes no opinion where it is offered, and leaves out what it never asked', () => {
    const { answers, faults } = check({
      kiezen: ['x'],
      cijfer: [noOpinion],
      waarom: ['nooit gevraagd'],
      ander: ['1'],
      __proto__: ['1'],
    });
    expect(faults).toEqual([]);
    expect(answers).toEqual({ kiezen: ['x'], cijfer: [noOpinion] });
  });
});

describe('the way through', () => {
  test('follows earlier answers', () => {
    expect(listAsked(block, { kiezen: ['1'] }).map(({ key }) => key)).toEqual([
      'kiezen',
      'rooster',
      'meer',
      'cijfer',
    ]);
    expect(listAsked(block, { kiezen: ['01'], hoeveel: ['3'] })).toHaveLength(6);
  });

  test('drops what hangs from a dropped answer', () => {
    const given = { kiezen: ['1'], hoeveel: ['4'], waarom: ['zo'], 'rooster/a': ['1'] };
    expect(keepAsked(questionnaire, null, given)).toEqual({ kiezen: ['1'], 'rooster/a': ['1'] });
  });

  test("puts a municipality's own part to its own people alone", () => {
    const keys = (municipality: string | null) =>
      listAskedBlocks(questionnaireTemplate, municipality, {}).map(({ key }) => key);
    expect(keys('GM0153')).toContain('enschede');
    expect(keys('GM0141')).not.toContain('enschede');
    expect(keys(null)).not.toContain('enschede');
  });

  test('asks whoever was a victim about it', () => {
    const victims = questionnaireTemplate.blocks.find(({ key }) => key === 'slachtoffer');
    const asked = (misdrijf: string[]) =>
      victims ? listAsked(victims, { misdrijf }).map(({ key }) => key) : [];
    expect(asked(['geen'])).toEqual(['misdrijf']);
    expect(asked(['fiets'])).toEqual(['misdrijf', 'misdrijf-aantal', 'aangifte']);
  });
});
