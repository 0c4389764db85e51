import { normaliseDigits } from './digits.ts';
import type { Answers, Block, Option, Question } from './questionnaire.ts';
import { answersTo, isAsked, listAnswerKeys } from './routing.ts';

/** What a scale with `offersNone` is answered with by who has no opinion. */
export const noOpinion = 'none';

/** What can be wrong with an answer. */
export type FaultKind =
  | 'missing'
  | 'not-an-option'
  | 'one-only'
  | 'too-many'
  /** "Does not know" beside an answer. */
  | 'contradiction'
  | 'no-number'
  | 'too-low'
  | 'too-high'
  | 'too-long';

export interface AnswerFault {
  /** Of the question, or the row of a grid: `buurt/kennen`. */
  readonly key: string;
  readonly question: string;
  readonly kind: FaultKind;
  /** The most options, the lowest or highest number, or the most signs; null where there is no such bound. */
  readonly bound: number | null;
}

export interface CheckedAnswers {
  /** What may be kept, tidied: numbers in plain digits, texts without spaces around. Without what is faulty, or not asked. */
  readonly answers: Answers;
  /** In the order of the questions. */
  readonly faults: readonly AnswerFault[];
}

/**
 * Checks what somebody gave to a block, after what was answered before it. Later questions of the block are asked by
 * the answers to earlier ones; answers to what is not asked, and keys that the block does not have, are left out.
 */
export function checkAnswers(block: Block, given: Answers, earlier: Answers = {}): CheckedAnswers {
  const answers: Record<string, readonly string[]> = {};
  const faults: AnswerFault[] = [];
  if (!isAsked(block.askedIf, earlier)) return { answers, faults };
  for (const question of block.questions) {
    if (!isAsked(question.askedIf, { ...earlier, ...answers })) continue;
    for (const key of listAnswerKeys(question)) {
      const values = answersTo(given, key)
        .map((value) => value.trim())
        .filter((value) => value !== '');
      const fault = values.length ? findFault(question, values) : findAbsence(question);
      if (fault) faults.push({ key, question: question.key, ...fault });
      else if (values.length) answers[key] = tidy(question, values);
    }
  }
  return { answers, faults };
}

type Fault = Pick<AnswerFault, 'kind' | 'bound'>;

function findAbsence({ isRequired }: Question): Fault | null {
  return isRequired ? { kind: 'missing', bound: null } : null;
}

function findFault({ form }: Question, values: readonly string[]): Fault | null {
  switch (form.kind) {
    case 'choice':
    case 'grid':
      return findOptionFault(form.options, values, 1);
    case 'several':
      return findOptionFault(form.options, values, form.most);
    case 'scale':
      if (form.offersNone && values.length === 1 && values[0] === noOpinion) return null;
      return findNumberFault(values, form.from, form.to);
    case 'number':
      return findNumberFault(values, form.least, form.most);
    case 'text':
      if (values.length > 1) return { kind: 'one-only', bound: 1 };
      return [...(values[0] ?? '')].length > form.longest ? { kind: 'too-long', bound: form.longest } : null;
  }
}

function findOptionFault(
  options: readonly Option[],
  values: readonly string[],
  most: number | null,
): Fault | null {
  const chosen = new Set(values);
  if ([...chosen].some((value) => !options.some(({ key }) => key === value)))
    return { kind: 'not-an-option', bound: null };
  if (most === 1 && chosen.size > 1) return { kind: 'one-only', bound: 1 };
  if (most !== null && chosen.size > most) return { kind: 'too-many', bound: most };
  const isContradicted =
    options.some(({ key, isMissing }) => isMissing && chosen.has(key)) && chosen.size > 1;
  return isContradicted ? { kind: 'contradiction', bound: null } : null;
}

function findNumberFault(values: readonly string[], least: number, most: number): Fault | null {
  if (values.length > 1) return { kind: 'one-only', bound: 1 };
  const number = readWhole(values[0] ?? '');
  if (number === null) return { kind: 'no-number', bound: null };
  if (number < least) return { kind: 'too-low', bound: least };
  return number > most ? { kind: 'too-high', bound: most } : null;
}

/** A whole number as people type it, in Arabic digits too; null for anything else. */
function readWhole(text: string): number | null {
  const plain = normaliseDigits(text);
  return /^-?\d{1,9}$/.test(plain) ? Number(plain) : null;
}

/** Each option once, in the order of the question. */
function tidy({ form }: Question, values: readonly string[]): readonly string[] {
  if (form.kind === 'text') return [(values[0] ?? '').replaceAll(/\r\n?/g, '\n').normalize('NFC')];
  if (form.kind === 'scale' && values[0] === noOpinion) return [noOpinion];
  if (form.kind === 'scale' || form.kind === 'number') return [String(readWhole(values[0] ?? ''))];
  return form.options.map(({ key }) => key).filter((key) => values.includes(key));
}
