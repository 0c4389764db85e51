import type { AnswerForm, Questionnaire } from './questionnaire.ts';

/** Where somebody came in, his age, sex, district and language take less. */
const roomBeside = 512;
/** Quotes, brackets and commas of one answer. Keys are of signs that take one byte each (`reading/parts.ts`). */
const roomAround = 8;
/** A sign takes at most so many bytes in UTF-8, also where JSON writes it with a backslash. */
const mostOfSign = 4;
const step = 512;

/**
 * Bytes that the longest possible answers to a questionnaire take, as JSON in UTF-8, rounded up: all sheets of a round are
 * filled up to this before they are sealed, so that nobody knows one again by its length.
 */
export function measureRoom({ blocks }: Questionnaire): number {
  const questions = blocks.flatMap((block) => block.questions);
  const needed = questions.reduce((sum, { key, form }) => sum + measureForm(key, form), roomBeside);
  return Math.ceil(needed / step) * step;
}

function measureForm(key: string, form: AnswerForm): number {
  const longest = (keys: readonly string[]) => Math.max(0, ...keys.map((key) => key.length));
  const named = key.length + roomAround;
  switch (form.kind) {
    case 'choice':
      return named + longest(form.options.map((option) => option.key)) + roomAround;
    case 'several':
      return named + form.options.reduce((sum, option) => sum + option.key.length + roomAround, 0);
    case 'scale':
    case 'number':
      return named + 32;
    case 'grid': {
      const option = longest(form.options.map((each) => each.key)) + roomAround;
      return form.rows.reduce((sum, row) => sum + named + row.key.length + option + roomAround, 0);
    }
    case 'text':
      return named + form.longest * mostOfSign + roomAround;
  }
}
