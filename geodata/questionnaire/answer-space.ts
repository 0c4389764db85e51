import { noOpinion } from './answer.ts';
import type { Block, Option, Question, Questionnaire } from './questionnaire.ts';
import { listAnswerKeys } from './routing.ts';

/** What can be answered under a key, and where it is asked. */
export interface AskedKey {
  /** `vraag`, or `vraag/rij` of a grid. */
  readonly key: string;
  readonly block: Block;
  readonly question: Question;
  /** Place in the order in which questions are asked. */
  readonly order: number;
}

/** Every key that can be answered, in the order in which they are asked. */
export function listAskedKeys({ blocks }: Pick<Questionnaire, 'blocks'>): Map<string, AskedKey> {
  const questions = blocks.flatMap((block) => block.questions.map((question) => ({ block, question })));
  return new Map(
    questions.flatMap(({ block, question }, order) =>
      listAnswerKeys(question).map((key) => [key, { key, block, question, order }] as const),
    ),
  );
}

/** The options of a question; none where a number or a text is asked. */
export function optionsOf({ form }: Pick<Question, 'form'>): readonly Option[] {
  return 'options' in form ? form.options : [];
}

/** From the lowest to the highest number that can be answered; null where the answer is no number. */
export function numbersOf({
  form,
}: Pick<Question, 'form'>): { readonly from: number; readonly to: number } | null {
  if (form.kind === 'scale') return { from: form.from, to: form.to };
  return form.kind === 'number' ? { from: form.least, to: form.most } : null;
}

/** Values that may stand in a test or a figure: keys of options, and "no opinion" of a scale; null: any number or text. */
export function listValues(question: Pick<Question, 'form'>): string[] | null {
  const { form } = question;
  if ('options' in form) return form.options.map(({ key }) => key);
  if (form.kind !== 'scale') return null;
  const marks = Array.from({ length: form.to - form.from + 1 }, (_, step) => String(form.from + step));
  return form.offersNone ? [...marks, noOpinion] : marks;
}
