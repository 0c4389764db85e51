import type { ColumnType, Generated } from 'kysely';
import type { ContributionKind, ContributionState } from '../../geodata/contribution/contribution.ts';
import type { DocumentKind, TextExtent } from '../../geodata/contribution/document.ts';
import type { ProblemDirection } from '../../geodata/contribution/practice.ts';
import type { Level } from '../../geodata/level.ts';
import type { Visibility } from '../../geodata/visibility.ts';

interface ContributionRow {
  id: Generated<number>;
  kind: ContributionKind;
  municipality: string | null;
  author: string | null;
  organisation: string;
  shows_name: boolean;
  state: Generated<ContributionState>;
  version: Generated<number>;
  shown: number | null;
  published_at: Date | null;
  published_by: string | null;
  /** `2027-01-31`. */
  ends_on: string | null;
  is_pinned: Generated<boolean>;
  remark: string | null;
  is_demonstration: Generated<boolean>;
  created_at: Generated<Date>;
}

interface RevisionRow {
  contribution: number;
  number: number;
  title: string;
  body: string;
  sources: string;
  lang: string;
  visibility: Visibility;
  area: string | null;
  level: Level | null;
  indicator: string | null;
  period: string | null;
  boundary_year: number | null;
  author_role: string;
  written_by: string | null;
  written_at: Generated<Date>;
  figure_visibility: Generated<Visibility>;
  figure_municipality: string | null;
  /** Written by a trigger. */
  words: ColumnType<string, never, never>;
}

/** A contribution with one of its revisions, as the views give it. */
type ViewRow = Omit<ContributionRow, 'created_at'> & Omit<RevisionRow, 'contribution'>;

/** The tables and views of contributions, as Kysely sees them. */
export interface ContributionTables {
  contribution: ContributionRow;
  contribution_revision: RevisionRow;
  /** Each with its newest revision. */
  newest_contribution: ViewRow;
  /** Those that are shown, with the revision that is. */
  shown_contribution: ViewRow;
  file: {
    sha256: string;
    type: string;
    bytes: number;
    width: number | null;
    height: number | null;
    kept_at: Generated<Date>;
  };
  contribution_file: {
    contribution: number;
    revision: number;
    position: number;
    sha256: string;
    name: string;
    alternative: string;
  };
  practice_revision: {
    contribution: number;
    revision: number;
    direction: ProblemDirection;
    done_by: string;
    part: string;
    /** `2024-03-01`. */
    began_on: string;
    ended_on: string | null;
    cost: string;
    /** JSON: links, each with its title. */
    links: string;
  };
  adoption_revision: {
    contribution: number;
    revision: number;
    practice: number;
    /** `2025-01-01`. */
    began_on: string;
    ended_on: string | null;
  };
  document_revision: {
    contribution: number;
    revision: number;
    kind: DocumentKind;
    first_year: number;
    last_year: number;
  };
  file_text: {
    sha256: string;
    text: string;
    extent: TextExtent;
  };
  quality_mark: {
    contribution: number;
    sha256: string;
    is_complete: boolean;
    names_sources: boolean;
    is_recent: boolean;
    checked_by: string;
    marked_by: string | null;
    marked_at: Generated<Date>;
  };
}
