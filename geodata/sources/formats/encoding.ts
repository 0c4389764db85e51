import { InputError } from '../../problem.ts';
import { type Charset, cp850, findCharset, utf8, windows1252 } from './charset.ts';

/** Text and, where it was not plain UTF-8 as declared, a sentence that says how it was read. */
export interface DecodedText {
  readonly text: string;
  readonly note: string | null;
}

/** What says which character set a file is in: nothing, or a label of it. */
export interface Declaration {
  /** Null where nothing is said, or what nobody knows. */
  readonly charset: Charset | null;
  /** `the .cpg says "850"`; null where nothing is said. */
  readonly says: string | null;
  /** The way out where it has to be said better. */
  readonly remedy: string;
}

/** Turns pieces of text of one file into strings, and tells afterwards how. */
export interface Decoder {
  /** `width`: the bytes that a piece could have, of a field that cuts what is longer. Throws InputError. */
  decode(bytes: Uint8Array, width?: number): string;
  /** How the pieces were read, where that was not as declared. */
  listNotes(): string[];
}

/**
 * Decodes each piece by its own bytes: what is valid UTF-8 and no ASCII is UTF-8, whatever was declared; anything else is
 * in the declared set, and windows-1252 where that is UTF-8 or none. Throws InputError where that would make a word that
 * is none (a sign of CP850 within it).
 */
export function createDecoder(
  file: string,
  { charset, says, remedy }: Declaration,
  isUnicode = charset === utf8,
): Decoder {
  const isDeclared = charset !== null && charset !== utf8;
  const fallback = isDeclared ? charset : windows1252;
  const counts = { unicode: 0, other: 0, cut: 0 };
  return {
    decode(bytes, width) {
      const own = readUtf8(bytes);
      if (own !== null) {
        if (own.length < bytes.length) counts.unicode += 1;
        return own;
      }
      const whole = isUnicode && bytes.length === width ? readUtf8(cutOff(bytes)) : null;
      if (whole !== null) {
        counts.cut += 1;
        return whole;
      }
      counts.other += 1;
      if (says !== null && !charset)
        throw new InputError({ file, message: `${says}, a character set that nobody knows`, remedy });
      const text = decodeAs(fallback, bytes, file, remedy);
      if (!isDeclared) refuseCodePage(bytes, text, file, remedy);
      return text;
    },
    listNotes() {
      const { unicode, other, cut } = counts;
      const isMixed = unicode > 0 && other > 0;
      return [
        ...(isMixed
          ? [
              `${unicode} of its texts are UTF-8 and ${other} are ${fallback.name}: each was read as what it is`,
            ]
          : []),
        ...(unicode && !other && says !== null && charset !== utf8
          ? [`${says}, but the bytes are UTF-8: read as UTF-8`]
          : []),
        ...(other && !unicode && !isDeclared
          ? [`${says === null ? 'not UTF-8' : `${says}; it is not`}; read as windows-1252 (Latin-1)`]
          : []),
        ...(cut ? [`${cut} of its texts were cut within a sign by the width of their field`] : []),
      ];
    },
  };
}

const exportAgain = 'export the file as UTF-8';

/**
 * Turns the bytes of a text file into text, composed signs in one (NFC). A byte-order mark decides, or the zeros that
 * UTF-16 has without one; else every line is read by its own bytes, see `createDecoder`. `declared` is the label that the
 * descriptor has. Throws InputError on an empty file, on bytes that the declared set has not, on an unknown label.
 */
export function decodeText(bytes: Uint8Array, file: string, declared = 'utf-8'): DecodedText {
  const { text, note } = decodeFile(bytes, file, declared);
  return { text: composeSigns(text), note };
}

/** The same with signs as they stand there, for files that name other files. */
export function decodeFile(bytes: Uint8Array, file: string, declared = 'utf-8'): DecodedText {
  if (bytes.length === 0) throw emptyFile(file);
  const marked = findMark(bytes, file);
  if (marked)
    return { text: decodeAs(marked.charset, bytes, file, exportAgain), note: `read as ${marked.says}` };
  const charset = findCharset(declared);
  if (!charset) throw unknownLabel(declared, file);
  const whole = readUtf8(bytes);
  const isUtf8 = charset === utf8;
  const says = `the descriptor says "${declared}"`;
  if (whole !== null) {
    const isOther = whole.length < bytes.length && !isUtf8;
    return { text: whole, note: isOther ? `${says}, but the bytes are UTF-8: read as UTF-8` : null };
  }
  const remedy =
    'say in the descriptor which "encoding" it has, such as "cp850" or "windows-1252", or export it as UTF-8';
  const decoder = createDecoder(file, { charset, says: isUtf8 ? null : says, remedy });
  const text = decodeLines(bytes, decoder);
  return { text, note: decoder.listNotes().join('; ') || null };
}

/** Files are put together from others in other sets, so that each line is judged alone. */
function decodeLines(bytes: Uint8Array, decoder: Decoder): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end < 0 ? bytes.length : end + 1;
    lines.push(decoder.decode(bytes.subarray(start, stop)));
    start = stop;
  }
  return lines.join('');
}

/** One sign for a letter and its accent (NFC), where any accent stands alone. */
export function composeSigns(text: string): string {
  return /[\u0300-\u036f\u212a\u212b]/.test(text) ? text.normalize('NFC') : text;
}

export function emptyFile(file: string): InputError {
  return new InputError({ file, message: 'the file is empty', remedy: 'copy or export it again' });
}

function unknownLabel(label: string, file: string): InputError {
  return new InputError({
    file,
    message: `the encoding "${label}" is unknown`,
    remedy: 'declare "utf-8" or "windows-1252", or export the file as UTF-8',
  });
}

/** The text of bytes that are valid UTF-8, else null. */
function readUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** The bytes without a sign at their end of which bytes are missing. */
function cutOff(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

/** A byte-order mark, or the zeros of Western text in UTF-16 that has none. */
function findMark(bytes: Uint8Array, file: string): { charset: Charset; says: string } | null {
  const [first, second, third, fourth] = bytes;
  const find = (name: string, says = `${name}, by its byte-order mark`) => {
    const charset = findCharset(name);
    return charset ? { charset, says } : null;
  };
  if (first === 0xef && second === 0xbb && third === 0xbf) return find('utf-8');
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0)
    throw new InputError({ file, message: 'it is text in UTF-32', remedy: exportAgain });
  if (first === 0xff && second === 0xfe) return find('utf-16le');
  if (first === 0xfe && second === 0xff) return find('utf-16be');
  const start = bytes.subarray(0, 512);
  const countZeros = (rest: number) => start.filter((byte, index) => index % 2 === rest && byte === 0).length;
  const [even, odd] = [countZeros(0), countZeros(1)];
  if (start.length < 8 || Math.min(even, odd) > 0 || Math.max(even, odd) < start.length * 0.4) return null;
  const name = odd > even ? 'utf-16le' : 'utf-16be';
  return find(name, `${name}, as its bytes show`);
}

function decodeAs(charset: Charset, bytes: Uint8Array, file: string, remedy: string): string {
  try {
    return charset.decode(bytes);
  } catch {
    throw new InputError({ file, message: `the bytes are no valid ${charset.name}`, remedy });
  }
}

/** Bytes that are letters in CP850 and in windows-1252 signs that do not follow a letter, and those that may end a word. */
const strange: ReadonlySet<number> = new Set([0x81, 0x82, 0x83, 0x84, 0x88, 0x89, 0x8b, 0x8d, 0x8f, 0x90]);
const strangeWithin: ReadonlySet<number> = new Set([
  0x80, 0x85, 0x86, 0x87, 0x98, 0x99, 0x9b, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5,
]);

/** Nobody said what the bytes are: refuses to guess where windows-1252 puts a sign of punctuation within a word. */
function refuseCodePage(bytes: Uint8Array, text: string, file: string, remedy: string): void {
  const isLetter = (byte: number | undefined) =>
    byte !== undefined && /[A-Za-z]/.test(String.fromCharCode(byte));
  const at = bytes.findIndex(
    (byte, index) =>
      isLetter(bytes[index - 1]) &&
      (strange.has(byte) || (strangeWithin.has(byte) && isLetter(bytes[index + 1]))),
  );
  if (at < 0) return;
  const show = (whole: string) => JSON.stringify(whole.slice(Math.max(0, at - 12), at + 12).trim());
  throw new InputError({
    file,
    message: `its letters are in no set that it names: ${show(text)} in windows-1252 is ${show(cp850.decode(bytes))} in CP850`,
    remedy,
  });
}
