import { type RawBuilder, sql } from 'kysely';
import type {
  DocumentDetails,
  DocumentKind,
  QualityMark,
  TextExtent,
} from '../../geodata/contribution/document.ts';
import type { Database } from '../database.ts';

/** What a document says beside a title and a summary. */
export interface ShownDocument extends DocumentDetails {
  readonly file: { readonly sha256: string; readonly type: string; readonly bytes: number };
  /** How much of its text is found. */
  readonly extent: TextExtent;
  /** null: nobody has marked this file. */
  readonly mark: QualityMark | null;
}

/** That of the row that stands in the query as `shown`; null for other kinds. */
export const documentOf: RawBuilder<unknown> = sql`(
  select json_build_object('kind', document.kind, 'firstYear', first_year, 'lastYear', last_year,
    'file', json_build_object('sha256', file.sha256, 'type', file.type, 'bytes', file.bytes),
    'extent', coalesce(file_text.extent, 'none'),
    'mark', (select json_build_object('isComplete', is_complete, 'namesSources', names_sources, 'isRecent', is_recent,
        'checkedBy', checked_by) from quality_mark
      where quality_mark.contribution = shown.id and quality_mark.sha256 = file.sha256))
  from document_revision as document
  join contribution_file as own on (own.contribution, own.revision, own.position) = (document.contribution, document.revision, 0)
  join file on file.sha256 = own.sha256 left join file_text on file_text.sha256 = own.sha256
  where (document.contribution, document.revision) = (shown.id, shown.number))`;

/** The text of the files of that row. */
export const fileTextOf: RawBuilder<string> = sql`(
  select string_agg(' ' || file_text.text, '') from contribution_file as own join file_text on file_text.sha256 = own.sha256
  where own.contribution = shown.id and own.revision = shown.number)`;

/** Whether that row is a document of a kind; whatever it is where none is asked for. */
export function isDocumentOfKind(kind: DocumentKind | undefined): RawBuilder<boolean> {
  return sql`(${kind ?? null}::text is null or exists (select from document_revision as document
    where (document.contribution, document.revision) = (shown.id, shown.number) and document.kind = ${kind ?? null}))`;
}

/** Writes what only a document says of a revision. */
export async function writeDocumentRow(
  db: Database,
  of: { readonly contribution: number; readonly revision: number },
  { kind, firstYear, lastYear }: DocumentDetails,
): Promise<void> {
  await db
    .insertInto('document_revision')
    .values({ ...of, kind, first_year: firstYear, last_year: lastYear })
    .execute();
}

/** Writes down the text of a file that is kept; the text of one that is there already stays. */
export async function writeFileText(
  db: Database,
  sha256: string,
  { text, extent }: { readonly text: string; readonly extent: TextExtent },
): Promise<void> {
  await db
    .insertInto('file_text')
    .values({ sha256, text, extent })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

/** Marks the file of a district scan, instead of any mark before. */
export async function writeQualityMark(
  db: Database,
  of: { readonly contribution: number; readonly sha256: string; readonly by: string | null },
  { isComplete, namesSources, isRecent, checkedBy }: QualityMark,
): Promise<void> {
  const row = {
    sha256: of.sha256,
    is_complete: isComplete,
    names_sources: namesSources,
    is_recent: isRecent,
    checked_by: checkedBy,
    marked_by: of.by,
    marked_at: new Date(),
  };
  await db
    .insertInto('quality_mark')
    .values({ contribution: of.contribution, ...row })
    .onConflict((conflict) => conflict.column('contribution').doUpdateSet(row))
    .execute();
}
