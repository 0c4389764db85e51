import type { Context } from 'hono';
import { readCode } from '../../../geodata/sampling/code.ts';
import { isProven, proveForm } from '../../../sql/questionnaires/sealing.ts';
import { writeCodePage } from './code-page.ts';
import { sendPage, sendTo } from './delivery.ts';
import { refuseCode } from './entering.ts';
import { fieldOf, readFields, type SentFields } from './form.ts';
import { chooseLanguage, languagesOf } from './languages.ts';
import { isOwnForm } from './own-form.ts';
import { findStanding, type Respondent } from './standing.ts';
import {
  type AnsweringHome,
  isGuessing,
  isTooMany,
  openVisit,
  refuseStanding,
  remember,
  sendNotice,
  type Visit,
} from './visit.ts';

/** A form of somebody who may answer. */
export interface SentForm {
  readonly visit: Visit;
  readonly respondent: Respondent;
  readonly fields: SentFields;
  readonly proof: string;
}

/**
 * Whoever sent a form, and what. Where his browser knows his code no more he is asked for it, and what he filled in goes
 * along. A page that says what is the case where nothing can be saved.
 */
export async function readForm(home: AnsweringHome, c: Context): Promise<SentForm | Response> {
  const visit = await openVisit(home, c);
  if (visit instanceof Response) return visit;
  const fields = await readFields(c);
  const kept = { action: c.req.path, fields };
  const typed = fields.find(([name]) => name === 'code')?.[1];
  const read = typed === undefined ? null : readCode(typed);
  if (read && !('code' in read)) return refuseCode(visit, typed ?? '', read.fault, kept);
  const code = read?.code ?? visit.cookie?.code ?? null;
  // Who types his code has no cookie that another site could make use of.
  const proof = { key: visit.key, code: read ? null : code, fields };
  if (!isOwnForm(c, home.context.publicUrl, proof)) return sendNotice(visit, { kind: 'otherPage' }, 403);
  const page = { language: visit.language, email: visit.email, kept };
  const shown = fieldOf(fields, 'bewijs');
  const done = visit.cookie?.done ?? null;
  if (done && !read) {
    if (shown === done.proof) return sendNotice(visit, { kind: 'sentBefore' }, 409);
    // Of somebody else, who had not sent: nothing of his is lost because another one has.
    return sendPage(c, writeCodePage({ ...page, why: 'otherCode' }), 409);
  }
  if (code === null) return sendPage(c, writeCodePage({ ...page, why: 'lostCookie' }));
  if (read && isGuessing(visit)) return sendNotice(visit, { kind: 'tooMany' }, 429);
  // What was written for one code is kept for no other, whichever one the browser knows by now.
  if ((!read || shown !== '') && !isProven(visit.key, code, shown))
    return sendPage(c, writeCodePage({ ...page, why: 'otherCode' }), 409);
  if (isTooMany(visit, 'save')) return sendNotice(visit, { kind: 'tooMany' }, 429);
  const standing = await findStanding(visit.db, visit.key, code, visit.today);
  if (standing.kind === 'unknown') return refuseCode(visit, typed ?? '', 'unknown', kept);
  if (standing.kind !== 'here') return refuseStanding(visit, standing);
  const language = chooseLanguage(visit.language, languagesOf(standing.round.questionnaire));
  const own = { ...visit, language };
  if (read) remember(own, { language, code, done: null });
  return { visit: own, respondent: standing, fields, proof: proveForm(visit.key, code) };
}

/** Where the button leads that was pressed: on, back, away, or the same page in another language. */
export function readWay(fields: SentFields, languages: readonly string[]) {
  const [way = '', language = ''] = fieldOf(fields, 'doel').split('.');
  if (way === 'taal' && languages.includes(language)) return { kind: 'language', language } as const;
  if (way === 'terug') return { kind: 'back' } as const;
  return way === 'later' ? ({ kind: 'later' } as const) : ({ kind: 'on' } as const);
}

/** Shows a page again in the language that was chosen. */
export function speak({ visit, respondent }: SentForm, language: string, address: string): Response {
  remember(visit, { language, code: respondent.holder.code, done: null });
  return sendTo(visit.c, address);
}
