import { describe } from 'vitest';
import { readQuestionnaire } from '../../../../geodata/questionnaire/reading.ts';
import type { Json } from '../../../setup/descriptor.ts';
import { small } from '../../questionnaire/small.ts';
import { type Changes, change, type Remedy, tryRemedies } from './remedy.ts';

const file = 'vragenlijst.json';
const question = 'blocks.0.questions.0';

/** A questionnaire with one thing wrong, and as it is mended. */
function mend(kind: string, broken: Changes, remedy: string, mended: Changes = []): Remedy<Json> {
  return { kind, broken: change(small, broken), remedy, mended: change(small, mended) };
}

const many = (count: number, make: (position: number) => Json): Json[] =>
  Array.from({ length: count }, (_, position) => make(position));
const block = (position: number): Json => ({ key: `b${position}`, title: { nl: 'B' }, questions: [] });
const text = (position: number): Json => ({ key: `q${position}`, text: { nl: 'Q' }, form: { kind: 'text' } });
const option = (position: number): Json => ({ key: `o${position}`, text: { nl: 'O' } });
const test = (operator: string, values: Json): Json => ({
  tests: [{ question: 'kiezen', operator, values }],
});
const tags = many(21, (position) => (position === 0 ? 'nl' : `x${String.fromCharCode(97 + position)}`));

const remedies: readonly Remedy<Json>[] = [
  {
    kind: 'a list in the place of a questionnaire',
    broken: [],
    remedy: 'write it as { "key": …, "blocks": [ … ] }',
    mended: small,
  },
  mend('a key that nobody knows', [['block', []]], 'write "blocks" if that is what you meant'),
  mend('too many pages', [['blocks', many(61, block)]], 'keep to 60 of them', [['blocks', many(60, block)]]),
  mend(
    'too many questions on a page',
    [['blocks.0.questions', many(61, text)]],
    'divide them among blocks of at most 60',
    [['blocks.0.questions', many(60, text)]],
  ),
  mend('a language that has no tag', [['languages', ['nl', 'Engels']]], 'write two or three small letters', [
    ['languages', ['nl', 'en']],
  ]),
  mend('Dutch that does not come first', [['languages', ['en', 'nl']]], 'begin the list with "nl"', [
    ['languages', ['nl', 'en']],
  ]),
  mend('too many languages', [['languages', tags]], 'keep to 20 languages', [
    ['languages', [...tags.slice(0, 19), 'en']],
  ]),
  mend(
    'a theme that is none',
    [['indicators.0.theme', 'leefomgeving.sociaa']],
    'write "leefomgeving.sociaal"',
  ),
  mend('a key with an accent', [[`${question}.key`, 'buurt café']], 'use letters without accents', [
    [`${question}.key`, 'buurt-cafe'],
  ]),
  mend(
    'a key that every object has',
    [[`${question}.key`, 'constructor']],
    'choose another one, such as "constructor-1"',
    [[`${question}.key`, 'constructor-1']],
  ),
  mend(
    'words in another language',
    [[`${question}.text.fr`, 'Choisissez']],
    'add "fr" to "languages", or take it away here',
    [
      ['languages', ['nl', 'en', 'fr']],
      [`${question}.text.fr`, 'Choisissez'],
    ],
  ),
  mend('a number in the place of words', [[`${question}.text.nl`, 7]], 'write a text between quotes', [
    [`${question}.text.nl`, '7'],
  ]),
  mend('a sign that was lost', [[`${question}.text.nl`, 'Caf\ufffd']], 'write the text again', [
    [`${question}.text.nl`, 'Café'],
  ]),
  mend('words without end', [[`${question}.text.nl`, 'x'.repeat(4001)]], 'keep to 4000', [
    [`${question}.text.nl`, 'x'.repeat(4000)],
  ]),
  mend(
    'a word in the place of true',
    [[`${question}.isRequired`, 'ja']],
    'write true or false, without quotes',
    [[`${question}.isRequired`, true]],
  ),
  mend('a question twice', [['blocks.0.questions.1.key', 'kiezen']], 'remove or rename one of the two'),
  mend('too many options', [[`${question}.form.options`, many(61, option)]], 'keep to 60', [
    [`${question}.form.options`, many(60, option)],
  ]),
  mend(
    'a number in the place of a question',
    [['indicators.0.measure.question', 3]],
    'write the key of a question between quotes',
  ),
  mend('two bounds', [[`blocks.0.questions.1.askedIf`, test('at-least', ['3', '4'])]], 'write it as ["3"]', [
    [`blocks.0.questions.1.askedIf`, test('at-least', ['3'])],
  ]),
  mend(
    'values for whether it was answered',
    [[`blocks.0.questions.1.askedIf`, test('answered', ['3'])]],
    'take the values away',
    [[`blocks.0.questions.1.askedIf`, test('answered', [])]],
  ),
  mend(
    'a scale that ends where it begins',
    [['indicators.1.measure.highest', 0]],
    'give the most points that a part can count',
    [['indicators.1.measure.highest', 2]],
  ),
  mend('points as a text', [['indicators.1.measure.highest', '1']], 'write a number, without quotes'),
];

describe('a questionnaire', () => {
  tryRemedies(remedies, (value) => readQuestionnaire(value, file));
});
