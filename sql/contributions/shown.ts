import { type RawBuilder, sql } from 'kysely';
import type { ContributionKind, CountedAreas } from '../../geodata/contribution/contribution.ts';
import type { DocumentKind } from '../../geodata/contribution/document.ts';
import type { Database } from '../database.ts';
import type { Reader } from '../reader.ts';
import { isVisibleContribution, visibleYears } from '../visible-to-reader.ts';
import {
  type Contribution,
  type ContributionFile,
  type ContributionSummary,
  filesOfRow,
  summaryOf,
  wholeOf,
} from './contribution.ts';
import { fileTextOf, isDocumentOfKind } from './documents.ts';
import { isAdoptionOf } from './practices.ts';

export interface ContributionFilter {
  readonly kind?: ContributionKind | undefined;
  /** Number of a practice that it tells of doing too. */
  readonly practice?: number | undefined;
  /** What a document is. */
  readonly document?: DocumentKind | undefined;
  /** Codes of areas, one of which it is about. */
  readonly areas?: readonly string[] | undefined;
  /** Addresses, one of which it is about. */
  readonly indicators?: readonly string[] | undefined;
  /** GM-code: that of its own area or editors; with those of the whole region where `ofRegion`. */
  readonly municipality?: string | undefined;
  readonly ofRegion?: boolean;
  readonly limit: number;
}

/** Contributions that are shown to the reader: pinned ones first, then the latest published. */
export async function listContributions(
  db: Database,
  reader: Reader,
  filter: ContributionFilter,
): Promise<ContributionSummary[]> {
  const { rows } = await sql<ContributionSummary>`
    select ${summaryOf(reader)} ${listedTo(reader, filter)}`.execute(db);
  return rows;
}

/** The same with their texts, as they are read. */
export async function readContributions(
  db: Database,
  reader: Reader,
  filter: ContributionFilter,
): Promise<Contribution[]> {
  const { rows } = await sql<Contribution>`
    select ${summaryOf(reader)}, ${wholeOf} ${listedTo(reader, filter)}`.execute(db);
  return rows;
}

/** Everything of a query for a list that follows its columns. */
function listedTo(
  reader: Reader,
  { kind, document, practice, areas, indicators, municipality, ofRegion = false, limit }: ContributionFilter,
): RawBuilder<unknown> {
  return sql`from shown_contribution as shown
    where ${isVisibleContribution(reader)}
      and (${kind ?? null}::text is null or shown.kind = ${kind ?? null})
      and ${isAdoptionOf(practice)}
      and ${isDocumentOfKind(document)}
      and (${areas ?? null}::text[] is null or shown.area = any(${areas ?? null}::text[]))
      and (${indicators ?? null}::text[] is null or shown.indicator = any(${indicators ?? null}::text[]))
      and (${municipality ?? null}::text is null or shown.municipality = ${municipality ?? null}
        or (${ofRegion} and shown.municipality is null))
    order by shown.is_pinned desc, shown.published_at desc, shown.id desc limit ${limit}`;
}

/** One that is shown to the reader; null where there is none. */
export async function findContribution(
  db: Database,
  reader: Reader,
  id: number,
): Promise<Contribution | null> {
  const { rows } = await sql<Contribution>`
    select ${summaryOf(reader)}, ${wholeOf} from shown_contribution as shown
    where shown.id = ${id} and ${isVisibleContribution(reader)}
  `.execute(db);
  return rows[0] ?? null;
}

/** An area that has stories, and where its name stands: longitude, latitude. */
export interface StoryCount {
  readonly area: string;
  readonly count: number;
  readonly position: [number, number] | null;
}

/** How many stories are shown to the reader of an indicator in each area of a level that has any, by code. */
export async function countStories(
  db: Database,
  reader: Reader,
  { indicator, level }: CountedAreas,
): Promise<StoryCount[]> {
  const { rows } = await sql<StoryCount>`
    with counted as (
      select area, count(*) as count from shown_contribution as shown
      where shown.kind = 'story' and shown.indicator = ${indicator} and shown.level = ${level}
        and ${isVisibleContribution(reader)}
      group by area
    )
    select counted.area, counted.count, (
      select json_build_array(st_x(label), st_y(label)) from area
      where code = counted.area and label is not null and boundary_year = any(${visibleYears(reader)})
      order by boundary_year desc limit 1
    ) as position
    from counted order by counted.area
  `.execute(db);
  return rows;
}

/** A hit of the search. */
export interface ContributionHit extends ContributionSummary {
  /** A piece of the text in which what was found stands between the signs U+E000 and U+E001. */
  readonly excerpt: string;
}

/** What is searched for, and among what. */
export interface ContributionQuestion {
  readonly text: string;
  readonly kind?: ContributionKind | undefined;
  readonly document?: DocumentKind | undefined;
  /** GM-code: that of its own area or editors, with those of the whole region. */
  readonly municipality?: string | undefined;
  readonly limit: number;
}

/**
 * Contributions with the words that were asked for, the best first: in every form of a word, with or without accents.
 * Quotation marks keep words together and a minus leaves one out.
 */
export async function searchContributions(
  db: Database,
  reader: Reader,
  { text, kind, document, municipality, limit }: ContributionQuestion,
): Promise<ContributionHit[]> {
  const { rows } = await sql<ContributionHit>`
    with asked as materialized (select unaccent(${text}) as words), best as materialized (
      select shown.id, ts_rank_cd(shown.words, ${questionOf('shown.lang')}) as rank from shown_contribution as shown
      where shown.words @@ ${questionOf('shown.lang')} and ${isVisibleContribution(reader)}
        and (${kind ?? null}::text is null or shown.kind = ${kind ?? null}) and ${isDocumentOfKind(document)}
        and (${municipality ?? null}::text is null or shown.municipality = ${municipality ?? null}
          or shown.municipality is null)
      order by rank desc, shown.published_at desc, shown.id desc limit ${limit}
    )
    select ${summaryOf(reader)},
      ts_headline(words_configuration(shown.lang), unaccent(shown.title || '. ' || shown.body || coalesce(${fileTextOf}, '')), ${questionOf('shown.lang')},
        ${`StartSel=\uE000, StopSel=\uE001, MaxWords=30, MinWords=12, MaxFragments=1`}) as excerpt
    from best join shown_contribution as shown on shown.id = best.id
    order by best.rank desc, shown.published_at desc, shown.id desc
  `.execute(db);
  return rows;
}

/**
 * What is asked in a language: each stem, or what begins with it where it is long enough, as stemming takes more off some
 * words than off their own forms (`fiets` becomes `fiet`, `fietsen` becomes `fiets`); or the words as they stand.
 */
function questionOf(lang: string) {
  return sql`(regexp_replace(
      websearch_to_tsquery(words_configuration(${sql.ref(lang)}), (select words from asked))::text,
      '''([^'']{4,})''', '''\\1'':*', 'g')::tsquery
    || websearch_to_tsquery('simple', (select words from asked)))`;
}

/** A file of a contribution that is shown to the reader; null where there is none. */
export async function findShownFile(
  db: Database,
  reader: Reader,
  id: number,
  sha256: string,
): Promise<ContributionFile | null> {
  const { rows } = await sql<ContributionFile>`
    select kept.* from shown_contribution as shown cross join lateral (${filesOfRow}) as kept
    where shown.id = ${id} and kept.sha256 = ${sha256} and ${isVisibleContribution(reader)} limit 1
  `.execute(db);
  return rows[0] ?? null;
}
