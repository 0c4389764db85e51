/** The part of pdfkit that a line of text needs. */
interface Sheet {
  x: number;
  y: number;
  font(name: string): unknown;
  widthOfString(text: string): number;
  text(text: string, x: number, y: number, options: { lineBreak: boolean; baseline: 'alphabetic' }): unknown;
}

interface Place {
  readonly left: number;
  readonly width: number;
  /** Points from line to line. */
  readonly height: number;
  /** Names of the face with Arabic letters, and of that with Latin ones. */
  readonly arabic: string;
  readonly latin: string;
}

/** What is drawn in one piece. */
interface Piece {
  readonly text: string;
  readonly face: string;
}

/** A letter of the Arabic script, joined or not. */
const arabicSign = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/;
/** Signs that are drawn the other way round in text from right to left (Unicode: Bidi_Mirrored). */
const mirrored: Readonly<Record<string, string>> = { '«': '»', '»': '«', '(': ')', ')': '(' };

/**
 * Writes a paragraph of Arabic from the right edge. pdfkit puts words from left to right; here each stands left of the one
 * before, and within a word its face joins the letters. Words without an Arabic letter (an address, a name, a number) that
 * follow each other keep their order from left to right, their points and brackets apart: as the Unicode bidirectional
 * algorithm (UAX 9) orders a paragraph that is Arabic but for such words.
 */
export function writeRightToLeft(sheet: Sheet, text: string, place: Place): void {
  const { left, width, height, arabic } = place;
  sheet.font(arabic);
  const space = sheet.widthOfString(' ');
  let right = left + width;
  let line = sheet.y + height * 0.75;
  for (const word of groupWords(text)) {
    const pieces = splitWord(word, place).map((piece) => {
      sheet.font(piece.face);
      return { ...piece, size: sheet.widthOfString(piece.text) };
    });
    const size = pieces.reduce((sum, piece) => sum + piece.size, 0);
    if (right - size < left && right < left + width) [right, line] = [left + width, line + height];
    for (const piece of pieces) {
      right -= piece.size;
      sheet.font(piece.face);
      sheet.text(piece.text, right, line, { lineBreak: false, baseline: 'alphabetic' });
    }
    right -= space;
  }
  sheet.x = left;
  sheet.y = line + height * 0.25;
}

/** Words; those without an Arabic letter that follow each other are one. */
function groupWords(text: string): string[] {
  const groups: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = groups.at(-1);
    if (last !== undefined && !arabicSign.test(last) && !arabicSign.test(word))
      groups[groups.length - 1] = `${last} ${word}`;
    else groups.push(word);
  }
  return groups;
}

/** The parts of a word from right to left: what stands before it, the word, what stands behind it. */
function splitWord(word: string, { arabic, latin }: Place): Piece[] {
  const isArabic = arabicSign.test(word);
  const around = isArabic ? /^([«(]*)(.*?)([»).]*)$/u : /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u;
  const [, before = '', middle = '', behind = ''] = around.exec(word) ?? ['', '', word, ''];
  const signs = (text: string) => [...text].map((sign) => ({ text: mirrored[sign] ?? sign, face: arabic }));
  const pieces = [...signs(before), { text: middle, face: isArabic ? arabic : latin }, ...signs(behind)];
  return pieces.filter(({ text }) => text !== '');
}
