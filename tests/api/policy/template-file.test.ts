import { describe, expect, test } from 'vitest';
import { readTemplateFile } from '../../../api/policy/template-file.ts';

const text = (name: string) => ({ nl: name, en: name });
const step = (key: string) => ({
  key,
  name: text(key),
  about: text('wat er gebeurt'),
  documents: [text('notitie')],
  decidedBy: null,
  dueMonth: -3,
  usesSurvey: false,
});
const good = {
  key: 'eigen',
  name: text('Eigen stappen'),
  about: text('van ons'),
  steps: [step('een'), step('twee')],
};
const read = (value: unknown) =>
  readTemplateFile('eigen.json', typeof value === 'string' ? value : JSON.stringify(value));

describe('a file of a template', () => {
  test('gives its steps in order, whatever mark stands before it', () => {
    expect(read(`\uFEFF${JSON.stringify(good)}`)).toEqual(good);
  });

  test.each([
    [
      '{',
      /^eigen\.json: is no JSON: .+; correct it there, or begin with what `npm run policy -- show twens` prints\.$/,
    ],
    [
      { ...good, key: 'Eigen' },
      /^eigen\.json, key: is no key of small letters, digits and dashes; write it as/,
    ],
    [{ ...good, steps: [step('een')] }, /^eigen\.json, steps: has fewer than two steps;/],
    [{ ...good, steps: undefined }, /^eigen\.json, steps: is no list;/],
    [
      { ...good, steps: [step('een'), { ...step('twee'), name: { nl: 'Twee', en: ' ' } }] },
      /^eigen\.json, steps\[2\]\.name\.en: is empty;/,
    ],
    [
      { ...good, steps: [step('een'), { ...step('twee'), name: 'Twee' }] },
      /^eigen\.json, steps\[2\]\.name: is not \{ "nl": …, "en": … \};/,
    ],
    [
      { ...good, steps: [step('een'), { ...step('twee'), dueMonth: 1.5 }] },
      /^eigen\.json, steps\[2\]\.dueMonth: is no whole number of months;/,
    ],
    [
      { ...good, steps: [step('een'), { ...step('twee'), usesSurvey: 'ja' }] },
      /^eigen\.json, steps\[2\]\.usesSurvey: is neither true nor false;/,
    ],
    [{ ...good, kleur: 'rood' }, /^eigen\.json, the whole: "kleur" is no part of a template; remove it, or/],
    [
      { ...good, steps: [step('een'), step('een')] },
      /^eigen\.json, steps, "een": two steps have this key; give each step a key of its own\.$/,
    ],
  ])('%j is refused with what to do', (value, message) => {
    expect(() => read(value)).toThrow(message);
  });
});
