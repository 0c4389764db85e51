import { InputError } from '../../problem.ts';

/** Text and, where it was not plain UTF-8 as declared, a sentence that says how it was read. */
export interface DecodedText {
  readonly text: string;
  readonly note: string | null;
}

/**
 * Turns bytes into text. A byte-order mark decides; then the declared encoding (any label of the WHATWG standard;
 * UTF-8 by default). Bytes that are no valid UTF-8 are read as windows-1252, the superset of Latin-1 that Dutch
 * spreadsheets write. Throws InputError on an unknown label or an empty file.
 */
export function decodeText(bytes: Uint8Array, file: string, declared = 'utf-8'): DecodedText {
  if (bytes.length === 0) throw emptyFile(file);
  const marked = readByteOrderMark(bytes);
  if (marked)
    return { text: decodeAs(bytes, marked, file), note: `read as ${marked}, by its byte-order mark` };
  const label = new TextDecoder(knownLabel(declared, file)).encoding;
  if (label !== 'utf-8') return { text: decodeAs(bytes, label, file), note: null };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: null };
  } catch {
    return { text: decodeAs(bytes, 'windows-1252', file), note: 'not UTF-8; read as windows-1252 (Latin-1)' };
  }
}

export function emptyFile(file: string): InputError {
  return new InputError({ file, message: 'the file is empty', remedy: 'copy or export it again' });
}

function readByteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function knownLabel(label: string, file: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new InputError({
      file,
      message: `the encoding "${label}" is unknown`,
      remedy: 'declare "utf-8" or "windows-1252", or export the file as UTF-8',
    });
  }
}

/** What 0x80 to 0x9f are in windows-1252; Node 20 gives them as control characters. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeAs(bytes: Uint8Array, label: string, file: string): string {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    if (label !== 'windows-1252') return text;
    return text.replaceAll(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
  } catch {
    throw new InputError({
      file,
      message: `the bytes are no valid ${label}`,
      remedy: 'export the file as UTF-8',
    });
  }
}
