import { InputError } from '../problem.ts';
import { repairDoubleEncoding } from './formats/double-encoding.ts';
import { plainSigns } from './plain-signs.ts';

/** Where a text stands that will be published, and what to call when it is read otherwise than it stands there. */
export interface TextPlace {
  readonly file: string;
  readonly place: string;
  /** What kind of thing, and what of this text. */
  readonly onRepair: (sort: string, what: string) => void;
}

/** Signs that nobody sees: zero width, soft hyphens, marks of direction, variants. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
/** Half of í where UTF-8 was encoded twice. */
const softHyphen = '\u00ad';
/** Signs as HTML writes them, of which only those that names have. */
const entity =
  /&(?:#x([\da-f]{2,5})|#(\d{1,6})|(amp|lt|gt|quot|apos|nbsp|[aeiou](?:acute|grave|circ|uml)|ccedil|ntilde));/gi;
const marks: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  cedil: '\u0327',
  tilde: '\u0303',
};
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
/** Control characters (C0, C1), halves of signs, private ones, and the sign for one that was lost. */
const unreadable = /[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\ufffd]/u;

/**
 * A name or title as it is published: spaces single, letters and accents in one sign (NFC), without signs that nobody
 * sees, and UTF-8 that was encoded twice put right; each is reported. Throws InputError on a control character or a sign
 * that was lost, as nobody knows what stood there.
 */
export function readPublished(text: string, at: TextPlace): string {
  const bare = text.replaceAll(unseen, (sign) => (sign === softHyphen ? sign : ''));
  const repaired = repairDoubleEncoding(bare);
  if (repaired === null)
    throw fail(text, 'is UTF-8 that was read as another set', at, 'write it as it should be');
  if (repaired !== bare)
    at.onRepair('UTF-8 that was encoded twice was put right', `${quote(text)} is ${quote(repaired)}`);
  const seen = repaired.replaceAll(unseen, '');
  if (seen !== repaired || bare !== text) at.onRepair('signs that nobody sees were left out', quote(text));
  const written = plainSigns(seen.replaceAll(entity, readEntity));
  if (written !== seen)
    at.onRepair('signs of HTML and wide ones were put right', `${quote(seen)} is ${quote(written)}`);
  const spaced = written.replaceAll(/[\s\p{Z}]+/gu, ' ').trim();
  const found = unreadable.exec(spaced)?.[0];
  if (found === undefined) return spaced.normalize('NFC');
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const what = found === '\ufffd' ? 'holds a sign that was lost' : `holds the control character U+${code}`;
  throw fail(spaced, what, at, 'write it again there, or export the file again as UTF-8');
}

function readEntity(whole: string, hexadecimal?: string, decimal?: string, name = ''): string {
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
  if (!name) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  return (
    named[name.toLowerCase()] ?? `${name[0]}${marks[name.slice(1).toLowerCase()] ?? ''}`.normalize('NFC')
  );
}

function fail(text: string, what: string, { file, place }: TextPlace, remedy: string): InputError {
  return new InputError({ file, place, message: `${quote(text)} ${what}`, remedy });
}

/** With signs that nobody sees written as their numbers. */
function quote(text: string): string {
  const shown = text
    .replaceAll(unseen, (sign) => `‹U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}›`)
    .replaceAll(
      /\p{Cc}/gu,
      (sign) => `‹U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`,
    );
  return `"${shown}"`;
}
