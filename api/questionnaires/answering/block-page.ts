import type { AnswerFault } from '../../../geodata/questionnaire/answer.ts';
import type { Answers, Block, Questionnaire, Wording } from '../../../geodata/questionnaire/questionnaire.ts';
import { listAsked } from '../../../geodata/questionnaire/routing.ts';
import { formId, writeActions, writeForm } from './form-page.ts';
import { writeGiven } from './given.ts';
import { languagesOf } from './languages.ts';
import { writePage } from './page.ts';
import { idOfAnswer, tellFault, writeQuestion } from './question.ts';
import { tellWording, writeWording } from './texts.ts';
import { wordsOf } from './words.ts';

export interface BlockPage {
  readonly language: string;
  readonly email: string | null;
  readonly name: Wording;
  readonly questionnaire: Pick<Questionnaire, 'languages'>;
  readonly block: Block;
  /** Which of how many blocks it is, from 1. */
  readonly place: { readonly number: number; readonly count: number };
  /** Everything that was answered so far, what is shown here included. */
  readonly answers: Answers;
  /** As they are in the fields, right or not. */
  readonly given: Answers;
  readonly faults: readonly AnswerFault[];
  /** Of what was kept when the page was written. */
  readonly seen: string;
  /** Key of a question that came up by what was answered on this page. */
  readonly hasMore?: string | null;
  /** What another window kept meanwhile. */
  readonly other?: Answers | null;
  readonly proof: string | null;
  readonly style?: string;
}

/** The questions of a block, as far as they are asked after what was answered. */
export function writeBlockPage(page: BlockPage): string {
  const { language, block, place, answers, given, faults, proof, style } = page;
  const words = wordsOf(language).block;
  const questions = listAsked(block, answers);
  const sight = { language, given, faults };
  const form = [
    writeNotes(page),
    block.about ? `<p>${writeWording(block.about, language)}</p>` : '',
    ...questions.map((question) => writeQuestion(question, sight)),
    writeActions(language, { hasBack: true }),
  ];
  return writePage({
    language,
    email: page.email,
    title: tellWording(block.title, language),
    progress: words.progress(place.number, place.count),
    name: tellWording(page.name, language),
    // A preview has its own choice of a language around it.
    languages: proof === null ? [] : languagesOf(page.questionnaire),
    savedBy: formId,
    faults: faults.map((fault) => ({
      id: `${idOfAnswer(fault.key)}-0`,
      message: joinFault(tellQuestion(block, fault, language), tellFault(fault, language)),
    })),
    body: writeForm(
      {
        action: `/vragenlijst/blok/${encodeURIComponent(block.key)}`,
        proof,
        hidden: { gezien: page.seen, getoond: questions.map(({ key }) => key).join(' ') },
      },
      form.join('\n'),
    ),
    ...(style === undefined ? {} : { style }),
  });
}

function writeNotes({ language, hasMore, other, block }: BlockPage): string {
  const words = wordsOf(language).block;
  const added = block.questions.find(({ key }) => key === hasMore);
  const more = added
    ? `<div class="note" role="status"><p>${words.more} <a href="#${idOfAnswer(added.key)}">${writeWording(added.text, language)}</a></p></div>`
    : '';
  if (!other) return more;
  return `${more}<div class="note" role="alert"><h2>${words.conflictTitle}</h2><p>${words.conflict}</p><h3>${words.conflictOther}</h3>${writeGiven(block.questions, other, language)}</div>`;
}

/** `Welk cijfer?` and what is wrong, without a colon behind a sign that ends a sentence already. */
function joinFault(question: string, fault: string): string {
  return /[?!.:…؟]$/.test(question) ? `${question} ${fault}` : `${question}: ${fault}`;
}

/** The question, or the row of a grid, that a fault is about, in few words. */
function tellQuestion(block: Block, fault: AnswerFault, language: string): string {
  const question = block.questions.find(({ key }) => key === fault.question);
  if (!question) return fault.question;
  const row =
    question.form.kind === 'grid'
      ? question.form.rows.find(({ key }) => `${question.key}/${key}` === fault.key)
      : undefined;
  return tellWording(row?.text ?? question.text, language);
}
