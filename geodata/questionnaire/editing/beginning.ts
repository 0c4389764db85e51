import type { AnswerForm, Block, MeasuredIndicator, Question, Questionnaire } from '../questionnaire.ts';

export const formKinds = [
  'choice',
  'several',
  'scale',
  'grid',
  'number',
  'text',
] as const satisfies readonly AnswerForm['kind'][];

/** What is asked for in a question that is new. Options have keys, and their words are still to be written. */
export function beginForm(kind: AnswerForm['kind']): AnswerForm {
  const options = ['1', '2'].map((key) => ({ key, text: { nl: '' }, isMissing: false }));
  switch (kind) {
    case 'choice':
      return { kind, options };
    case 'several':
      return { kind, options, most: null };
    case 'scale':
      return { kind, from: 1, to: 5, lowest: { nl: '' }, highest: { nl: '' }, offersNone: true };
    case 'grid':
      return { kind, rows: [{ key: 'a', text: { nl: '' } }], options };
    case 'number':
      return { kind, least: 0, most: 100 };
    case 'text':
      return { kind, longest: 500 };
  }
}

/** The answers that are offered in another form: options stay options, what else there was goes. */
export function changeFormKind(form: AnswerForm, kind: AnswerForm['kind']): AnswerForm {
  const begun = beginForm(kind);
  return 'options' in form && 'options' in begun ? { ...begun, options: form.options } : begun;
}

export function beginQuestion(key: string, kind: AnswerForm['kind']): Question {
  return {
    key,
    text: { nl: '' },
    help: null,
    isRequired: false,
    askedIf: null,
    form: beginForm(kind),
    national: null,
  };
}

/** `municipality`: code of the one whose own part it is; null: asked in all of them. */
export function beginBlock(key: string, municipality: string | null): Block {
  return { key, title: { nl: '' }, about: null, askedIf: null, municipality, questions: [] };
}

export function beginIndicator(key: string, question: string): MeasuredIndicator {
  return {
    key,
    name: { nl: '', en: '' },
    theme: 'leefomgeving.subjectief',
    polarity: 'neutral',
    decimals: 0,
    measure: { kind: 'share', question, keys: [] },
  };
}

/** A questionnaire that asks nothing yet: the first version of it. */
export function beginQuestionnaire(key: string, name: string): Questionnaire {
  return {
    key,
    version: 1,
    name: { nl: name },
    languages: ['nl'],
    introduction: { nl: '' },
    thanks: { nl: '' },
    blocks: [],
    indicators: [],
  };
}
