import { noOpinion } from '../../../geodata/questionnaire/answer.ts';
import type { Answers, Question } from '../../../geodata/questionnaire/questionnaire.ts';
import { answersTo } from '../../../geodata/questionnaire/routing.ts';
import { escapeText } from '../../pages/escaped-text.ts';
import { writeWording } from './texts.ts';
import { wordsOf } from './words.ts';

/** What was answered to questions, to read. */
export function writeGiven(questions: readonly Question[], answers: Answers, language: string): string {
  const lines = questions.map(
    (question) =>
      `<dt>${writeWording(question.text, language)}</dt><dd>${writeAnswer(question, answers, language)}</dd>`,
  );
  return `<dl class="given">${lines.join('\n')}</dl>`;
}

/** The answer to a question; of a grid, those to its rows that were answered. */
function writeAnswer(question: Question, answers: Answers, language: string): string {
  const { key, form } = question;
  const nothing = `<span class="soft">${wordsOf(language).check.nothing}</span>`;
  const write = (values: readonly string[]) =>
    values.map((value) => writeValue(question, value, language)).join('<br>');
  if (form.kind !== 'grid') return write(answersTo(answers, key)) || nothing;
  const rows = form.rows.map((row) => {
    const said = write(answersTo(answers, `${key}/${row.key}`));
    return said ? `<li>${writeWording(row.text, language)}: ${said}</li>` : '';
  });
  return rows.some(Boolean) ? `<ul>${rows.join('')}</ul>` : nothing;
}

function writeValue({ form }: Question, value: string, language: string): string {
  if ('options' in form) {
    const option = form.options.find(({ key }) => key === value);
    return option ? writeWording(option.text, language) : escapeText(value);
  }
  if (form.kind === 'scale' && value === noOpinion) return wordsOf(language).block.noOpinion;
  return `<bdi>${escapeText(value)}</bdi>`;
}
