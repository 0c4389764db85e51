import type { Context } from 'hono';
import { dayOf } from '../../../geodata/day.ts';
import type { Database } from '../../../sql/database.ts';
import type { SurveyKey } from '../../../sql/questionnaires/sealing.ts';
import { networkOf } from '../../accounts/limits.ts';
import { trustProxies } from '../../accounts/site.ts';
import { type ApiContext, requirePrimary } from '../../context.ts';
import { type AnsweringCookie, readCookie, writeCookie } from './cookie.ts';
import { sendPage, sendTo } from './delivery.ts';
import { chooseAccepted, chooseLanguage, languagesOf } from './languages.ts';
import { type AnsweringLimits, createAnsweringLimits, type Limited } from './limits.ts';
import { type Notice, writeNoticePage } from './notice-page.ts';
import { addressNext } from './progress.ts';
import { findStanding, type Respondent, type Standing } from './standing.ts';
import { answeringLanguages, wordsOf } from './words.ts';

/** What all requests of these pages share. */
export interface AnsweringHome {
  readonly context: ApiContext;
  readonly limits: AnsweringLimits;
  findNetwork(c: Context): string;
}

export function createAnsweringHome(context: ApiContext): AnsweringHome {
  const findAddress = trustProxies(context.trustedProxies ?? []);
  return {
    context,
    limits: createAnsweringLimits(),
    findNetwork: (c) => networkOf(findAddress(c)),
  };
}

/** A request of somebody who answers, or wants to. */
export interface Visit {
  readonly c: Context;
  readonly home: AnsweringHome;
  readonly db: Database;
  readonly key: SurveyKey;
  readonly cookie: AnsweringCookie | null;
  readonly language: string;
  readonly today: string;
  readonly email: string | null;
}

/** Begins to answer a request; a page that says so where there is no key, as then nobody can answer anything. */
export async function openVisit(home: AnsweringHome, c: Context): Promise<Visit | Response> {
  const { context } = home;
  const db = requirePrimary(context);
  const key = (await context.survey?.find()) ?? null;
  const cookie = readCookie(c, key);
  const asked = c.req.query('taal');
  const accepted = chooseAccepted(c.req.header('Accept-Language'), answeringLanguages);
  const language = chooseLanguage(asked ?? cookie?.language ?? accepted ?? undefined, answeringLanguages);
  const email = context.publisher?.email ?? null;
  if (!key) return sendPage(c, writeNoticePage({ kind: 'noOpenLink' }, { language, email }), 404);
  if (cookie && asked && language !== cookie.language)
    writeCookie(c, { ...cookie, language }, key, context.publicUrl);
  return { c, home, db, key, cookie, language, email, today: dayOf() };
}

/** Keeps the code, the language or that it is done in the one cookie. */
export function remember(visit: Visit, cookie: AnsweringCookie): void {
  writeCookie(visit.c, cookie, visit.key, visit.home.context.publicUrl);
}

/** How it stands with the code of the cookie; null: there is none. */
export async function standOf(visit: Visit): Promise<Standing | null> {
  const code = visit.cookie?.code;
  return code ? findStanding(visit.db, visit.key, code, visit.today) : null;
}

export function sendNotice(
  visit: Visit,
  notice: Notice,
  status: 200 | 403 | 404 | 409 | 429 = 200,
  respondent?: Respondent,
): Promise<Response> {
  const { language, email } = visit;
  const way = respondent && {
    address: addressNext(respondent),
    text: wordsOf(language).intro.resume,
  };
  const name = respondent?.round.name;
  const page = writeNoticePage(notice, { language, email, name, ...(way ? { way } : {}) });
  return sendPage(visit.c, page, status);
}

/** Says why nothing can be answered with a code that is known. */
export function refuseStanding(
  visit: Visit,
  standing: Exclude<Standing, Respondent | { kind: 'unknown' }>,
): Promise<Response> {
  const { kind, round } = standing;
  if (kind === 'notYet') return sendNotice(visit, { kind, day: round.opensOn });
  if (kind === 'ended') return sendNotice(visit, { kind, day: round.closesOn });
  return sendNotice(visit, { kind });
}

/** Whether this was done too often from where the request comes. */
export function isTooMany({ home, c }: Visit, what: Limited): boolean {
  return home.limits.isTooMany(what, home.findNetwork(c));
}

/**
 * Whether so many codes that are none were tried, from where the request comes or from everywhere, that no other is looked
 * up: asked before it is, so that the right one does not show itself either.
 */
export function isGuessing({ home, c }: Visit): boolean {
  const { limits } = home;
  return limits.isFull('code', home.findNetwork(c)) || limits.isFull('unknown', everywhere);
}

/** Counts a code that is wrong, and one that is well formed but unknown for all networks together too. */
export function countWrong({ home, c }: Visit, isUnknown: boolean): void {
  home.limits.isTooMany('code', home.findNetwork(c));
  if (isUnknown) home.limits.isTooMany('unknown', everywhere);
}

/** In the place of a network: all of them together. */
const everywhere = '';

/**
 * Whoever answers, or the page that says why he cannot: he sent his answers before, his code is not known (any more), or his
 * browser knows none.
 */
export async function requireRespondent(visit: Visit): Promise<Respondent | Response> {
  if (visit.cookie && visit.cookie.done !== null) return sendNotice(visit, { kind: 'sentBefore' });
  const standing = await standOf(visit);
  if (standing === null || standing.kind === 'unknown') {
    if (visit.c.req.query('k') === '1' && !visit.cookie) return sendNotice(visit, { kind: 'noCookie' });
    return sendTo(visit.c, '/vragenlijst');
  }
  return standing.kind === 'here' ? standing : refuseStanding(visit, standing);
}

/** The language of the page, as far as the questionnaire was written in it. */
export function languageFor({ language }: Visit, { round }: Respondent): string {
  return chooseLanguage(language, languagesOf(round.questionnaire));
}
