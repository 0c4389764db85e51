import { expect, test } from 'vitest';
import {
  beginBlock,
  beginForm,
  beginIndicator,
  beginQuestion,
  beginQuestionnaire,
  changeFormKind,
  formKinds,
} from '../../../../geodata/questionnaire/editing/beginning.ts';
import { moveQuestion, removeQuestion } from '../../../../geodata/questionnaire/editing/moving.ts';
import {
  listQuestionKeys,
  makeKey,
  renameQuestion,
} from '../../../../geodata/questionnaire/editing/naming.ts';
import { differsInOwnOnly, isSameData, leaveOwn } from '../../../../geodata/questionnaire/ownership.ts';
import type { Questionnaire } from '../../../../geodata/questionnaire/questionnaire.ts';
import { readQuestionnaire } from '../../../../geodata/questionnaire/reading.ts';
import { questionnaireTemplate as template } from '../../../../geodata/questionnaire/template/template.ts';

test('whatever is begun can be kept as a draft at once', () => {
  const questions = formKinds.map((kind) => beginQuestion(kind, kind));
  const begun = {
    ...beginQuestionnaire('proef', 'Proef'),
    blocks: [{ ...beginBlock('blok', 'GM0153'), questions }],
    indicators: [beginIndicator('indicator', 'choice')],
  };
  const named = {
    ...begun,
    indicators: begun.indicators.map((one) => ({ ...one, name: { nl: 'Een', en: 'One' } })),
  };
  expect(isSameData(readQuestionnaire(named, 'proef'), named)).toBe(true);
});

test('a question that becomes of another kind keeps its options where it can', () => {
  const choice = beginForm('choice');
  expect(changeFormKind(choice, 'several')).toEqual({ ...choice, kind: 'several', most: null });
  expect(changeFormKind(choice, 'text')).toEqual({ kind: 'text', longest: 500 });
});

test('a question moves past the end of its block into the next one that may be changed', () => {
  const [first, second] = template.blocks;
  const last = first?.questions.at(-1)?.key ?? '';
  const moved = moveQuestion(template, last, 1);
  expect(moved.blocks[1]?.questions[0]?.key).toBe(last);
  expect(moved.blocks[0]?.questions.length).toBe((first?.questions.length ?? 0) - 1);
  expect(moveQuestion(moved, last, -1)).toEqual(template);
  expect(moveQuestion(template, last, 1, (block) => block.key !== second?.key)).toEqual(template);
  expect(listQuestionKeys(removeQuestion(template, last))).not.toContain(last);
});

test('a question with another key is called so wherever it is referred to', () => {
  const [grid] = template.blocks
    .flatMap(({ questions }) => questions)
    .filter(({ form }) => form.kind === 'grid');
  if (!grid) throw new Error('the template has no grid');
  const renamed = renameQuestion(template, grid.key, 'nieuwe-naam');
  const text = JSON.stringify(renamed);
  expect(text).not.toContain(`"${grid.key}/`);
  expect(text).toContain('"nieuwe-naam/');
  expect(renameQuestion(renamed, 'nieuwe-naam', grid.key)).toEqual(template);
});

test('a key says the text and is one of its own', () => {
  expect(makeKey('Hoe véilig voelt u zich ’s avonds buiten?', [], 'vraag')).toBe('hoe-veilig-voelt-u-zich');
  expect(makeKey('', ['vraag', 'vraag-2'], 'vraag')).toBe('vraag-3');
  expect(makeKey('2026', [], 'ronde')).toBe('ronde');
});

test('what a municipality asks of its own is told apart, its indicators too', () => {
  const own = template.blocks.find(({ municipality }) => municipality !== null);
  const municipality = own?.municipality ?? '';
  const common = leaveOwn(template, [municipality]);
  expect(common.blocks.every((block) => block.municipality !== municipality)).toBe(true);
  const retitled = {
    ...template,
    blocks: template.blocks.map((block) => (block === own ? { ...block, title: { nl: 'Anders' } } : block)),
  };
  expect(differsInOwnOnly(template, retitled, [municipality])).toBe(true);
  expect(differsInOwnOnly(template, retitled, ['GM0141'])).toBe(false);
  const stolen = {
    ...template,
    blocks: template.blocks.map((block) =>
      block.municipality === null ? { ...block, municipality } : block,
    ),
  };
  expect(differsInOwnOnly(template, stolen, [municipality])).toBe(false);
  // One of which no parts are chosen yet is nobody's, or anybody could remove it.
  const [indicator] = template.indicators;
  if (!indicator) throw new Error('the template has no indicator');
  const unfinished: Questionnaire = {
    ...template,
    indicators: [
      ...template.indicators,
      { ...indicator, key: 'leeg', measure: { kind: 'scale', parts: [], lowest: 0, highest: 1, least: 1 } },
    ],
  };
  expect(differsInOwnOnly(unfinished, template, [municipality])).toBe(false);
});

test('the order of keys says nothing', () => {
  expect(isSameData({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
  expect(isSameData([1, 2], [2, 1])).toBe(false);
});
