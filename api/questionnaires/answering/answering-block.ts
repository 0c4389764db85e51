import type { Context } from 'hono';
import {
  type AnswerFault,
  type CheckedAnswers,
  checkAnswers,
} from '../../../geodata/questionnaire/answer.ts';
import type { Answers, Block } from '../../../geodata/questionnaire/questionnaire.ts';
import { measureRoom } from '../../../geodata/questionnaire/room.ts';
import { answersTo, listAnswerKeys, listAsked } from '../../../geodata/questionnaire/routing.ts';
import { type Draft, saveDraft } from '../../../sql/questionnaires/drafts.ts';
import { proveForm } from '../../../sql/questionnaires/sealing.ts';
import { writeBlockPage } from './block-page.ts';
import { addressBlock } from './check-page.ts';
import { sendPage, sendTo } from './delivery.ts';
import { answersOf, fieldOf } from './form.ts';
import { languagesOf } from './languages.ts';
import {
  addressAfter,
  addressBefore,
  keepAnswers,
  listBlocks,
  markAnswers,
  splitAnswers,
} from './progress.ts';
import { readForm, readWay, type SentForm, speak } from './saving.ts';
import type { Respondent } from './standing.ts';
import {
  type AnsweringHome,
  languageFor,
  openVisit,
  requireRespondent,
  sendNotice,
  type Visit,
} from './visit.ts';

/** GET /vragenlijst/blok/{block}: the questions of a block. */
export async function showBlock(home: AnsweringHome, c: Context): Promise<Response> {
  const opened = await openVisit(home, c);
  if (opened instanceof Response) return opened;
  const respondent = await requireRespondent(opened);
  if (respondent instanceof Response) return respondent;
  const visit = { ...opened, language: languageFor(opened, respondent) };
  if (!respondent.draft?.person) return sendTo(c, '/vragenlijst/over-u');
  const block = findBlock(respondent, c);
  if (!block) return sendNotice(visit, { kind: 'notFound' }, 404, respondent);
  const [own] = splitAnswers(block, respondent.draft.answers);
  return sendBlock(visit, respondent, { block, given: own, faults: [] });
}

/** POST /vragenlijst/blok/{block}: saves what was answered, and goes where the button says. */
export async function answerBlock(home: AnsweringHome, c: Context): Promise<Response> {
  const form = await readForm(home, c);
  if (form instanceof Response) return form;
  const { visit, respondent, fields } = form;
  if (!respondent.draft?.person) return sendTo(c, '/vragenlijst/over-u');
  const block = findBlock(respondent, c);
  if (!block) return sendNotice(visit, { kind: 'notFound' }, 404, respondent);
  const given = answersOf(fields);
  const saved = await saveBlock(form, block, given);
  if (saved === 'sent') return sendNotice(visit, { kind: 'sentBefore' }, 409);
  const { draft, checked, other } = saved;
  const after = { ...respondent, draft };
  if (other) return sendBlock(visit, after, { block, given, faults: [], other }, 409);
  return goOn({ ...form, respondent: after }, block, given, checked);
}

interface SavedBlock {
  readonly draft: Draft;
  readonly checked: CheckedAnswers;
  /** What another window kept meanwhile: then nothing was saved. */
  readonly other: Answers | null;
}

async function saveBlock(form: SentForm, block: Block, given: Answers): Promise<SavedBlock | 'sent'> {
  const { visit, respondent, fields } = form;
  const { questionnaire } = respondent.round;
  const isOn = readWay(fields, languagesOf(questionnaire)).kind === 'on';
  let outcome: Omit<SavedBlock, 'draft'> | undefined;
  const draft = await saveDraft(
    visit.db,
    visit.key,
    respondent.holder,
    measureRoom(questionnaire),
    (before) => {
      const kept = before ?? { language: visit.language, person: null, answers: {}, seen: [] };
      const [own, others] = splitAnswers(block, kept.answers);
      const checked = checkAnswers(block, given, others);
      const mark = fieldOf(fields, 'gezien');
      const isOther =
        mark !== '' && mark !== markAnswers(own) && markAnswers(own) !== markAnswers(checked.answers);
      outcome = { checked, other: isOther ? own : null };
      if (isOther) return kept;
      const isDone = isOn && checked.faults.length === 0;
      const seen = isDone && !kept.seen.includes(block.key) ? [...kept.seen, block.key] : kept.seen;
      const answers = { ...others, ...checked.answers };
      const after = { ...kept, language: visit.language, seen };
      return { ...after, answers: keepAnswers(questionnaire, { ...respondent, draft: after }, answers) };
    },
    respondent.read,
  );
  if (draft === 'sent') return 'sent';
  if (!outcome) throw new Error('a block was saved without being read');
  return { draft, ...outcome };
}

/** After saving: what is wrong, a question that came up, or the next page. */
function goOn(
  form: SentForm,
  block: Block,
  given: Answers,
  { faults }: CheckedAnswers,
): Promise<Response> | Response {
  const { visit, respondent, fields } = form;
  const way = readWay(fields, languagesOf(respondent.round.questionnaire));
  const shown = fieldOf(fields, 'getoond').split(' ');
  const answers = respondent.draft?.answers ?? {};
  const added = listAsked(block, answers).filter(
    (question) =>
      !shown.includes(question.key) &&
      !listAnswerKeys(question).some((key) => answersTo(answers, key).length > 0),
  );
  // What was not answered matters to who goes on; what was not seen yet to nobody.
  const told = faults.filter(
    ({ kind, question }) =>
      kind !== 'missing' || (way.kind === 'on' && !added.some(({ key }) => key === question)),
  );
  const hasMore = way.kind === 'on' && shown[0] !== '' ? (added[0]?.key ?? null) : null;
  if (told.length > 0 || hasMore !== null) {
    const language = way.kind === 'language' ? way.language : visit.language;
    const sight = { block, given, faults: told, hasMore };
    return sendBlock({ ...visit, language }, respondent, sight, told.length > 0 ? 422 : 200);
  }
  if (way.kind === 'language') return speak(form, way.language, addressBlock(block.key));
  if (way.kind === 'later') return sendTo(visit.c, '/vragenlijst/later');
  const next = way.kind === 'back' ? addressBefore : addressAfter;
  return sendTo(visit.c, next(respondent, block.key));
}

function findBlock(respondent: Respondent, c: Context): Block | undefined {
  const key = c.req.param('block');
  return listBlocks(respondent).find((block) => block.key === key);
}

interface Sight {
  readonly block: Block;
  readonly given: Answers;
  readonly faults: readonly AnswerFault[];
  readonly hasMore?: string | null;
  readonly other?: Answers | null;
}

function sendBlock(
  visit: Visit,
  respondent: Respondent,
  { block, given, faults, hasMore = null, other = null }: Sight,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { language, email, c, key } = visit;
  const { round, draft, holder } = respondent;
  const blocks = listBlocks(respondent);
  const answers = draft?.answers ?? {};
  const [own, others] = splitAnswers(block, answers);
  const place = { number: blocks.findIndex((each) => each.key === block.key) + 1, count: blocks.length };
  const page = writeBlockPage({
    ...{ language, email, block, place, given, faults, hasMore, other },
    name: round.name,
    questionnaire: round.questionnaire,
    // Questions that what is in the fields asks for, kept or not.
    answers: { ...others, ...own, ...checkAnswers(block, given, others).answers },
    seen: markAnswers(own),
    proof: proveForm(key, holder.code),
  });
  return sendPage(c, page, status);
}
