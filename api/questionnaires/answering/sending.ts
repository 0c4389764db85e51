import type { Context } from 'hono';
import { measureRoom } from '../../../geodata/questionnaire/room.ts';
import { findAnsweredRound } from '../../../sql/questionnaires/answered-round.ts';
import { type Draft, sendDraft } from '../../../sql/questionnaires/drafts.ts';
import { laySheets } from '../../../sql/questionnaires/laying.ts';
import { proveForm } from '../../../sql/questionnaires/sealing.ts';
import { writeCheckPage } from './check-page.ts';
import { forgetCookie } from './cookie.ts';
import { sendPage, sendTo } from './delivery.ts';
import { writeLaterPage, writeThanksPage } from './notice-page.ts';
import { finishSheet, isDistrict, listBlocks, listUnfinished } from './progress.ts';
import { readForm } from './saving.ts';
import type { Respondent } from './standing.ts';
import { listDistricts } from './telling-person.ts';
import {
  type AnsweringHome,
  languageFor,
  openVisit,
  remember,
  requireRespondent,
  sendNotice,
  type Visit,
} from './visit.ts';
import { wordsOf } from './words.ts';

/** GET /vragenlijst/nakijken: all that was answered, before it is sent. */
export async function showCheck(home: AnsweringHome, c: Context): Promise<Response> {
  const opened = await openVisit(home, c);
  if (opened instanceof Response) return opened;
  const respondent = await requireRespondent(opened);
  if (respondent instanceof Response) return respondent;
  if (!respondent.draft?.person) return sendTo(c, '/vragenlijst/over-u');
  return sendCheck({ ...opened, language: languageFor(opened, respondent) }, respondent);
}

/** POST /vragenlijst/versturen */
export async function sendAnswers(home: AnsweringHome, c: Context): Promise<Response> {
  const form = await readForm(home, c);
  if (form instanceof Response) return form;
  const { visit, respondent, proof } = form;
  const { holder, round } = respondent;
  const room = measureRoom(round.questionnaire);
  const finish = (draft: Draft) => finishSheet(respondent, draft, visit.today);
  const outcome = await sendDraft(visit.db, visit.key, holder, room, finish, respondent.read);
  if (outcome === 'unfinished') return sendTo(c, '/vragenlijst/nakijken');
  remember(visit, { language: visit.language, code: null, done: { round: round.key, proof } });
  if (outcome === 'sent-before') return sendNotice(visit, { kind: 'sentBefore' }, 409);
  layLater(home, visit, round.key);
  return sendTo(c, '/vragenlijst/bedankt');
}

/** GET /vragenlijst/bedankt */
export async function showThanks(home: AnsweringHome, c: Context): Promise<Response> {
  const visit = await openVisit(home, c);
  if (visit instanceof Response) return visit;
  const { cookie, language, email } = visit;
  if (cookie?.done == null) return sendTo(c, cookie?.code ? '/vragenlijst/begin' : '/vragenlijst');
  const round = await findAnsweredRound(visit.db, cookie.done.round);
  const page = writeThanksPage(round?.questionnaire.thanks ?? null, { language, email, name: round?.name });
  return sendPage(c, page);
}

/** GET /vragenlijst/later: the code to go on with; this browser forgets it, for somebody else may use it next. */
export async function showLater(home: AnsweringHome, c: Context): Promise<Response> {
  const visit = await openVisit(home, c);
  if (visit instanceof Response) return visit;
  const respondent = await requireRespondent(visit);
  if (respondent instanceof Response) return respondent;
  const { holder, round } = respondent;
  forgetCookie(c);
  const sight = { language: languageFor(visit, respondent), email: visit.email, name: round.name };
  return sendPage(c, writeLaterPage({ code: holder.code, closesOn: round.closesOn }, sight));
}

/** One at a time for each round; what comes meanwhile is laid with what comes next, or when the hour is tidied. */
const laying = new Set<string>();

/** Lays sheets after the answer has gone, so that nobody waits for it. */
function layLater({ context }: AnsweringHome, { db, key }: Visit, round: string): void {
  if (laying.has(round)) return;
  laying.add(round);
  laySheets(db, key, round)
    .catch((error: unknown) => context.logger.warn({ reason: nameOf(error), round }, 'sheets were not laid'))
    .finally(() => laying.delete(round));
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

async function sendCheck(visit: Visit, respondent: Respondent): Promise<Response> {
  const { language, email, c, key } = visit;
  const { round, draft, holder } = respondent;
  const page = writeCheckPage({
    language,
    email,
    name: round.name,
    questionnaire: round.questionnaire,
    blocks: listBlocks(respondent),
    answers: draft?.answers ?? {},
    person: await describePerson(visit, respondent),
    unfinished: listUnfinished(respondent),
    proof: proveForm(key, holder.code),
  });
  return sendPage(c, page);
}

async function describePerson(visit: Visit, respondent: Respondent) {
  const { person: words } = wordsOf(visit.language);
  const person = respondent.draft?.person;
  const age = person?.ageBand ? words.bands[person.ageBand] : words.unsaid;
  const sex = person?.sex ? words[person.sex] : words.otherSex;
  const lines: (readonly [string, string])[] = [
    [words.age, age],
    [words.sex, sex],
  ];
  if (isDistrict(respondent.stratum)) return lines;
  const districts = await listDistricts(visit, respondent);
  const district = districts?.find(({ code }) => code === person?.district);
  return [...lines, [words.district, district?.name ?? ''] as const];
}
