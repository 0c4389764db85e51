import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeQuestionnaires } from '../../../../geodata/questionnaire/editing/merging.ts';
import { changeBlock, moveBlock, removeBlock } from '../../../../geodata/questionnaire/editing/moving.ts';
import type { Questionnaire } from '../../../../geodata/questionnaire/questionnaire.ts';
import { questionnaireTemplate as base } from '../../../../geodata/questionnaire/template/template.ts';

const keys = base.blocks.map(({ key }) => key);
const retitle = (questionnaire: Questionnaire, key: string, nl: string) =>
  changeBlock(questionnaire, key, (block) => ({ ...block, title: { ...block.title, nl } }));
const titleOf = ({ blocks }: Questionnaire, key: string) =>
  blocks.find((block) => block.key === key)?.title.nl;

test('what two people changed in different blocks is put together, and nothing is said', () => {
  const [one = '', other = ''] = keys;
  const merged = mergeQuestionnaires(base, retitle(base, one, 'Mijn'), retitle(base, other, 'Zijn'));
  expect(merged.overlaps).toEqual([]);
  expect([titleOf(merged.questionnaire, one), titleOf(merged.questionnaire, other)]).toEqual([
    'Mijn',
    'Zijn',
  ]);
});

test('of what both changed mine stands, and is named', () => {
  const [one = ''] = keys;
  const merged = mergeQuestionnaires(base, retitle(base, one, 'Mijn'), retitle(base, one, 'Zijn'));
  expect(merged.overlaps).toEqual([{ kind: 'block', key: one }]);
  expect(titleOf(merged.questionnaire, one)).toBe('Mijn');
  const same = mergeQuestionnaires(base, retitle(base, one, 'Beide'), retitle(base, one, 'Beide'));
  expect(same.overlaps).toEqual([]);
});

test('a block that one moved and another that the other took away: both are done', () => {
  const [first = '', second = '', third = ''] = keys;
  const merged = mergeQuestionnaires(base, moveBlock(base, second, -1), removeBlock(base, third));
  expect(merged.questionnaire.blocks.map(({ key }) => key)).toEqual([second, first, ...keys.slice(3)]);
  const added = { ...base, name: { ...base.name, nl: 'Anders' }, blocks: [...base.blocks] };
  expect(mergeQuestionnaires(base, base, added).questionnaire).toEqual(added);
});

test('nothing that one alone made is lost, whatever the other did', () => {
  const change = fc.array(fc.tuple(fc.constantFrom(...keys), fc.string({ minLength: 1, maxLength: 4 })), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(change, change, (mine, theirs) => {
      const apply = (changes: typeof mine, mark: string) =>
        changes.reduce((all, [key, text]) => retitle(all, key, `${mark}${text}`), base);
      const [own, other] = [apply(mine, 'm'), apply(theirs, 't')];
      const { questionnaire, overlaps } = mergeQuestionnaires(base, own, other);
      for (const key of keys) {
        const isMine = titleOf(own, key) !== titleOf(base, key);
        const isTheirs = titleOf(other, key) !== titleOf(base, key);
        expect(titleOf(questionnaire, key)).toBe(titleOf(isMine ? own : other, key));
        expect(overlaps.some((overlap) => overlap.key === key)).toBe(isMine && isTheirs);
      }
    }),
    { numRuns: 50 },
  );
});
