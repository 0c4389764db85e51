import { inflateSync } from 'node:zlib';
import type { DocumentRefusalReason } from '../../../geodata/contribution/document.ts';
import { DocumentRefusal } from './refusal.ts';

/** Names of what a document may not do, each with why. A `#41` in a name stands for a letter. */
const refused: readonly (readonly [string, DocumentRefusalReason])[] = [
  ['JavaScript', 'pdf-script'],
  ['Rendition', 'pdf-script'],
  ['Launch', 'pdf-launch'],
  ['GoToE', 'pdf-files'],
  ['EmbeddedFile', 'pdf-files'],
  ['EmbeddedFiles', 'pdf-files'],
  ['RichMedia', 'pdf-files'],
  ['SubmitForm', 'pdf-form'],
  ['ImportData', 'pdf-form'],
  ['XFA', 'pdf-form'],
];
const forbidden = refused.map(([name, reason]) => [writePattern(name), reason] as const);
const locked = writePattern('Encrypt');

/** The most bytes that the objects of a document may have together, unpacked. */
const mostUnpacked = 200 * 1024 ** 2;

/**
 * Looks through the bytes of a PDF, and through the objects that are packed in it, for what it may not hold: scripts,
 * programs, other files, anything behind its end. Throws DocumentRefusal.
 */
export function requireHarmlessPdf(bytes: Buffer): void {
  const raw = bytes.toString('latin1');
  requireEnd(bytes, raw);
  requireNames(raw);
  if (locked.test(raw)) throw new DocumentRefusal('pdf-locked');
  let left = mostUnpacked;
  for (const stream of listStreams(raw)) {
    // Objects are packed in streams that say where the first one begins; all others are drawn.
    if (!hasFirst.test(stream.since)) continue;
    if (!hasFirst.test(stream.dictionary)) {
      if (!isWholeDictionary(stream.dictionary)) throw new DocumentRefusal('pdf-unreadable');
      continue;
    }
    const objects = unpack(bytes.subarray(stream.from), stream.dictionary, left);
    left -= objects.length;
    requireNames(objects.toString('latin1'));
  }
}

const hasFirst = /\/First(?![A-Za-z])/;

/** Whether what stands before a stream is its dictionary from beginning to end, and not the rest of one that hides an `obj`. */
function isWholeDictionary(dictionary: string): boolean {
  const count = (pattern: RegExp) => (dictionary.match(pattern) ?? []).length;
  const isOpenedAndClosed = /^obj\s*<</.test(dictionary) && count(/<</g) === count(/>>/g);
  return isOpenedAndClosed && count(/(?<!\\)\(/g) === count(/(?<!\\)\)/g) && !dictionary.includes('%');
}

function requireNames(text: string): void {
  for (const [pattern, reason] of forbidden) if (pattern.test(text)) throw new DocumentRefusal(reason);
}

/** A name as it may be written, with any of its letters as a number, up to where names end. */
function writePattern(name: string): RegExp {
  const letters = [...name].map((letter) => {
    const code = letter.charCodeAt(0).toString(16);
    const number = [...code].map((digit) =>
      /[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit,
    );
    return `(?:${letter}|#${number.join('')})`;
  });
  return new RegExp(`/${letters.join('')}(?=[\\s\\0()<>\\[\\]{}/%]|$)`);
}

/** The end is the end, and what follows an end of before is a later version of the same document. */
function requireEnd(bytes: Buffer, raw: string): void {
  if (!/%%EOF[\s\0]*$/.test(raw.slice(-2048))) throw new DocumentRefusal('pdf-end');
  for (const { 0: found, index } of raw.matchAll(/%%EOF[\s\0]*/g)) {
    const after = raw.slice(index + found.length, index + found.length + 9);
    if (after !== '' && !/^(\d|%|xref|startxref)/.test(after)) throw new DocumentRefusal('pdf-end');
  }
  if (hasArchive(bytes)) throw new DocumentRefusal('pdf-end');
}

/** Whether unpackers of zip files would find one: they look from the end. */
function hasArchive(bytes: Buffer): boolean {
  const tail = bytes.subarray(-(65_535 + 22));
  for (
    let at = tail.indexOf('PK\x05\x06', 0, 'latin1');
    at >= 0;
    at = tail.indexOf('PK\x05\x06', at + 1, 'latin1')
  ) {
    if (at + 22 > tail.length) return false;
    if (at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
  }
  return false;
}

interface Stream {
  /** What stands between the beginning of its object and its bytes. */
  readonly dictionary: string;
  /** All that stands between the stream before it and its bytes. */
  readonly since: string;
  /** Where its bytes begin. */
  readonly from: number;
}

function* listStreams(raw: string): Generator<Stream> {
  let last = 0;
  for (const { 0: keyword, index } of raw.matchAll(/(?<!end)stream(\r\n|\n|\r)/g)) {
    const begin = raw.lastIndexOf('obj', index);
    // An `obj` in a comment is none.
    const line = Math.max(raw.lastIndexOf('\n', begin), raw.lastIndexOf('\r', begin));
    const isRemark = raw.slice(line + 1, begin).includes('%');
    const since = writeOut(raw.slice(last, index));
    yield {
      dictionary: begin < last || isRemark ? since : writeOut(raw.slice(begin, index)),
      since,
      from: index + keyword.length,
    };
    last = index;
  }
}

/** Names with the letters that stand in them as numbers. */
function writeOut(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The packed objects of a stream; what is packed in another way than all programs do cannot be checked. */
function unpack(bytes: Buffer, dictionary: string, most: number): Buffer {
  const filters = [...dictionary.matchAll(/\/(\w+Decode)\b/g)].map(([, name]) => name);
  if (filters.length === 0 && !/\/Filter/.test(dictionary)) return Buffer.alloc(0);
  if (filters.join() !== 'FlateDecode' || /\/Predictor/.test(dictionary))
    throw new DocumentRefusal('pdf-unreadable');
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const isLarger = error instanceof RangeError;
    throw new DocumentRefusal(isLarger ? 'too-slow' : 'pdf-unreadable');
  }
}
