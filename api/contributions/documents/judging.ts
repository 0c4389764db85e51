import { readFileKind } from './file-kind.ts';
import { type ReadDocument, readOffice } from './office.ts';
import { requireHarmlessPdf } from './pdf.ts';
import { readPdfText } from './pdf-text.ts';
import { DocumentRefusal } from './refusal.ts';

/**
 * What a document is by its bytes, with about so many characters of its text; in this thread, and for as long as it takes.
 * Throws DocumentRefusal.
 */
export async function judgeDocument(bytes: Buffer, mostText: number): Promise<ReadDocument> {
  if (readFileKind(bytes) === 'archive') return readOffice(bytes);
  requireHarmlessPdf(bytes);
  try {
    return { type: 'application/pdf', text: await readPdfText(bytes, mostText) };
  } catch (error) {
    throw error instanceof DocumentRefusal ? error : new DocumentRefusal('pdf-unreadable');
  }
}
