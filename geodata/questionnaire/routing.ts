import type { Answers, Block, Condition, Question, Questionnaire, Test } from './questionnaire.ts';

/** Whether the answers so far meet a condition; without a condition everybody is asked. */
export function isAsked(condition: Condition | null, answers: Answers): boolean {
  if (!condition?.tests.length) return true;
  const holds = (test: Test) => isMet(test, answers);
  return condition.match === 'all' ? condition.tests.every(holds) : condition.tests.some(holds);
}

/** The questions of a block that are asked after these answers, those of the same block among them; none where the block is passed over. */
export function listAsked(block: Block, answers: Answers): Question[] {
  if (!isAsked(block.askedIf, answers)) return [];
  return block.questions.filter((question) => isAsked(question.askedIf, answers));
}

/** The blocks with something to ask somebody of a municipality (`GM0153`), in order; null: of no known municipality. */
export function listAskedBlocks(
  { blocks }: Pick<Questionnaire, 'blocks'>,
  municipality: string | null,
  answers: Answers,
): Block[] {
  return blocks.filter((block) => isPutTo(block, municipality) && listAsked(block, answers).length > 0);
}

/**
 * The answers without those of questions that are no longer asked, as somebody went back and answered otherwise. Goes
 * through the questions in order, so that what hangs from a dropped answer is dropped too.
 */
export function keepAsked(
  { blocks }: Pick<Questionnaire, 'blocks'>,
  municipality: string | null,
  answers: Answers,
): Answers {
  const kept: Record<string, readonly string[]> = {};
  for (const block of blocks) {
    if (!isPutTo(block, municipality) || !isAsked(block.askedIf, kept)) continue;
    for (const question of block.questions)
      if (isAsked(question.askedIf, kept))
        for (const key of listAnswerKeys(question))
          if (Object.hasOwn(answers, key)) kept[key] = answersTo(answers, key);
  }
  return kept;
}

/** What was answered under a key; empty where nothing was. Looks at no name that every object has, such as `toString`. */
export function answersTo(answers: Answers, key: string): readonly string[] {
  return Object.hasOwn(answers, key) ? (answers[key] ?? []) : [];
}

/** The keys that a question is answered under: its own, or one for each row of a grid (`buurt/kennen`). */
export function listAnswerKeys({ key, form }: Pick<Question, 'key' | 'form'>): string[] {
  return form.kind === 'grid' ? form.rows.map((row) => `${key}/${row.key}`) : [key];
}

function isPutTo(block: Block, municipality: string | null): boolean {
  return block.municipality === null || block.municipality === municipality;
}

/** A test of a question without an answer holds for no operator. */
function isMet({ question, operator, values }: Test, answers: Answers): boolean {
  const given = answersTo(answers, question);
  if (!given.length) return false;
  const [bound] = values;
  switch (operator) {
    case 'answered':
      return true;
    case 'any-of':
      return given.some((value) => values.includes(value));
    case 'none-of':
      return !given.some((value) => values.includes(value));
    case 'at-least':
      return bound !== undefined && given.some((value) => Number(value) >= Number(bound));
    case 'at-most':
      return bound !== undefined && given.some((value) => Number(value) <= Number(bound));
  }
}
