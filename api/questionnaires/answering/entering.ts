import type { Context } from 'hono';
import { readCode } from '../../../geodata/sampling/code.ts';
import { listEnded } from '../../../sql/questionnaires/answered-round.ts';
import { type CodeFault, writeCodePage } from './code-page.ts';
import { sendPage, sendTo } from './delivery.ts';
import { fieldOf, readFields, type SentFields } from './form.ts';
import { writeIntroPage } from './intro-page.ts';
import { chooseLanguage } from './languages.ts';
import { writeOtherCodePage } from './other-code-page.ts';
import { isOwnForm } from './own-form.ts';
import { addressNext } from './progress.ts';
import { findStanding } from './standing.ts';
import {
  type AnsweringHome,
  countWrong,
  isGuessing,
  languageFor,
  openVisit,
  refuseStanding,
  remember,
  requireRespondent,
  sendNotice,
  standOf,
  type Visit,
} from './visit.ts';
import { answeringLanguages } from './words.ts';

/** GET /vragenlijst: where a code is entered; with `?c=` as the picture on a letter gives it, which then leaves the address. */
export async function showCode(home: AnsweringHome, c: Context): Promise<Response> {
  const visit = await openVisit(home, c);
  if (visit instanceof Response) return visit;
  const given = c.req.query('c');
  if (given !== undefined) return takeCode(visit, given, { isLink: true });
  return sendPage(c, writeCodePage({ language: visit.language, email: visit.email }));
}

/** POST /vragenlijst: a code that was typed, or chosen where a link brought another one than was being answered with. */
export async function enterCode(home: AnsweringHome, c: Context): Promise<Response> {
  const visit = await openVisit(home, c);
  if (visit instanceof Response) return visit;
  const fields = await readFields(c);
  const language = chooseLanguage(fieldOf(fields, 'taal') || visit.language, answeringLanguages);
  const own = { ...visit, language };
  if (!isOwnForm(c, home.context.publicUrl, { key: visit.key, code: null, fields }))
    return sendNotice(own, { kind: 'otherPage' }, 403);
  if (fieldOf(fields, 'doel') === 'blijven') return sendTo(c, '/vragenlijst/begin');
  return takeCode(own, fieldOf(fields, 'code'), { isLink: false });
}

/** Goes on with a code. A link may come from anywhere, so it does not take the place of a code that somebody is answering with. */
async function takeCode(visit: Visit, typed: string, { isLink }: { isLink: boolean }): Promise<Response> {
  const read = readCode(typed.slice(0, 100));
  if (!('code' in read)) return refuseCode(visit, typed.slice(0, 100), read.fault);
  if (isGuessing(visit)) return sendNotice(visit, { kind: 'tooMany' }, 429);
  const standing = await findStanding(visit.db, visit.key, read.code, visit.today);
  if (standing.kind === 'unknown') return refuseCode(visit, typed, 'unknown');
  if (standing.kind !== 'here') return refuseStanding(visit, standing);
  if (isLink && visit.cookie?.code !== read.code && (await standOf(visit))?.kind === 'here')
    return sendPage(visit.c, writeOtherCodePage({ ...visit, code: read.code }));
  remember(visit, { language: standing.draft?.language ?? visit.language, code: read.code, done: null });
  return sendTo(visit.c, '/vragenlijst/begin?k=1');
}

/** Says what is wrong with a code; `kept` goes along where answers wait for one. */
export async function refuseCode(
  visit: Visit,
  typed: string,
  fault: CodeFault,
  kept?: { readonly action: string; readonly fields: SentFields },
): Promise<Response> {
  const { language, email } = visit;
  if (isGuessing(visit)) return sendNotice(visit, { kind: 'tooMany' }, 429);
  countWrong(visit, fault === 'unknown');
  const ended = fault === 'unknown' ? await listEnded(visit.db, 2) : [];
  const page = { language, email, typed, fault, ended, ...(kept ? { kept } : {}) };
  return sendPage(visit.c, writeCodePage(page), 422);
}

/** GET /vragenlijst/begin: what it is about, before the first question or after having been away. */
export async function showIntro(home: AnsweringHome, c: Context): Promise<Response> {
  const visit = await openVisit(home, c);
  if (visit instanceof Response) return visit;
  const respondent = await requireRespondent(visit);
  if (respondent instanceof Response) return respondent;
  const { round, draft, stratum, holder } = respondent;
  const next = {
    address: addressNext(respondent),
    isPost: false,
    isResumed: (draft?.person ?? null) !== null,
  };
  const ownCode = stratum === null ? holder.code : null;
  const language = languageFor(visit, respondent);
  return sendPage(c, writeIntroPage({ language, email: visit.email, round, next, ownCode }));
}
