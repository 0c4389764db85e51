import { type RawBuilder, sql } from 'kysely';
import type {
  ContributionKind,
  ContributionState,
  ContributionTie,
  FigureState,
} from '../../geodata/contribution/contribution.ts';
import type { Visibility } from '../../geodata/visibility.ts';
import type { AreaReference } from '../areas.ts';
import type { Reader } from '../reader.ts';
import { hasWrittenFigure, visibleAddresses, visibleYears } from '../visible-to-reader.ts';
import { documentOf, type ShownDocument } from './documents.ts';
import { adoptionOf, practiceOf, type ShownAdoption, type ShownPractice } from './practices.ts';

/** A contribution in a list, without its text. */
export interface ContributionSummary extends ContributionTie {
  readonly id: number;
  readonly kind: ContributionKind;
  readonly state: ContributionState;
  readonly version: number;
  readonly title: string;
  /** Of the text, BCP 47. */
  readonly lang: string;
  readonly organisation: string;
  readonly role: string;
  /** null: whoever wrote it does not wish to be named, or was removed. */
  readonly name: string | null;
  readonly visibility: Visibility;
  /** GM-code; null: of the region. */
  readonly municipality: string | null;
  readonly place: AreaReference | null;
  /** null where no indicator is named. */
  readonly figure: FigureState | null;
  readonly publishedAt: Date | null;
  /** `2027-01-31`: the last day that it holds; null: without end. */
  readonly endsOn: string | null;
  readonly isPinned: boolean;
  readonly isDemonstration: boolean;
  /** What a practice says beside; null for other kinds. */
  readonly practice: ShownPractice | null;
  /** What is done as a practice tells of; null for other kinds. */
  readonly adoption: ShownAdoption | null;
  /** What a document says beside; null for other kinds. */
  readonly document: ShownDocument | null;
}

/** A picture or another file that belongs to a contribution. */
export interface ContributionFile {
  readonly sha256: string;
  readonly type: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly name: string;
  readonly alternative: string;
}

/** The whole of a contribution, as it is read. */
export interface Contribution extends ContributionSummary {
  /** Number of the revision. */
  readonly revision: number;
  /** Markdown. */
  readonly body: string;
  readonly sources: string;
  readonly files: readonly ContributionFile[];
}

/**
 * The columns of a summary, of a row that stands in the query as `shown` and that the reader may see. `adoption`: that of
 * the row, which on the desk is told with more care.
 */
export function summaryOf(reader: Reader, adoption: RawBuilder<unknown> = adoptionOf): RawBuilder<unknown> {
  return sql`shown.id, shown.kind, shown.state, shown.version, shown.title, shown.lang, shown.organisation,
    shown.author_role as role, shown.visibility, shown.municipality, shown.area, shown.period,
    case when shown.indicator = any(${visibleAddresses(reader)}) then shown.indicator end as indicator,
    case when shown.shows_name then (select name from accounts.person where person.id = shown.author) end as name,
    (select json_build_object('code', code, 'name', area.name, 'level', area.level) from area
      where code = shown.area and boundary_year = any(${visibleYears(reader)}) order by boundary_year desc limit 1) as place,
    case when shown.indicator is null then null when not ${hasWrittenFigure} then 'withdrawn'
      when ${isRedrawn(reader)} then 'redrawn' else 'there' end as figure,
    shown.published_at as "publishedAt", shown.ends_on::text as "endsOn", shown.is_pinned as "isPinned",
    shown.is_demonstration as "isDemonstration", ${documentOf} as document, ${practiceOf(reader)} as practice,
    ${adoption} as adoption`;
}

/** The files of that row in their order, as a query. */
export const filesOfRow = sql`
  select file.sha256, type, bytes, width, height, own.name, own.alternative
  from contribution_file as own join file on file.sha256 = own.sha256
  where own.contribution = shown.id and own.revision = shown.number order by own.position`;

/** The columns of the whole, beside those of a summary. */
export const wholeOf = sql`shown.number as revision, shown.body, shown.sources,
  (select coalesce(json_agg(kept), '[]') from (${filesOfRow}) as kept) as files`;

/** Whether the area has other borders, in the latest boundary year that the reader may see, than when it was written about. */
function isRedrawn(reader: Reader): RawBuilder<boolean> {
  return sql`(shown.area is not null and shown.boundary_year is not null
    and exists (select from area_version where code = shown.area)
    and not exists (select from area_version where code = shown.area
      and shown.boundary_year between first_year and last_year
      and (select max(year) from unnest(${visibleYears(reader)}) as year) between first_year and last_year))`;
}
