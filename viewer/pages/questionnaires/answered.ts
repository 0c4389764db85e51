import type { Question, Questionnaire } from '../../../geodata/questionnaire/questionnaire.ts';

/** What is answered by itself: a question, or a row of a grid. */
export interface Answered {
  /** `vraag`, or `vraag/rij` */
  readonly key: string;
  readonly name: string;
  readonly question: Question;
}

/** What can be answered in these questions, the rows of grids each by itself. */
export function listAnswered(questions: readonly Question[]): Answered[] {
  return questions.flatMap((question) => {
    const name = question.text.nl || question.key;
    if (question.form.kind !== 'grid') return [{ key: question.key, name, question }];
    return question.form.rows.map((row) => ({
      key: `${question.key}/${row.key}`,
      name: `${name}: ${row.text.nl || row.key}`,
      question,
    }));
  });
}

/** The answers that can be chosen in a question, by their keys; none where it is answered with a number or a text. */
export function listKeysOf({ form }: Question): (readonly [key: string, name: string])[] {
  if ('options' in form) return form.options.map(({ key, text }) => [key, text.nl || key] as const);
  if (form.kind !== 'scale') return [];
  return Array.from({ length: form.to - form.from + 1 }, (_, step) => {
    const key = String(form.from + step);
    return [key, key] as const;
  });
}

/** The questions that are asked before a question, or before a block. */
export function listBefore(
  { blocks }: Questionnaire,
  place: { block: string } | { question: string },
): Question[] {
  const before: Question[] = [];
  for (const block of blocks) {
    if ('block' in place && block.key === place.block) return before;
    for (const question of block.questions) {
      if ('question' in place && question.key === place.question) return before;
      before.push(question);
    }
  }
  return before;
}
