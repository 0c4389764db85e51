import { type AnswerFault, noOpinion } from '../../../geodata/questionnaire/answer.ts';
import type { Answers, GridRow, Option, Question } from '../../../geodata/questionnaire/questionnaire.ts';
import { answersTo } from '../../../geodata/questionnaire/routing.ts';
import { escapeText } from '../../pages/escaped-text.ts';
import { writeChoices, writeGroup, writeLabelled } from './fields.ts';
import { tellWording, writeWording } from './texts.ts';
import type { AnsweringWords } from './words/answering-words.ts';
import { wordsOf } from './words.ts';

/** What a question is shown with. */
export interface QuestionSight {
  readonly language: string;
  /** As they were given, right or not. */
  readonly given: Answers;
  readonly faults: readonly AnswerFault[];
}

/** The id of what a question, or a row of a grid, is answered in: `writeQuestion` gives its first field the same with `-0`. */
export function idOfAnswer(key: string): string {
  return `q-${key.replaceAll('/', '--')}`;
}

/** The name of its field in the form. */
export function nameOfAnswer(key: string): string {
  return `q.${key}`;
}

export function tellFault({ kind, bound }: AnswerFault, language: string): string {
  return wordsOf(language).faults[kind](bound ?? 0);
}

/** A question with its fields, as HTML. */
export function writeQuestion(question: Question, sight: QuestionSight): string {
  const { key, form } = question;
  const words = wordsOf(sight.language);
  const id = idOfAnswer(key);
  const given = answersTo(sight.given, key);
  const parts = {
    id,
    legend: writeLegend(question, sight.language),
    hints: [
      ...(question.help ? [writeWording(question.help, sight.language)] : []),
      ...listHints(question, sight.language),
    ],
    fault: form.kind === 'grid' ? null : findFault(key, sight),
  };
  const name = nameOfAnswer(key);
  const choose = { name, id, chosen: given };
  switch (form.kind) {
    case 'choice': {
      const choices = [...listChoices(form.options, sight.language), ...listWayOut(question, given, words)];
      return writeGroup({ ...parts, body: writeChoices({ ...choose, kind: 'radio', choices }) });
    }
    case 'several': {
      const choices = listChoices(form.options, sight.language);
      return writeGroup({ ...parts, body: writeChoices({ ...choose, kind: 'checkbox', choices }) });
    }
    case 'scale': {
      const numbers = Array.from({ length: form.to - form.from + 1 }, (_, place) =>
        String(form.from + place),
      );
      const choices = [
        ...numbers.map((value) => ({ value, label: value })),
        ...(form.offersNone ? [{ value: noOpinion, label: words.block.noOpinion }] : []),
        ...listWayOut(question, given, words),
      ];
      return writeGroup({
        ...parts,
        body: writeChoices({ ...choose, kind: 'radio', choices, beside: 'numbers' }),
      });
    }
    case 'grid': {
      const rows = form.rows.map((row) => writeRow(question, row, form.options, sight));
      return writeGroup({ ...parts, body: rows.join('\n') });
    }
    case 'number':
      return writeLabelled(
        parts,
        (attributes) =>
          `<input class="short" type="text" inputmode="numeric" autocomplete="off" id="${escapeText(id)}-0" name="${escapeText(name)}" value="${escapeText(given[0] ?? '')}"${attributes}>`,
      );
    case 'text':
      return writeLabelled(
        parts,
        (attributes) =>
          `<textarea rows="4" id="${escapeText(id)}-0" name="${escapeText(name)}"${attributes}>\n${escapeText(given[0] ?? '')}</textarea>`,
      );
  }
}

function writeLegend({ text, isRequired }: Question, language: string): string {
  const must = isRequired ? ` <span class="must">${wordsOf(language).block.required}</span>` : '';
  return `${writeWording(text, language)}${must}`;
}

function writeRow(
  question: Question,
  row: GridRow,
  options: readonly Option[],
  sight: QuestionSight,
): string {
  const key = `${question.key}/${row.key}`;
  const chosen = answersTo(sight.given, key);
  const words = wordsOf(sight.language);
  const choices = [...listChoices(options, sight.language), ...listWayOut(question, chosen, words)];
  const id = idOfAnswer(key);
  return writeGroup({
    id,
    legend: writeWording(row.text, sight.language),
    hints: [],
    fault: findFault(key, sight),
    body: writeChoices({ kind: 'radio', name: nameOfAnswer(key), id, choices, chosen, beside: 'words' }),
    isRow: true,
  });
}

function listChoices(options: readonly Option[], language: string) {
  return options.map(({ key, text }) => ({ value: key, label: writeWording(text, language) }));
}

/** A radio button that was pressed cannot be let go, so that no answer becomes one of the answers. */
function listWayOut({ isRequired }: Question, given: readonly string[], words: AnsweringWords) {
  return isRequired || given.length === 0 ? [] : [{ value: '', label: words.block.noAnswer }];
}

function listHints({ form }: Question, language: string): string[] {
  const { block } = wordsOf(language);
  switch (form.kind) {
    case 'several':
      return [block.severalHint(form.most)];
    case 'scale': {
      const [lowest, highest] = [tellWording(form.lowest, language), tellWording(form.highest, language)];
      return [escapeText(block.scaleHint(form.from, lowest, form.to, highest))];
    }
    case 'number':
      return [block.numberHint(form.least, form.most)];
    case 'text':
      return [`${block.textHint(form.longest)} ${block.textWarning}`];
    default:
      return [];
  }
}

function findFault(key: string, { faults, language }: QuestionSight): string | null {
  const fault = faults.find((each) => each.key === key);
  return fault ? tellFault(fault, language) : null;
}
