import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { readCode } from '../../../geodata/sampling/code.ts';
import { isProven, proveForm, type SurveyKey } from '../../../sql/questionnaires/sealing.ts';

/** What the one cookie of these pages says. */
export interface AnsweringCookie {
  readonly language: string;
  /** The code that is being answered with; null: none, or it was sent. */
  readonly code: string | null;
  /** What was answered in this browser; null: nothing since a code was entered. */
  readonly done: Done | null;
}

/** A sheet that was sent: of which round, and the proof that its forms carried, by which they are told from those of another code. */
interface Done {
  readonly round: string;
  readonly proof: string;
}

const name = 'vragenlijst';
const path = '/vragenlijst';

/**
 * What the cookie of a request says. A code counts with the proof that these pages gave it alone, so that nobody tries codes
 * by writing cookies; without a `key` none does.
 */
export function readCookie(context: Context, key: SurveyKey | null): AnsweringCookie | null {
  const [language = '', kind = '', ...rest] = (getCookie(context, name) ?? '').split('.');
  if (!/^[a-z]{2,3}$/.test(language)) return null;
  const [round = '', proof = ''] = rest;
  if (kind === 'klaar') return { language, code: null, done: { round, proof } };
  const read = readCode(kind);
  const isOurs = key !== null && 'code' in read && isProven(key, read.code, rest.join('.'));
  return { language, code: isOurs ? read.code : null, done: null };
}

/** Keeps it until the browser is closed, away from scripts and from requests that other sites make. */
export function writeCookie(
  context: Context,
  { language, code, done }: AnsweringCookie,
  key: SurveyKey,
  publicUrl: string | null,
): void {
  const proven = code === null ? '' : `${code}.${proveForm(key, code)}`;
  const value = done === null ? `${language}.${proven}` : `${language}.klaar.${done.round}.${done.proof}`;
  const secure = new URL(publicUrl ?? context.req.url).protocol === 'https:';
  setCookie(context, name, value, { path, httpOnly: true, sameSite: 'Lax', secure });
}

export function forgetCookie(context: Context): void {
  deleteCookie(context, name, { path });
}
