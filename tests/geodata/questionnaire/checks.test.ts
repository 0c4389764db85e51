import { describe, expect, test } from 'vitest';
import { checkQuestionnaire } from '../../../geodata/questionnaire/checks.ts';
import { readQuestionnaire } from '../../../geodata/questionnaire/reading.ts';
import { countSyllables, measureReadingLevel } from '../../../geodata/questionnaire/reading-level.ts';
import { questionnaireTemplate } from '../../../geodata/questionnaire/template/template.ts';
import { type Changes, change } from '../sources/remedies/remedy.ts';
import { small } from './small.ts';

const findingsOf = (changes: Changes) =>
  checkQuestionnaire(readQuestionnaire(change(small, changes), 'small.json')).filter(
    ({ kind }) => kind !== 'missing-translation',
  );
const kindsOf = (changes: Changes) =>
  findingsOf(changes).map(({ kind, what }) => (what === null ? kind : `${kind}: ${what}`));
const usual = ['keys-differ-by-zeros: 01, 1', ...['hoeveel', 'meer', 'cijfer'].map(() => 'not-measured')];
const question = (position: number) => `blocks.0.questions.${position}`;
const condition = (operator: string, about: string, values: string[]) => ({
  match: 'all',
  tests: [{ question: about, operator, values }],
});

describe('a questionnaire is checked', () => {
  test('for what its files may lose, and what nothing is made of', () => {
    expect(kindsOf([])).toEqual(usual);
  });

  test.each<[string, Changes, string]>([
    ['a text that is empty', [[`${question(0)}.text.nl`, '']], 'missing-text: text'],
    ['an option without words', [[`${question(0)}.form.options.0.text.nl`, '']], 'missing-text: options/01'],
    ['no pages', [['blocks', []]], 'no-blocks'],
    ['an empty page', [['blocks.0.questions', []]], 'empty-block'],
    ['nothing to choose from', [[`${question(4)}.form.options`, []]], 'too-few-options'],
    ['a grid without rows', [[`${question(3)}.form.rows`, []]], 'too-few-rows'],
    ['more answers than there are', [[`${question(4)}.form.most`, 9]], 'more-than-there-are: 9'],
    ['a condition on nothing', [[`${question(1)}.askedIf.tests`, []]], 'empty-condition'],
    [
      'a condition on what is not there',
      [[`${question(1)}.askedIf.tests.0.question`, 'weg']],
      'unknown-question: weg',
    ],
    [
      'a condition on what comes later',
      [[`${question(1)}.askedIf.tests.0.question`, 'waarom']],
      'later-question: waarom',
    ],
    [
      'a condition on itself',
      [[`${question(1)}.askedIf.tests.0.question`, 'hoeveel']],
      'later-question: hoeveel',
    ],
    [
      'a condition on no option',
      [[`${question(1)}.askedIf.tests.0.values`, ['001']]],
      'unknown-option: kiezen 001',
    ],
    [
      'a number held against words',
      [[`${question(5)}.askedIf`, condition('at-least', 'meer', ['3'])]],
      'no-number: meer',
    ],
    ['a number that cannot be', [[`${question(2)}.askedIf.tests.0.values`, ['21']]], 'unreachable'],
    [
      'two answers at once',
      [
        [
          `${question(5)}.askedIf`,
          {
            match: 'all',
            tests: [
              { question: 'kiezen', operator: 'any-of', values: ['01'] },
              { question: 'kiezen', operator: 'any-of', values: ['1'] },
            ],
          },
        ],
      ],
      'unreachable',
    ],
    [
      'what contradicts the way there',
      [
        [
          `${question(5)}.askedIf`,
          {
            match: 'all',
            tests: [
              { question: 'hoeveel', operator: 'answered', values: [] },
              { question: 'kiezen', operator: 'none-of', values: ['01'] },
            ],
          },
        ],
      ],
      'unreachable',
    ],
    [
      'a figure of what is not there',
      [['indicators.0.measure.question', 'weg']],
      'unknown-measured-question: weg',
    ],
    ['a figure of no option', [['indicators.0.measure.keys', ['2']]], 'unknown-measured-option: 2'],
    ['a figure of no answer', [['indicators.0.measure.keys', ['x']]], 'missing-option-measured: x'],
    ['a figure of nothing', [['indicators.0.measure.keys', []]], 'nothing-measured'],
    [
      'a mean of words',
      [['indicators.0.measure', { kind: 'mean', question: 'kiezen' }]],
      'mean-of-no-number: kiezen',
    ],
    ['points beyond the scale', [['indicators.1.measure.highest', 0.5]], 'points-out-of-range: rooster/a 2'],
    ['more parts than there are', [['indicators.1.measure.least', 2]], 'least-above-parts: 2'],
    [
      'a figure of some',
      [
        [`${question(0)}.askedIf`, undefined],
        ['indicators.0.measure', { kind: 'mean', question: 'hoeveel' }],
      ],
      'measured-of-some: hoeveel',
    ],
    [
      'hard words',
      [
        [
          `${question(5)}.text.nl`,
          'Gemeentelijke veiligheidsvoorzieningen beoordelende buurtbewoners signaleren verkeersveiligheidsproblematiek onvoldoende gedifferentieerd.',
        ],
      ],
      'hard-to-read',
    ],
  ])('for %s', (_, changes, finding) => {
    const found = kindsOf(changes);
    expect(
      found.some((one) => one === finding || one.startsWith(`${finding}: `)),
      found.join(', '),
    ).toBe(true);
  });

  test('in every language that it has', () => {
    const found = checkQuestionnaire(readQuestionnaire(small, 'small.json'));
    const missing = found.filter(({ kind }) => kind === 'missing-translation');
    expect(missing.every(({ severity, what }) => severity === 'warning' && what?.startsWith('en '))).toBe(
      true,
    );
    expect(missing.length).toBeGreaterThan(5);
    // All that one question lacks is said once.
    const parts = missing.map(({ block, question }) => `${block}/${question}`);
    expect(new Set(parts).size).toBe(parts.length);
    expect(missing.some(({ what }) => /^en text,options/.test(what ?? ''))).toBe(true);
  });

  test('and the template can be asked as it stands', () => {
    const found = checkQuestionnaire(questionnaireTemplate);
    expect(found.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
});

describe('the reading level', () => {
  test.each([
    ['buurt', 1],
    ['veiligheid', 3],
    ['politie', 3],
    ['fietsers', 2],
    ['ideeën', 3],
    ['zo’n', 1],
    ['leeuw', 1],
  ])('counts the syllables of %s', (word, count) => {
    expect(countSyllables(word)).toBe(count);
  });

  test('follows the formula', () => {
    const level = measureReadingLevel('De kat zit op de mat. Zij slaapt.');
    expect(level).toMatchObject({ words: 8, sentences: 2, syllables: 8 });
    expect(level?.score).toBeCloseTo(206.84 - 77 - 0.93 * 4, 10);
    expect(measureReadingLevel('…')).toBeNull();
  });
});
