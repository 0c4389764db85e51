import type { Context } from 'hono';
import { measureRoom } from '../../../geodata/questionnaire/room.ts';
import { type AskedDistrict, listAskedDistricts } from '../../../sql/questionnaires/answered-round.ts';
import { saveDraft } from '../../../sql/questionnaires/drafts.ts';
import { proveForm } from '../../../sql/questionnaires/sealing.ts';
import { sendPage, sendTo } from './delivery.ts';
import { fieldOf } from './form.ts';
import { languagesOf } from './languages.ts';
import { type PersonFault, readPerson, unsaid } from './person.ts';
import { writePersonPage } from './person-page.ts';
import { addressNext, isDistrict, keepAnswers } from './progress.ts';
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

type Chosen = Parameters<typeof writePersonPage>[0]['chosen'];

/** GET /vragenlijst/over-u: age, sex and perhaps the district. */
export async function showPerson(home: AnsweringHome, c: Context): Promise<Response> {
  const opened = await openVisit(home, c);
  if (opened instanceof Response) return opened;
  const respondent = await requireRespondent(opened);
  if (respondent instanceof Response) return respondent;
  const visit = { ...opened, language: languageFor(opened, respondent) };
  const person = respondent.draft?.person;
  const chosen = person
    ? { age: person.ageBand ?? unsaid, sex: person.sex ?? unsaid, district: person.district ?? '' }
    : { age: '', sex: '', district: '' };
  const districts = await listDistricts(visit, respondent);
  return sendPerson({ visit, respondent, districts, chosen, faults: [] });
}

/** POST /vragenlijst/over-u */
export async function tellPerson(home: AnsweringHome, c: Context): Promise<Response> {
  const form = await readForm(home, c);
  if (form instanceof Response) return form;
  const { visit, respondent, fields } = form;
  const { questionnaire, ageFrom } = respondent.round;
  const districts = await listDistricts(visit, respondent);
  const { person, isTooYoung, faults } = readPerson(fields, ageFrom, districts);
  const way = readWay(fields, languagesOf(questionnaire));
  if (isTooYoung && way.kind === 'on') return sendNotice(visit, { kind: 'tooYoung' });
  if (faults.length > 0 || isTooYoung) return sendIncomplete(form, districts, faults);
  const language = way.kind === 'language' ? way.language : visit.language;
  const saved = await saveDraft(
    visit.db,
    visit.key,
    respondent.holder,
    measureRoom(questionnaire),
    (before) => {
      const draft = { language, person, answers: before?.answers ?? {}, seen: before?.seen ?? [] };
      return { ...draft, answers: keepAnswers(questionnaire, { ...respondent, draft }, draft.answers) };
    },
    respondent.read,
  );
  if (saved === 'sent') return sendNotice(visit, { kind: 'sentBefore' }, 409);
  if (way.kind === 'language') return speak(form, language, '/vragenlijst/over-u');
  if (way.kind === 'later') return sendTo(c, '/vragenlijst/later');
  return sendTo(c, addressNext({ ...respondent, draft: saved }));
}

/** Shows the page again with what was chosen, in the language that was chosen; what is missing is said to who goes on. */
function sendIncomplete(
  { visit, respondent, fields }: SentForm,
  districts: readonly AskedDistrict[] | null,
  faults: readonly PersonFault[],
): Promise<Response> | Response {
  const way = readWay(fields, languagesOf(respondent.round.questionnaire));
  if (way.kind === 'later') return sendTo(visit.c, '/vragenlijst/later');
  const chosen = {
    age: fieldOf(fields, 'age'),
    sex: fieldOf(fields, 'sex'),
    district: fieldOf(fields, 'district'),
  };
  if (way.kind !== 'language') return sendPerson({ visit, respondent, districts, chosen, faults });
  const { language } = way;
  return sendPerson({ visit: { ...visit, language }, respondent, districts, chosen, faults: [] });
}

/** The districts to choose from; null: his stratum says in which he lives. */
export async function listDistricts(visit: Visit, { round, stratum }: Respondent) {
  if (isDistrict(stratum)) return null;
  const districts = await listAskedDistricts(visit.db, round);
  // Who was drawn in a municipality lives there.
  return stratum === null
    ? districts
    : districts.filter(({ code }) => code.slice(2, 6) === stratum.slice(2, 6));
}

function sendPerson({
  visit,
  respondent,
  districts,
  chosen,
  faults,
}: {
  readonly visit: Visit;
  readonly respondent: Respondent;
  readonly districts: readonly AskedDistrict[] | null;
  readonly chosen: Chosen;
  readonly faults: readonly PersonFault[];
}): Promise<Response> {
  const { language, email, c, key } = visit;
  const { round, holder } = respondent;
  const proof = proveForm(key, holder.code);
  const page = writePersonPage({ language, email, round, districts, chosen, faults, proof });
  return sendPage(c, page, faults.length > 0 ? 422 : 200);
}
