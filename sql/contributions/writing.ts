import { sql } from 'kysely';
import type {
  ContributionKind,
  ContributionState,
  ContributionTie,
} from '../../geodata/contribution/contribution.ts';
import type { DocumentDetails } from '../../geodata/contribution/document.ts';
import type { AdoptionDetails, PracticeDetails } from '../../geodata/contribution/practice.ts';
import type { Level } from '../../geodata/level.ts';
import type { Visibility } from '../../geodata/visibility.ts';
import type { Database } from '../database.ts';
import { writeDocumentRow } from './documents.ts';
import { writeAdoptionRow, writePracticeRow } from './practices.ts';

/** What is written in a revision. */
export interface RevisionText extends ContributionTie {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly sources: string;
  readonly lang: string;
  readonly visibility: Visibility;
  readonly level: Level | null;
  readonly role: string;
  readonly files: readonly { readonly sha256: string; readonly name: string; readonly alternative: string }[];
  /** What only a practice says; left out or null for other kinds. */
  readonly practice?: PracticeDetails | null;
  /** What only an adoption says; left out or null for other kinds. */
  readonly adoption?: AdoptionDetails | null;
  /** What only a document says; left out or null for other kinds. */
  readonly document?: DocumentDetails | null;
}

/** What a contribution is beside its text. */
export interface ContributionHead {
  readonly kind: ContributionKind;
  readonly municipality: string | null;
  /** Number of a person; null: nobody that is known. */
  readonly author: string | null;
  readonly organisation: string;
  readonly showsName: boolean;
  readonly endsOn: string | null;
  readonly isPinned: boolean;
}

/** Begins a contribution as a draft, without a text yet; gives its number, which is one of chance where none is given. */
export async function createContribution(
  db: Database,
  head: ContributionHead & { readonly id?: number | undefined; readonly isDemonstration?: boolean },
): Promise<number> {
  const { kind, municipality, author, organisation, showsName, endsOn, isPinned, isDemonstration } = head;
  const { id } = await db
    .insertInto('contribution')
    .values({
      ...(head.id !== undefined && { id: head.id }),
      kind,
      municipality,
      author,
      organisation,
      shows_name: showsName,
      ends_on: endsOn,
      is_pinned: isPinned,
      is_demonstration: isDemonstration ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Writes the next revision; gives its number. */
export async function addRevision(
  db: Database,
  contribution: number,
  { files, role, document, practice, adoption, ...text }: RevisionText,
  writtenBy: string | null,
): Promise<number> {
  const { title, body, sources, lang, visibility, area, level, indicator, period } = text;
  const { number } = await db
    .insertInto('contribution_revision')
    .values({
      contribution,
      number: sql`1 + (select coalesce(max(number), 0) from contribution_revision where contribution = ${contribution})`,
      title,
      body,
      sources,
      lang,
      visibility,
      area,
      level,
      indicator,
      period,
      author_role: role,
      written_by: writtenBy,
      boundary_year: sql`(select max(boundary_year) from area where code = ${area})`,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  const rows = files.map((file, position) => ({ ...file, contribution, revision: number, position }));
  if (rows.length > 0) await db.insertInto('contribution_file').values(rows).execute();
  if (practice) await writePracticeRow(db, { contribution, revision: number }, practice);
  if (adoption) await writeAdoptionRow(db, { contribution, revision: number }, adoption);
  if (document) await writeDocumentRow(db, { contribution, revision: number }, document);
  await noteFigureVisibility(db, contribution);
  return number;
}

/** A contribution as those who change it hold it, until the transaction ends. */
export interface HeldContribution {
  readonly kind: ContributionKind;
  readonly state: ContributionState;
  readonly version: number;
  readonly author: string | null;
  readonly municipality: string | null;
  readonly shown: number | null;
  readonly endsOn: string | null;
}

/** Holds a contribution, so that of two who change it at once the second one waits; null where there is none. */
export async function holdContribution(db: Database, id: number): Promise<HeldContribution | null> {
  const found = await db
    .selectFrom('contribution')
    .select(['kind', 'state', 'version', 'author', 'municipality', 'shown'])
    .select(sql<string | null>`ends_on::text`.as('endsOn'))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return found ?? null;
}

/** What can be changed of a contribution beside its text; each change makes another version. */
export interface ContributionChange {
  readonly state?: ContributionState;
  readonly municipality?: string | null;
  readonly organisation?: string;
  readonly showsName?: boolean;
  readonly endsOn?: string | null;
  readonly isPinned?: boolean;
  /** What whoever read it asks of the author; null: nothing. */
  readonly remark?: string | null;
}

export async function changeContribution(
  db: Database,
  id: number,
  change: ContributionChange,
): Promise<void> {
  const { state, municipality, organisation, showsName, endsOn, isPinned, remark } = change;
  await db
    .updateTable('contribution')
    .set({
      version: sql`version + 1`,
      ...(state !== undefined && { state }),
      ...(municipality !== undefined && { municipality }),
      ...(organisation !== undefined && { organisation }),
      ...(showsName !== undefined && { shows_name: showsName }),
      ...(endsOn !== undefined && { ends_on: endsOn }),
      ...(isPinned !== undefined && { is_pinned: isPinned }),
      ...(remark !== undefined && { remark }),
      ...(state === 'withdrawn' && { shown: null }),
    })
    .where('id', '=', id)
    .execute();
}

/** Shows the newest revision of it. */
export async function showContribution(
  db: Database,
  id: number,
  by: string | null,
  at = new Date(),
): Promise<void> {
  await db
    .updateTable('contribution')
    .set({
      version: sql`version + 1`,
      state: 'published',
      shown: sql`(select max(number) from contribution_revision where contribution = ${id})`,
      published_at: at,
      published_by: by,
    })
    .where('id', '=', id)
    .execute();
}

/** Removes it with all that was ever written in it. */
export async function removeContribution(db: Database, id: number): Promise<void> {
  await db.updateTable('contribution').set({ shown: null, state: 'draft' }).where('id', '=', id).execute();
  await db.deleteFrom('contribution').where('id', '=', id).execute();
}

/**
 * Writes down who may see the figures that contributions are about, for when they are gone: the most open of them. Of one
 * contribution, or of all.
 */
export async function noteFigureVisibility(db: Database, contribution: number | null = null): Promise<void> {
  await sql`
    update contribution_revision as shown
    set figure_visibility = seen.visibility, figure_municipality = seen.municipality
    from contribution_revision as meant cross join lateral (
      select figure.visibility, figure.municipality from observation as figure
      where figure.indicator = meant.indicator
        and (meant.area is null or (figure.area = meant.area and figure.level = meant.level))
        and (meant.period is null or figure.period = meant.period)
      order by figure.visibility, figure.municipality limit 1
    ) as seen
    where (meant.contribution, meant.number) = (shown.contribution, shown.number)
      and (${contribution}::bigint is null or shown.contribution = ${contribution})
      and (shown.figure_visibility, shown.figure_municipality) is distinct from (seen.visibility, seen.municipality)
  `.execute(db);
}
