import { levelOfCode } from '../../geodata/area.ts';
import { type DemonstrationDocument, demonstrationDocuments } from '../../geodata/demo/documents.ts';
import { writePdf } from '../../geodata/demo/pdf.ts';
import { writeFileText, writeQualityMark } from '../../sql/contributions/documents.ts';
import { findTypes, writeFileRow } from '../../sql/contributions/files.ts';
import { addRevision, createContribution, showContribution } from '../../sql/contributions/writing.ts';
import type { Database } from '../../sql/database.ts';
import { checksumOf, type FileStore } from '../contributions/file-store.ts';

/** Writes the documents of the demonstration, numbered from `first` on; their files are kept by `keepDemonstrationFiles`. */
export async function writeDemonstrationDocuments(db: Database, first: number): Promise<void> {
  for (const [index, one] of demonstrationDocuments.entries()) await writeDocument(db, first + index, one);
}

async function writeDocument(db: Database, id: number, given: DemonstrationDocument): Promise<void> {
  const { day, name, paragraphs, mark, ...one } = given;
  const file = writePdf(given);
  const sha256 = checksumOf(file);
  await writeFileRow(db, { sha256, type: 'application/pdf', bytes: file.length, width: null, height: null });
  await writeFileText(db, sha256, { text: [one.title, ...paragraphs].join('\n'), extent: 'whole' });
  const beside = { author: null, showsName: false, endsOn: null, isPinned: false, isDemonstration: true };
  await createContribution(db, { ...one, ...beside, kind: 'document', id });
  const text = {
    ...one,
    level: one.area === null ? null : levelOfCode(one.area),
    visibility: 'public',
    sources: '',
    indicator: null,
    period: null,
    files: [{ sha256, name, alternative: one.title }],
  } as const;
  await addRevision(db, id, text, null);
  await showContribution(db, id, null, new Date(`${day}T09:00:00Z`));
  if (mark) await writeQualityMark(db, { contribution: id, sha256, by: null }, mark);
}

/** Keeps the files of the demonstration where the database has its documents: it may have been made at the installation. */
export async function keepDemonstrationFiles(db: Database, store: FileStore): Promise<void> {
  const files = new Map(demonstrationDocuments.map((one) => [one, writePdf(one)]));
  const known = await findTypes(db, [...files.values()].map(checksumOf));
  for (const file of files.values()) if (known.has(checksumOf(file))) await store.keep(file);
}
