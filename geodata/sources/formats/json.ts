import { InputError } from '../../problem.ts';
import { decodeFile } from './encoding.ts';

/**
 * Parses a JSON file; the note says how it was read where it was not plain UTF-8. Throws InputError with the line and
 * column of the first fault, and of a key that stands twice in one object: JSON keeps the last of them without a word.
 */
export function parseJson(bytes: Uint8Array, file: string): { value: unknown; note: string | null } {
  const { text, note } = decodeFile(bytes, file);
  const value = parseText(text, file);
  const repeated = findRepeatedKey(text, value);
  if (repeated) throw describeRepeatedKey(text, file, repeated);
  return { value, note };
}

function parseText(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw describeFault(text, file);
  }
}

/** Members of all objects in a value. With a list of its own, as what is nested may be deeper than calls can be. */
function countMembers(value: unknown): number {
  let members = 0;
  const waiting = [value];
  while (waiting.length) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    const held = Object.values(next);
    if (!Array.isArray(next)) members += held.length;
    for (const one of held) if (typeof one === 'object') waiting.push(one);
  }
  return members;
}

/** Colons outside of texts: one a member, as the file writes them. */
function countColons(text: string): number {
  let colons = 0;
  for (const { sign } of listSigns(text)) colons += sign === ':' ? 1 : 0;
  return colons;
}

/** Texts, brackets of objects and colons of JSON without a fault, each with where it begins and ends. */
function* listSigns(text: string): Generator<{ sign: string; start: number; end: number }> {
  const signs = /[":{}]/g;
  for (let match = signs.exec(text); match; match = signs.exec(text)) {
    const [sign] = match;
    if (sign === '"') signs.lastIndex = scanText(text, signs.lastIndex).offset;
    yield { sign, start: match.index, end: signs.lastIndex };
  }
}

/** A key that stands twice in one object, and the offsets of both. */
interface RepeatedKey {
  readonly key: string;
  readonly first: number;
  readonly second: number;
}

function describeRepeatedKey(text: string, file: string, { key, first, second }: RepeatedKey): InputError {
  return new InputError({
    file,
    place: locate(text, second),
    message: `the key ${JSON.stringify(key)} stands twice in one object, at ${locate(text, first)} too`,
    remedy: 'leave out the one that is not meant, or give it another name',
  });
}

/** The first key that JSON repeats in one object, of which parsing it to `value` kept the last; null where none does. */
export function findRepeatedKey(text: string, value: unknown): RepeatedKey | null {
  if (countMembers(value) === countColons(text)) return null;
  const objects: Map<string, number>[] = [];
  let last = { start: 0, end: 0 };
  for (const { sign, start, end } of listSigns(text)) {
    if (sign === '{') objects.push(new Map());
    else if (sign === '}') objects.pop();
    else if (sign === '"') last = { start, end };
    else {
      const key: string = JSON.parse(text.slice(last.start, last.end));
      const first = objects.at(-1)?.get(key);
      if (first !== undefined) return { key, first, second: last.start };
      objects.at(-1)?.set(key, last.start);
    }
  }
  return null;
}

/** Where an offset lies in a text: `line 3, column 7`. */
function locate(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

function describeFault(text: string, file: string): InputError {
  const offset = findFault(text);
  if (!text.slice(offset).trim())
    return new InputError({
      file,
      message: 'the JSON breaks off',
      remedy: 'copy or export the whole file again',
    });
  return new InputError({
    file,
    place: locate(text, offset),
    message: `this is no JSON: ${JSON.stringify(text.slice(offset, offset + 20))}`,
    remedy: 'look there for a comma too many, a missing quote or a missing bracket',
  });
}

/** A bracket, the quote that opens a text, or a whole scalar. */
const token =
  /[ \t\n\r]*(?:([{}[\],:"])|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing';

/** Offset of the first token that JSON does not allow; the error of `JSON.parse` names it on some engines only. */
function findFault(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  for (;;) {
    token.lastIndex = offset;
    const match = token.exec(text);
    const next: Expected | null = match ? advance(expected, match[1] ?? 'scalar', open) : null;
    if (!next) return skipSpace(text, offset);
    expected = next;
    offset = token.lastIndex;
    if (match?.[1] !== '"') continue;
    const scanned = scanText(text, offset);
    if (scanned.isFaulty) return scanned.offset;
    offset = scanned.offset;
  }
}

/** What can stand in a text: a good escape, or a quote, or a backslash or control character, which is a fault. */
const inText = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|["\\]|[^\u0020-\uffff]/g;

/** Offset behind the quote that closes a text, or of the fault in it. In steps, because one text may be very long. */
function scanText(text: string, start: number): { offset: number; isFaulty: boolean } {
  inText.lastIndex = start;
  for (;;) {
    const match = inText.exec(text);
    if (!match) return { offset: text.length, isFaulty: true };
    if (match[0] === '"') return { offset: inText.lastIndex, isFaulty: false };
    if (match[0].length === 1) return { offset: match.index, isFaulty: true };
  }
}

function skipSpace(text: string, offset: number): number {
  let start = offset;
  while (' \t\n\r'.includes(text[start] ?? 'end')) start += 1;
  return start;
}

/** What may follow, or null where the token may not stand here. Keeps the stack of open brackets. */
function advance(expected: Expected, found: string, open: string[]): Expected | null {
  const afterValue = (): Expected => (open.length ? ', or end' : 'nothing');
  if (expected === ':') return found === ':' ? 'value' : null;
  if (expected.startsWith('key') && found === '"') return ':';
  if (expected.startsWith('value')) {
    if (found === '"' || found === 'scalar') return afterValue();
    if (found === '{' || found === '[') {
      open.push(found);
      return found === '{' ? 'key or }' : 'value or ]';
    }
  }
  if (expected === ', or end' && found === ',') return open.at(-1) === '{' ? 'key' : 'value';
  const mayClose = expected === ', or end' || expected === 'key or }' || expected === 'value or ]';
  if (mayClose && ((found === '}' && open.at(-1) === '{') || (found === ']' && open.at(-1) === '['))) {
    open.pop();
    return afterValue();
  }
  return null;
}
