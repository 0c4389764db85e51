import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { readCode } from '../../../geodata/sampling/code.ts';

/** What the one cookie of these pages says. */
export interface AnsweringCookie {
  readonly language: string;
  /** The code that is being answered with; null: none, or it was sent. */
  readonly code: string | null;
  /** The round that was answered in this browser; null: none since a code was entered. */
  readonly done: string | null;
}

const name = 'vragenlijst';
const path = '/vragenlijst';

export function readCookie(context: Context): AnsweringCookie | null {
  const [language = '', kind = '', ...rest] = (getCookie(context, name) ?? '').split('.');
  if (!/^[a-z]{2,3}$/.test(language)) return null;
  if (kind === 'klaar') return { language, code: null, done: rest.join('.') };
  const read = readCode(kind);
  return { language, code: 'code' in read ? read.code : null, done: null };
}

/** Keeps it until the browser is closed, away from scripts and from requests that other sites make. */
export function writeCookie(
  context: Context,
  { language, code, done }: AnsweringCookie,
  publicUrl: string | null,
): void {
  const value = done === null ? `${language}.${code ?? ''}` : `${language}.klaar.${done}`;
  const secure = new URL(publicUrl ?? context.req.url).protocol === 'https:';
  setCookie(context, name, value, { path, httpOnly: true, sameSite: 'Lax', secure });
}

export function forgetCookie(context: Context): void {
  deleteCookie(context, name, { path });
}
