import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAnswers } from '../../../geodata/questionnaire/answer.ts';
import type { Answers } from '../../../geodata/questionnaire/questionnaire.ts';
import { measureRoom } from '../../../geodata/questionnaire/room.ts';
import { listAnswerKeys } from '../../../geodata/questionnaire/routing.ts';
import { questionnaireTemplate } from '../../../geodata/questionnaire/template/template.ts';
import { testQuestionnaire } from '../../setup/survey.ts';

/** Bytes of a sheet with these answers, as it is kept. */
function measure(answers: Answers): number {
  const sheet = {
    way: 'code',
    district: 'WK900101',
    stratum: 'WK900101',
    ageBand: '25-44',
    sex: 'woman',
    language: 'nl',
    answers,
  };
  return Buffer.byteLength(JSON.stringify({ day: '2026-09-01', sheet }));
}

describe('the room of a sheet', () => {
  test.each([questionnaireTemplate, testQuestionnaire])(
    'holds the longest answers to $key',
    (questionnaire) => {
      const longest = questionnaire.blocks.flatMap((block) =>
        block.questions.flatMap((question) =>
          listAnswerKeys(question).map((key) => [key, longestAnswer(question.form)] as const),
        ),
      );
      const bytes = measure(Object.fromEntries(longest));
      expect(bytes).toBeGreaterThan(500);
      expect(bytes).toBeLessThanOrEqual(measureRoom(questionnaire));
    },
  );

  test('holds whatever is typed in a text that is let through', () => {
    const [block] = testQuestionnaire.blocks.filter(({ key }) => key === 'buurt');
    if (!block) throw new Error('the block of texts is gone');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 260 }), (text) => {
        const given = { beter: [text.normalize('NFC').replaceAll(/[\p{Cc}\p{Cs}]/gu, '')] };
        expect(measure(checkAnswers(block, given).answers)).toBeLessThanOrEqual(
          measureRoom(testQuestionnaire),
        );
      }),
    );
  });
});

function longestAnswer(
  form: (typeof questionnaireTemplate.blocks)[number]['questions'][number]['form'],
): string[] {
  switch (form.kind) {
    case 'several':
      return form.options.map(({ key }) => key);
    case 'choice':
    case 'grid':
      return [form.options.map(({ key }) => key).sort((a, b) => b.length - a.length)[0] ?? ''];
    case 'scale':
      return [String(form.to)];
    case 'number':
      return [String(form.most)];
    case 'text':
      // Four bytes each in UTF-8.
      return ['😀'.repeat(form.longest)];
  }
}
