/**
 * What mail programs, chat programs and whoever copies a link by hand do to it, taken back. Only texts that our own links
 * never hold are touched, so that a whole link is read as it stands.
 */

/** What counts visits and campaigns, or was added by a program that checks links; it says nothing of a view. */
const foreign =
  /^(utm_|mc_|mtm_|pk_|piwik_|hsa_|_hs|gad_)|^(fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|mkt_tok|srsltid|trk|_ga|_gl|data|sdata|reserved)$/i;

/** More closing signs than this are no end of a sentence. */
const mostTrimmed = 12;

/**
 * The address within the site that a path stood for before its question mark was encoded or a sentence closed behind it:
 * `/%3Fperiod=2024` and `/).`; null for a path that is none of these.
 */
export function restoreAddress(path: string): string | null {
  // No sign of control may stand in an address.
  const text = decodeWhole(path).replace(/\p{Cc}+/gu, '');
  const [before = '', ...query] = text.split('?');
  const rest = before.replace(/^\/+/, '');
  if ((rest === '' && query.length === 0) || ![...rest].every(isAround)) return null;
  return query.length > 0 ? `/?${query.join('?')}` : '/';
}

/** Whether a parameter was hung on a link by a program that passed it on. */
export function isForeign(name: string): boolean {
  return foreign.test(name);
}

/** What closes a sentence or a bracket that a link stood in; a span that is open above ends with two points itself. */
const closing = /[\s.,;:!?)\]}>"'*~|\\»”’“‘…]/;
const isAround = (sign: string): boolean => closing.test(sign) || /[<([{"'“„«]/.test(sign);
/** Blanks that break a line in two, and what cannot be seen. */
const blank = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g;

/** What HTML writes for a blank, a bracket or a quotation mark around a link. */
const markAround = /&(nbsp|lt|gt|quot|apos|#0*(34|39|60|62|160)|#x0*(22|27|3c|3e|a0));?/gi;
/** An ampersand and a sign of equality as HTML and JSON write them, or encoded once more than the rest: no text of ours holds one. */
const ampersand = /(&(amp;|#0*38;|#x0*26;)+|%(25)*26(amp(;|%(25)*3b))*|\\u0026)+/gi;
const equality = /&(equals|#0*61|#x0*3d);|\\u003d/gi;
/** Where a program that checks links keeps the address that it was made of. */
const wrapped = /^[?\s]*(?:.*?&(?:amp;)?)?(?:url|u|q|target)=(https?(?::|%(?:25)*3a)[^&]*)/i;

/**
 * The parameters of a query, with or without its question mark, in the order in which they stand. Takes back what was
 * written for HTML (`&amp;`, `amp;period`, `&#38;`), encoded as a whole or more than once, and a second question mark.
 */
export function readParameters(search: string): [name: string, value: string][] {
  const text = decodeUntil(unwrap(search).trim(), (each) => each.includes('=') || !/%(25)*3d/i.test(each))
    .replace(/^[\s/?&]+/, '')
    .replace(ampersand, '&')
    .replace(equality, '=')
    .replace(markAround, '');
  return [...new URLSearchParams(text)].map(([name, value]) =>
    brokenName.test(value) ? splitAgain(name + value, '') : splitAgain(decodeWhole(name), value),
  );
}

/** What mail that broke a line within a name, with a sign of equality, makes of its value. */
const brokenName = /^[\r\n]+[a-z0-9-]+=/i;

/** The query within the address that a wrapper is about; what is no wrapper as it stands. */
function unwrap(search: string): string {
  const [, address] = wrapped.exec(search) ?? [];
  const [, query] = address ? decodeWhole(address).split(/\?(.*)/s) : [];
  return query ?? search;
}

/** Quotation marks, brackets and what markup sets around a link stand before its first name, or a sign after one. */
const aroundName = /^([^\p{L}\p{N}_]|amp;)+|(?<!\\)\\+$/giu;

/** An encoded sign of equality makes a name of the whole. */
function splitAgain(name: string, value: string): [string, string] {
  const at = name.indexOf('=');
  const [own, rest] = at < 0 ? [name, value] : [name.slice(0, at), name.slice(at + 1) || value];
  return [own.replace(blank, '').replace(aroundName, ''), decodeWhole(rest)];
}

/** Decodes a text as often as it was encoded: no text of ours holds a per cent sign. */
export function decodeWhole(text: string): string {
  return decodeUntil(text, (each) => !/%[0-9a-f]{2}/i.test(each));
}

/** Decodes until that is enough, a few times at most; what cannot be decoded stays as it is. */
function decodeUntil(text: string, isEnough: (text: string) => boolean): string {
  let decoded = text;
  for (let times = 0; times < 4 && !isEnough(decoded); times++)
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      return decoded;
    }
  return decoded;
}

/**
 * The texts that a value may have been, the likeliest first: without what closes a sentence, without blanks, with the signs
 * that a word processor made others of, without the words of a link or a place in the page behind it, in small letters and
 * in capitals, and without the rest of a sign of equality in quoted-printable mail (`=3D`).
 */
export function listForms(value: string): string[] {
  const joined = value.replace(/=\s+/g, '').replace(blank, '');
  const typed = joined.replace(/[\u2010-\u2014\u2212]/g, '-').replace(/…/g, '..');
  const cut = joined.replace(/[|#].*$/s, '');
  const forms = [value, value.replace(blank, ''), joined, typed, cut, joined.replace(/^3D/, '')].flatMap(
    listTrimmed,
  );
  const small = forms.map((each) => each.toLowerCase());
  const capital = forms.map((each) => each.toUpperCase());
  return [...new Set([...forms, ...small, ...capital])];
}

/** A text, and what is left of it as its closing signs go one by one. */
function listTrimmed(text: string): string[] {
  const trimmed = [text];
  for (let end = text.length; end > 0 && closing.test(text.charAt(end - 1)); end--)
    trimmed.push(text.slice(0, end - 1));
  return trimmed.slice(0, mostTrimmed);
}
