import { describe, expect, test } from 'vitest';
import { compareQuestionnaires } from '../../../geodata/questionnaire/comparison.ts';
import { readQuestionnaire } from '../../../geodata/questionnaire/reading.ts';
import { type Changes, change } from '../sources/remedies/remedy.ts';
import { small } from './small.ts';

const read = (changes: Changes) => readQuestionnaire(change(small, changes), 'small.json');
const compare = (changes: Changes) => compareQuestionnaires(read([]), read(changes));
const question = (position: number) => `blocks.0.questions.${position}`;

describe('two versions', () => {
  test('that are alike have no differences', () => {
    expect(compare([])).toEqual({
      changes: [],
      indicators: [
        { indicator: 'aandeel-ja', isComparable: true, reasons: [] },
        { indicator: 'schaal', isComparable: true, reasons: [] },
      ],
    });
  });

  test.each<[string, Changes, string[], string[]]>([
    ['a Dutch question', [[`${question(0)}.text.nl`, 'Kies nu']], ['changed-text'], ['aandeel-ja']],
    ['a translation', [[`${question(0)}.text.en`, 'Choose']], ['changed-text'], []],
    ['the words of another row', [[`${question(3)}.form.rows.1.text.nl`, 'C']], ['changed-text'], []],
    ['the words of its row', [[`${question(3)}.form.rows.0.text.nl`, 'C']], ['changed-text'], ['schaal']],
    [
      'an option more',
      [[`${question(0)}.form.options.3`, { key: 'y', text: { nl: 'Misschien' } }]],
      ['added-option'],
      ['aandeel-ja'],
    ],
    [
      'an option that no longer counts',
      [[`${question(0)}.form.options.1.isMissing`, true]],
      ['changed-missing'],
      ['aandeel-ja'],
    ],
    [
      'who is asked',
      [['blocks.0.municipality', 'GM0153']],
      ['changed-municipality'],
      ['aandeel-ja', 'schaal'],
    ],
    ['how it is counted', [['indicators.1.measure.highest', 2]], ['changed-measure'], ['schaal']],
    ['a question that went', [[`${question(5)}.key`, 'nieuw']], ['removed-question', 'added-question'], []],
    ['a number that may be higher', [[`${question(1)}.form.most`, 30]], ['changed-form'], []],
    ['an indicator more', [['indicators.1.key', 'ander']], ['removed-indicator', 'added-indicator'], []],
    ['a language more', [['languages', ['nl', 'en', 'tr']]], ['added-language'], []],
  ])('differ in %s', (_, changes, kinds, incomparable) => {
    const compared = compare(changes);
    expect(compared.changes.map(({ kind }) => kind)).toEqual(kinds);
    expect(
      compared.indicators.filter(({ isComparable }) => !isComparable).map(({ indicator }) => indicator),
    ).toEqual(incomparable);
  });

  test('tell the text before and after', () => {
    const { changes } = compare([[`${question(3)}.form.options.1.text.nl`, 'Heel hoog']]);
    expect(changes).toMatchObject([
      { question: 'rooster', what: 'nl options/2', before: 'Hoog', after: 'Heel hoog' },
    ]);
  });
});
