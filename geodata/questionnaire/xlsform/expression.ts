import type { Condition, Test } from '../questionnaire.ts';

/** Gives the key that a question of the form is answered under, and whether a number is asked; null for no question. */
export type FindQuestion = (name: string) => { readonly key: string; readonly isNumber: boolean } | null;

const name = String.raw`\$\{\s*([\w.-]+)\s*\}`;
const literal = String.raw`(?:'([^']*)'|"([^"]*)"|(-?\d+))`;
const selected = new RegExp(
  String.raw`^(not\s*\(\s*)?selected\s*\(\s*${name}\s*,\s*${literal}\s*\)(\s*\))?$`,
);
const compared = new RegExp(String.raw`^${name}\s*(=|!=|>=|<=|>|<)\s*${literal}$`);

/**
 * Reads a `relevant` of XLSForm: comparisons of a question with a value and `selected(…)`, joined by `and` or by `or`. Null
 * for what is not of that form.
 */
export function readRelevant(text: string, findQuestion: FindQuestion): Condition | null {
  const bare = stripBrackets(text);
  const [ands, ors] = [splitAt(bare, 'and'), splitAt(bare, 'or')];
  if (ands.length > 1 && ors.length > 1) return null;
  const match = ors.length > 1 ? 'any' : 'all';
  const tests: Test[] = [];
  for (const part of match === 'any' ? ors : ands) {
    const inner = stripBrackets(part);
    // A group of its own within brackets, joined by the other word.
    if (splitAt(inner, match === 'any' ? 'and' : 'or').length > 1) return null;
    const read = readTest(inner, findQuestion);
    if (!read || (match === 'any' && read.length > 1)) return null;
    tests.push(...read);
  }
  return { match, tests };
}

function readTest(text: string, findQuestion: FindQuestion): Test[] | null {
  const choice = selected.exec(text);
  if (choice) {
    const [, negation, about = '', single, double, number, closing] = choice;
    const found = findQuestion(about);
    if (!found || (negation === undefined) !== (closing === undefined)) return null;
    const values = [single ?? double ?? number ?? ''];
    return [{ question: found.key, operator: negation === undefined ? 'any-of' : 'none-of', values }];
  }
  const comparison = compared.exec(text);
  if (!comparison) return null;
  const [, about = '', sign = '', single, double, number] = comparison;
  const found = findQuestion(about);
  const value = single ?? double ?? number ?? '';
  if (!found) return null;
  if (value === '') return sign === '!=' ? [{ question: found.key, operator: 'answered', values: [] }] : null;
  return compare(found, sign, value);
}

function compare(
  { key: question, isNumber }: { key: string; isNumber: boolean },
  sign: string,
  value: string,
): Test[] | null {
  if (!isNumber && sign === '=') return [{ question, operator: 'any-of', values: [value] }];
  if (!isNumber && sign === '!=') return [{ question, operator: 'none-of', values: [value] }];
  if (!/^-?\d{1,9}$/.test(value)) return null;
  const number = Number(value);
  const least = (bound: number): Test => ({ question, operator: 'at-least', values: [String(bound)] });
  const most = (bound: number): Test => ({ question, operator: 'at-most', values: [String(bound)] });
  switch (sign) {
    case '>=':
      return [least(number)];
    case '>':
      return [least(number + 1)];
    case '<=':
      return [most(number)];
    case '<':
      return [most(number - 1)];
    case '=':
      return [least(number), most(number)];
    default:
      return null;
  }
}

/** Without brackets that hold all of it. */
function stripBrackets(text: string): string {
  let bare = text.trim();
  while (bare.startsWith('(') && closingOf(bare) === bare.length - 1) bare = bare.slice(1, -1).trim();
  return bare;
}

function closingOf(text: string): number {
  let depth = 0;
  for (const { sign, place, isQuoted } of walk(text)) {
    if (isQuoted) continue;
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth === 0) return place;
  }
  return -1;
}

/** Parts between a word that stands outside of brackets and quotes. */
function splitAt(text: string, word: 'and' | 'or'): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (const { sign, place, isQuoted } of walk(text)) {
    if (isQuoted) continue;
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    const found =
      depth === 0 && /\s/.test(sign) && new RegExp(`^\\s+${word}\\s+`, 'i').exec(text.slice(place));
    if (found && place >= start) {
      parts.push(text.slice(start, place).trim());
      start = place + found[0].length;
    }
  }
  return [...parts, text.slice(start).trim()];
}

function* walk(text: string): Generator<{ sign: string; place: number; isQuoted: boolean }> {
  let quote = '';
  for (const [place, sign] of [...text].entries()) {
    const isQuoted = quote !== '';
    if (isQuoted && sign === quote) quote = '';
    else if (!isQuoted && (sign === "'" || sign === '"')) quote = sign;
    yield { sign, place, isQuoted: isQuoted || quote !== '' };
  }
}

/** The least and the most that a `constraint` allows, as in `. >= 0 and . <= 20`; null for another one. */
export function readNumberConstraint(text: string): { least: number | null; most: number | null } | null {
  let [least, most]: [number | null, number | null] = [null, null];
  for (const part of splitAt(stripBrackets(text), 'and')) {
    const [, sign, digits] = /^\.\s*(>=|<=|>|<)\s*(-?\d{1,9})$/.exec(stripBrackets(part)) ?? [];
    if (sign === undefined || digits === undefined) return null;
    const number = Number(digits);
    if (sign.startsWith('>')) least = sign === '>' ? number + 1 : number;
    else most = sign === '<' ? number - 1 : number;
  }
  return { least, most };
}

/** The most signs that a `constraint` allows, as in `string-length(.) <= 200`; null for another one. */
export function readLengthConstraint(text: string): number | null {
  const [, sign, digits] =
    /^string-length\s*\(\s*\.\s*\)\s*(<=|<)\s*(\d{1,5})$/.exec(stripBrackets(text)) ?? [];
  if (digits === undefined) return null;
  return sign === '<' ? Number(digits) - 1 : Number(digits);
}
