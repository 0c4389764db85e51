import { levelOfCode } from '../area.ts';
import type { Level } from '../level.ts';
import { InputError } from '../problem.ts';
import { type CodedLevel, codeForms, listCodes } from './code-forms.ts';

/** What is said of codes that were written otherwise than CBS does. */
const completed = 'a code in another form was read as the only one that it can be';

/**
 * Reads the code of an area of a level; spaces around it are no fault. Where `onRead` can be told of it, a code in another
 * form (`1530000.0`, `bu01530000`, see `listCodes`) is read if it can be one only; what people write by hand has to be
 * whole. The country is NL00, though some of CBS's tables call it NL01. Throws InputError, saying what can be meant.
 */
export function readAreaCode(
  value: unknown,
  level: Level,
  file: string,
  place: string,
  onRead?: (sort: string, place: string) => void,
): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (level === 'country' && text === 'NL01') return 'NL00';
  const own = levelOfCode(text);
  if (own === level) return text;
  const { codes } = level === 'region' ? { codes: listKeys(text) } : listCodes(text, level);
  const [only, second] = codes;
  if (onRead && only !== undefined && second === undefined) {
    onRead(completed, `${place}, "${text}" is ${only}`);
    return only === 'NL01' ? 'NL00' : only;
  }
  const message = text ? `"${text}" is no code of a ${level}` : `the code of the ${level} is missing`;
  throw new InputError({ file, place, message, remedy: describeRemedy(text, level, own, codes) });
}

/** The key of a region is written small. */
function listKeys(text: string): string[] {
  const key = text.toLowerCase();
  return levelOfCode(text) === null && levelOfCode(key) === 'region' ? [key] : [];
}

function describeRemedy(text: string, level: Level, own: Level | null, codes: readonly string[]): string {
  if (level === 'region') return 'write the key of the region as the package gives it, such as "twente"';
  if (codes.length === 1)
    return codes[0] === text.toUpperCase()
      ? `write "${codes[0]}" if that is meant`
      : `the prefix or leading zeros were lost: write "${codes[0]}" if that is meant`;
  if (codes.length) return `write ${codes.map((code) => `"${code}"`).join(' or ')}, whichever is meant`;
  if (/^\D*\d(?:[.,]\d+)?E\+?\d+$/i.test(text))
    return 'its last digits were rounded off: give the column the form of text, and export it again';
  const found = own && own !== 'region' ? own : findOtherLevel(text, level);
  if (found) return `it is one of a ${found}: correct the code or the resource's "level"`;
  const { prefix, example } = codeForms[level];
  return `write a code such as "${example}", ${prefix} and ${example.length - 2} signs`;
}

function findOtherLevel(text: string, level: CodedLevel): CodedLevel | undefined {
  const others = Object.keys(codeForms) as CodedLevel[];
  return others.find(
    (other) =>
      other !== level &&
      text.toUpperCase().startsWith(codeForms[other].prefix) &&
      listCodes(text, other).codes.length > 0,
  );
}
