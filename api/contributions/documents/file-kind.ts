import { DocumentRefusal } from './refusal.ts';

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const programs = [
  Buffer.from('MZ'),
  Buffer.from('\x7fELF', 'latin1'),
  Buffer.from('cafebabe', 'hex'),
  Buffer.from('cffaedfe', 'hex'),
  Buffer.from('feedface', 'hex'),
  Buffer.from('#!'),
];

/** How far into a file readers look for how it begins, bytes. */
const lookedAt = 1024;
const webPage = /<(!doctype\s+html|html|head|body|script|svg|iframe|\?xml)/i;

/**
 * Whether the bytes are a PDF or the archive of an Office file from the first byte on, whatever they are called. Throws
 * DocumentRefusal for anything else.
 */
export function readFileKind(bytes: Buffer): 'pdf' | 'archive' {
  if (bytes.length === 0) throw new DocumentRefusal('empty');
  const starts = (wanted: Buffer) => bytes.subarray(0, wanted.length).equals(wanted);
  const beginning = bytes.toString('latin1', 0, lookedAt);
  if (beginning.startsWith('PK\x03\x04')) return 'archive';
  if (/^%PDF-[12]\.\d/.test(beginning)) {
    if (webPage.test(beginning)) throw new DocumentRefusal('pdf-begin');
    return 'pdf';
  }
  if (starts(compoundFile)) throw new DocumentRefusal('old-office');
  if (programs.some(starts)) throw new DocumentRefusal('program');
  if (beginning.includes('%PDF-')) throw new DocumentRefusal('pdf-begin');
  if (webPage.test(readText(bytes))) throw new DocumentRefusal('web-page');
  throw new DocumentRefusal('other-kind');
}

/** The beginning as text, of UTF-16 too. */
function readText(bytes: Buffer): string {
  const part = bytes.subarray(0, lookedAt);
  return part.toString('latin1').replaceAll('\0', '');
}
