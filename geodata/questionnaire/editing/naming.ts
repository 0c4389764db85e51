import type { Condition, Measure, Questionnaire } from '../questionnaire.ts';

/** A key of small letters, digits and hyphens that says a text, and that none of `taken` is: `hoe-veilig-2`. */
export function makeKey(text: string, taken: readonly string[], otherwise: string): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '');
  const base = plain.split('-').slice(0, 5).join('-').slice(0, 40).replace(/-$/, '') || otherwise;
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/** Keys of all questions. */
export function listQuestionKeys({ blocks }: Questionnaire): string[] {
  return blocks.flatMap(({ questions }) => questions.map(({ key }) => key));
}

/** Gives a question another key, and names it so wherever it is referred to: its rows too. */
export function renameQuestion(questionnaire: Questionnaire, from: string, to: string): Questionnaire {
  const rename = (name: string) => {
    if (name === from) return to;
    return name.startsWith(`${from}/`) ? `${to}${name.slice(from.length)}` : name;
  };
  return {
    ...questionnaire,
    blocks: questionnaire.blocks.map((block) => ({
      ...block,
      askedIf: renameCondition(block.askedIf, rename),
      questions: block.questions.map((question) => ({
        ...question,
        key: rename(question.key),
        askedIf: renameCondition(question.askedIf, rename),
      })),
    })),
    indicators: questionnaire.indicators.map((indicator) => ({
      ...indicator,
      measure: renameMeasure(indicator.measure, rename),
    })),
  };
}

function renameCondition(condition: Condition | null, rename: (name: string) => string): Condition | null {
  if (!condition) return null;
  const tests = condition.tests.map((test) => ({ ...test, question: rename(test.question) }));
  return { ...condition, tests };
}

function renameMeasure(measure: Measure, rename: (name: string) => string): Measure {
  if (measure.kind === 'scale')
    return {
      ...measure,
      parts: measure.parts.map((part) => ({ ...part, question: rename(part.question) })),
    };
  return { ...measure, question: rename(measure.question) };
}
