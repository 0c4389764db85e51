import { mostDocumentBytes } from '../../../geodata/contribution/document.ts';
import { writeFileText } from '../../../sql/contributions/documents.ts';
import { writeFileRow } from '../../../sql/contributions/files.ts';
import type { Database } from '../../../sql/database.ts';
import { recordAct } from '../../../sql/trail.ts';
import type { Actor } from '../../../sql/trail-act.ts';
import { RequestProblem } from '../../errors.ts';
import type { UploadedDocumentBody } from '../../schemas/contribution.ts';
import type { FileStore } from '../file-store.ts';
import { receiveParts } from '../reception.ts';
import { readDocument } from './reading.ts';
import { DocumentRefusal } from './refusal.ts';
import { scanFile } from './virus-scan.ts';

/** A document as it comes in, where it goes, and who looks for viruses in it. */
interface SentDocument {
  readonly request: Request;
  readonly store: FileStore;
  readonly scanner: string | null;
}

/**
 * Takes in a document that is sent: written beside what is kept, judged, looked through, and only then kept with its text.
 * Throws a problem with its `reason` where it may not be kept; nothing of it is left then.
 */
export async function keepDocument(
  db: Database,
  actor: Actor,
  { request, store, scanner }: SentDocument,
): Promise<UploadedDocumentBody> {
  const taken = await store.takeIn(receiveParts(request, mostDocumentBytes));
  try {
    const { type, text, extent } = await readDocument(taken.path);
    if (scanner !== null) await scanFile(scanner, taken.path);
    await taken.keep();
    const { sha256, bytes } = taken;
    await db.transaction().execute(async (transaction) => {
      await writeFileRow(transaction, { sha256, type, bytes, width: null, height: null });
      await writeFileText(transaction, sha256, { text, extent });
      await recordAct(transaction, { act: 'file-keep', actor, subject: `file:${sha256}` });
    });
    return { sha256, type, bytes, extent };
  } catch (error) {
    throw error instanceof DocumentRefusal ? tell(error) : error;
  } finally {
    await taken.discard();
  }
}

function tell({ reason, message }: DocumentRefusal): RequestProblem {
  const kind = reason === 'scanner-silent' ? 'scanner-silent' : 'unsupported';
  return new RequestProblem(kind, message, undefined, undefined, { reason });
}
