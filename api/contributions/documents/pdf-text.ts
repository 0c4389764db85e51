import { getDocumentProxy } from 'unpdf';
import { DocumentRefusal } from './refusal.ts';

/** Pages that are read at most; what lies behind them is kept and not found. */
const mostPages = 1000;

/**
 * The text of a PDF, up to about so many characters; empty of one that has none, such as a scan. No script runs, no font is
 * fetched and nothing is drawn. Throws DocumentRefusal where it cannot be read.
 */
export async function readPdfText(bytes: Buffer, most: number): Promise<string> {
  const document = await open(bytes);
  try {
    if ((await document.getJSActions()) ?? (await document.hasJSActions()))
      throw new DocumentRefusal('pdf-script');
    if (await document.getAttachments()) throw new DocumentRefusal('pdf-files');
    const pages: string[] = [];
    let length = 0;
    for (let number = 1; number <= Math.min(document.numPages, mostPages) && length <= most; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
        .join('')
        // A word that goes on in the next line.
        .replace(/(\p{Ll})-\n(\p{Ll})/gu, '$1$2');
      page.cleanup();
      pages.push(text);
      length += text.length;
    }
    return pages.join('\n').trim();
  } finally {
    await document.destroy();
  }
}

async function open(bytes: Buffer) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: 0,
    });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new DocumentRefusal(isLocked ? 'pdf-locked' : 'pdf-unreadable');
  }
}
