import type PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { Wording } from '../../../geodata/questionnaire/questionnaire.ts';
import { formatCode } from '../../../geodata/sampling/code.ts';
import { addressOfCode } from '../../../geodata/sampling/code-list.ts';
import { tellWording, writeDay } from '../answering/texts.ts';
import { writeRightToLeft } from './right-to-left.ts';
import { type LetterLanguage, letterWords } from './words.ts';

type Document = InstanceType<typeof PDFDocument>;

/** What all letters of a round say. */
export interface LetterText {
  readonly name: Wording;
  /** `2026-11-30` */
  readonly closesOn: string;
  readonly ageFrom: number;
  /** Of the site, without a slash at the end. */
  readonly address: string;
  /** Beside Dutch; null: Dutch alone. */
  readonly language: LetterLanguage | null;
  /** Who sends it: the municipality. */
  readonly sender: string;
  /** Where to ask: a telephone number, an e-mail address. */
  readonly contact: string;
  readonly isReminder: boolean;
}

/** Points of an A4: 72 to the inch. */
const edge = 68;
const width = 595.28 - 2 * edge;
const codeSize = 132;
const ink = '#1b1d20';
const soft = '#575c63';

/** Writes one letter on the page that is open. */
export function writeLetter(sheet: Document, code: string, text: LetterText): void {
  sheet.x = edge;
  sheet.y = edge;
  sheet.font('strong').fontSize(12).fillColor(ink).text(text.sender, { width });
  sheet.moveDown(2.5);
  sheet.font('strong').fontSize(19).text(tellWording(text.name, 'nl'), { width, lineGap: 2 });
  sheet.moveDown(0.8);
  writeDutch(sheet, code, text);
  if (text.language) writeSecond(sheet, text, text.language);
}

function writeDutch(sheet: Document, code: string, text: LetterText): void {
  const words = letterWords.nl;
  const day = writeDay(text.closesOn, 'nl');
  const name = tellWording(text.name, 'nl');
  const paragraph = (line: string, face = 'plain') => {
    sheet.font(face).fontSize(11).fillColor(ink).text(line, edge, sheet.y, { width, lineGap: 3 });
    sheet.moveDown(0.6);
  };
  paragraph(words.greeting);
  paragraph(text.isReminder ? words.reminder(name, day) : words.invitation(name, text.ageFrom));
  writeWayIn(sheet, code, text.address);
  paragraph(words.until(day));
  paragraph(words.anonymous);
  paragraph(words.contact(text.contact));
}

/** The box with the QR code at the left and, beside it, the address and the code to type. */
function writeWayIn(sheet: Document, code: string, address: string): void {
  const words = letterWords.nl;
  const top = sheet.y + 6;
  const inner = 16;
  const height = codeSize + 2 * inner;
  sheet.roundedRect(edge, top, width, height, 6).lineWidth(1).strokeColor('#8b8f94').stroke();
  drawCode(sheet, addressOfCode(address, code), edge + inner, top + inner);
  const left = edge + codeSize + 2.5 * inner;
  const room = { width: width - codeSize - 3.5 * inner, lineGap: 2 };
  sheet
    .font('strong')
    .fontSize(13)
    .fillColor(ink)
    .text(words.how, left, top + inner, room);
  sheet.moveDown(0.3);
  sheet.font('plain').fontSize(11).text(`${words.scan} ${words.orGo}`, left, sheet.y, room);
  sheet.font('strong').text(`${address.replace(/^https?:\/\//, '')}/vragenlijst`, left, sheet.y, room);
  sheet.font('plain').text(words.enter, left, sheet.y, room);
  sheet.moveDown(0.5);
  sheet
    .font('strong')
    .fontSize(20)
    .text(formatCode(code), left, sheet.y, { ...room, characterSpacing: 1 });
  sheet.x = edge;
  sheet.y = top + height + 16;
}

function writeSecond(sheet: Document, text: LetterText, language: LetterLanguage): void {
  const words = letterWords[language];
  const day = writeDay(text.closesOn, language === 'ar' ? 'ar-u-nu-latn' : language);
  const name = tellWording(text.name, language);
  const where = `${text.address.replace(/^https?:\/\//, '')}/vragenlijst`;
  sheet.moveDown(0.4);
  sheet
    .moveTo(edge, sheet.y)
    .lineTo(edge + width, sheet.y)
    .lineWidth(0.75)
    .strokeColor('#8b8f94')
    .stroke();
  sheet.y += 12;
  const lines = [
    words.greeting,
    text.isReminder ? words.reminder(name, day) : words.invitation(name, text.ageFrom),
    `${words.scan} ${words.orGo} ${where} ${words.enter}`,
    ...(text.isReminder ? [] : [words.until(day)]),
    words.anonymous,
    words.contact(text.contact),
  ];
  sheet.fontSize(10).fillColor(soft);
  for (const line of lines) {
    if (language === 'ar')
      writeRightToLeft(sheet, line, { left: edge, width, height: 16, arabic: 'arabic', latin: 'plain' });
    else sheet.font('plain').text(line, edge, sheet.y, { width, lineGap: 1.5 });
    sheet.y += 4;
  }
}

/** A QR code as one filled shape, with the quiet edge that readers need (ISO/IEC 18004: four modules). */
function drawCode(sheet: Document, text: string, left: number, top: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const module = codeSize / size;
  for (const [row, line] of data.entries())
    for (const [column, isDark] of line.entries())
      if (isDark) sheet.rect(left + column * module, top + row * module, module, module);
  sheet.fillColor('#000000').fill();
}
