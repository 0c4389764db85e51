import { checkConditions } from './checks/conditions.ts';
import { checkKeys } from './checks/keys.ts';
import { checkMeasures } from './checks/measures.ts';
import { checkReadingLevel, checkTexts } from './checks/texts.ts';
import { type Finding, find } from './finding.ts';
import type { Questionnaire } from './questionnaire.ts';

/**
 * Whether a questionnaire can be asked as it stands, and what could be better: errors first, each in the order of the
 * questions. One with an error cannot be fixed as a version.
 */
export function checkQuestionnaire(questionnaire: Questionnaire): Finding[] {
  const found = [
    ...checkBlocks(questionnaire),
    ...checkTexts(questionnaire),
    ...checkConditions(questionnaire),
    ...checkKeys(questionnaire),
    ...checkMeasures(questionnaire),
    ...checkReadingLevel(questionnaire),
  ];
  const ranks = { error: 0, warning: 1, note: 2 };
  return found.sort((one, other) => ranks[one.severity] - ranks[other.severity]);
}

function checkBlocks({ blocks }: Questionnaire): Finding[] {
  if (!blocks.length) return [find('no-blocks')];
  return blocks.flatMap(({ key: block, questions }) => [
    ...(questions.length ? [] : [find('empty-block', { block })]),
    ...questions.flatMap(({ key: question, form }) => {
      if (!('options' in form)) return [];
      const answers = form.options.filter(({ isMissing }) => !isMissing).length;
      const place = { block, question };
      return [
        ...(answers < 2 && form.options.length < 2
          ? [find('too-few-options', place)]
          : answers
            ? []
            : [find('too-few-options', place)]),
        ...(form.kind === 'grid' && !form.rows.length ? [find('too-few-rows', place)] : []),
        ...(form.kind === 'several' && form.most !== null && form.most > form.options.length
          ? [find('more-than-there-are', { ...place, what: String(form.most) })]
          : []),
      ];
    }),
  ]);
}
