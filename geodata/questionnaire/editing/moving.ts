import type { Block, Question, Questionnaire } from '../questionnaire.ts';

/** A list with one of its parts a place earlier or later; the same where it is there already. */
export function moveWithin<Part>(parts: readonly Part[], index: number, by: 1 | -1): readonly Part[] {
  const [one, other] = [parts[index], parts[index + by]];
  if (one === undefined || other === undefined) return parts;
  return parts.map((part, place) => (place === index ? other : place === index + by ? one : part));
}

/** A questionnaire with one of its blocks changed. */
export function changeBlock(
  questionnaire: Questionnaire,
  key: string,
  change: (block: Block) => Block,
): Questionnaire {
  return {
    ...questionnaire,
    blocks: questionnaire.blocks.map((block) => (block.key === key ? change(block) : block)),
  };
}

/** A questionnaire with one of its questions changed. */
export function changeQuestion(
  questionnaire: Questionnaire,
  key: string,
  change: (question: Question) => Question,
): Questionnaire {
  return {
    ...questionnaire,
    blocks: questionnaire.blocks.map((block) => ({
      ...block,
      questions: block.questions.map((question) => (question.key === key ? change(question) : question)),
    })),
  };
}

export function moveBlock(questionnaire: Questionnaire, key: string, by: 1 | -1): Questionnaire {
  const index = questionnaire.blocks.findIndex((block) => block.key === key);
  return { ...questionnaire, blocks: moveWithin(questionnaire.blocks, index, by) };
}

/** A question a place earlier or later; beyond the end of its block it goes into the next one that may be changed. */
export function moveQuestion(
  questionnaire: Questionnaire,
  key: string,
  by: 1 | -1,
  mayChange: (block: Block) => boolean = () => true,
): Questionnaire {
  const { blocks } = questionnaire;
  const from = blocks.findIndex(({ questions }) => questions.some((question) => question.key === key));
  const block = blocks[from];
  const index = block?.questions.findIndex((question) => question.key === key) ?? -1;
  const question = block?.questions[index];
  if (!block || !question) return questionnaire;
  if (block.questions[index + by])
    return changeBlock(questionnaire, block.key, (own) => ({
      ...own,
      questions: moveWithin(own.questions, index, by),
    }));
  const next = blocks[from + by];
  if (!next || !mayChange(next)) return questionnaire;
  const without = removeQuestion(questionnaire, key);
  return changeBlock(without, next.key, (own) => ({
    ...own,
    questions: by === 1 ? [question, ...own.questions] : [...own.questions, question],
  }));
}

export function removeBlock(questionnaire: Questionnaire, key: string): Questionnaire {
  return { ...questionnaire, blocks: questionnaire.blocks.filter((block) => block.key !== key) };
}

/** Takes a question out; what refers to it stays, and is found by the checks. */
export function removeQuestion(questionnaire: Questionnaire, key: string): Questionnaire {
  return {
    ...questionnaire,
    blocks: questionnaire.blocks.map((block) => ({
      ...block,
      questions: block.questions.filter((question) => question.key !== key),
    })),
  };
}
