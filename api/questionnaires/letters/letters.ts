import { setImmediate as letOthers } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { tellWording } from '../answering/texts.ts';
import { readLetterFonts } from './fonts.ts';
import { type LetterText, writeLetter } from './letter.ts';

/** A PDF of letters, one on each A4, in the order of the codes. */
export async function writeLetters(codes: readonly string[], text: LetterText): Promise<Uint8Array> {
  const fonts = await readLetterFonts();
  const sheet = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    lang: 'nl-NL',
    displayTitle: true,
    info: { Title: tellWording(text.name, 'nl'), Author: text.sender },
  });
  for (const [name, bytes] of Object.entries(fonts)) sheet.registerFont(name, bytes);
  const parts: Buffer[] = [];
  sheet.on('data', (part: Buffer) => parts.push(part));
  const written = new Promise<void>((resolve, reject) => sheet.on('end', resolve).on('error', reject));
  for (const code of codes) {
    sheet.addPage();
    writeLetter(sheet, code, text);
    // A page takes some milliseconds: whoever asks for something else meanwhile is answered.
    await letOthers();
  }
  sheet.end();
  await written;
  return new Uint8Array(Buffer.concat(parts));
}
