import { type RawBuilder, sql } from 'kysely';
import { inhabitantsKey } from '../geodata/inhabitants.ts';
import type { Level } from '../geodata/level.ts';
import type { NamedAccount } from '../geodata/policy/cycle.ts';
import type { PresentationReader } from './presentations/reader.ts';
import { isAdministrator, isPublic, publicReader, type Reader } from './reader.ts';

// The conditions compare with arrays that are made once a query, so that they do not change how it is planned.

/** Whether the reader may see a row that keeps its `visibility`, and its `municipality`, by its name in the query. */
function isShown({ rights, municipalities }: Reader, row: string): RawBuilder<boolean> {
  const visibility = sql.ref(`${row}.visibility`);
  const isOfRights = sql<boolean>`${visibility} = any(${rights}::visibility[])`;
  if (municipalities.length === 0) return isOfRights;
  return sql`(${isOfRights} or (${sql.ref(`${row}.municipality`)} = any(${municipalities}::text[])
    and ${visibility} <> 'administrator'))`;
}

const publishedReleases = sql<number[]>`array(select id from release where state = 'published')`;

/** Boundary years that the reader may see, as an SQL array. */
export function visibleYears({ rights }: Reader): RawBuilder<number[]> {
  return sql`array(select year from boundary_year where release = any(${publishedReleases})
    and boundary_year.visibility = any(${rights}::visibility[]))`;
}

/** Whether the reader may see the row of `observation` or `figure_group` that stands in the query as `figure`. */
export function isVisibleFigure(reader: Reader): RawBuilder<boolean> {
  return sql`${isShown(reader, 'figure')} and figure.release = any(${publishedReleases})`;
}

/** Addresses of the indicators and items that the reader may see a figure of, as an SQL array. */
export function visibleAddresses(reader: Reader): RawBuilder<string[]> {
  return sql`array(select distinct figure.indicator from figure_group as figure where ${isVisibleFigure(reader)})`;
}

/**
 * Keys of the indicators that the reader may see a figure of, of the whole or of an item, as an SQL array. For an
 * administrator those too that nothing is published of.
 */
export function visibleIndicators(reader: Reader): RawBuilder<string[]> {
  if (isAdministrator(reader))
    return sql`array(select key from indicator where item_of is null and cardinality(${publishedReleases}) > 0)`;
  return sql`array(select distinct split_part(figure.indicator, '/', 1) from figure_group as figure
    where ${isVisibleFigure(reader)})`;
}

/** Whether the reader may see the row of `target` that stands in the query as `target`. */
export function isVisibleTarget(reader: Reader): RawBuilder<boolean> {
  return sql`${isShown(reader, 'target')} and target.release = any(${publishedReleases})
    and target.indicator = any(${visibleAddresses(reader)})`;
}

/** What the demonstration made up is there while the demonstration is what is shown. `row`: its name in the query. */
function isOfShownRegion(row: string): RawBuilder<boolean> {
  return sql`(not ${sql.ref(`${row}.is_demonstration`)} or exists (select from region where demonstration))`;
}

/** Whether the reader may see the row of `policy_cycle` that stands in the query as `cycle`. */
export function isVisibleCycle(reader: Reader): RawBuilder<boolean> {
  return sql`${isShown(reader, 'cycle')} and ${isOfShownRegion('cycle')}`;
}

/** Whether the reader may see the row of `shared_list` that stands in the query as `list`: not where he may not see its figure. */
export function isVisibleList(reader: Reader): RawBuilder<boolean> {
  return sql`list.visibility = any(${reader.rights}::visibility[]) and ${isOfShownRegion('list')}
    and list.indicator = any(${visibleAddresses(reader)})`;
}

/**
 * Whether somebody may see the row of `presentation` in the query: the owner, his organisation where it is shared with that,
 * and whoever has the rights that it is shared with.
 */
export function isVisiblePresentation({
  reader,
  person,
  organisations,
}: PresentationReader): RawBuilder<boolean> {
  return sql`(coalesce(presentation.owner = ${person}::text, false)
    or presentation.shared_with = any(${[...reader.rights]}::text[])
    or (presentation.shared_with = 'organisation' and presentation.organisation = any(${[...organisations]}::text[])))`;
}

/**
 * Number and name of the account whose number stands in a column of the query, as JSON, for partners and whoever may see
 * more; null for others, and where somebody may not sign in any more.
 */
export function namedAccount({ rights }: Reader, column: string): RawBuilder<NamedAccount | null> {
  if (!rights.includes('partner')) return sql`null::jsonb`;
  return sql`(select jsonb_build_object('id', id, 'name', name) from accounts.person where person.id = ${sql.ref(column)} and ended_at is null)`;
}

/**
 * Numbers of the releases that the reader may see anything of, as an SQL array. Not by what was computed, which bears the
 * number of a release that it need not be made of.
 */
export function visibleReleases(reader: Reader): RawBuilder<number[]> {
  return sql`array(
    select figure.release from figure_group as figure where not figure.is_computed and ${isVisibleFigure(reader)}
    union select release from boundary_year where year = any(${visibleYears(reader)})
    union select target.release from target where ${isVisibleTarget(reader)})`;
}

/** Whether the release that stands in the query as `release` holds something that the reader may not see. */
export function isPartOfRelease(reader: Reader): RawBuilder<boolean> {
  return sql`(exists (select from figure_group as figure where figure.release = release.id and not figure.is_computed
      and not ${isVisibleFigure(reader)})
    or exists (select from boundary_year where boundary_year.release = release.id and year <> all(${visibleYears(reader)}))
    or exists (select from target where target.release = release.id and not ${isVisibleTarget(reader)}))`;
}

/** What there is of figures that the row named `shown` is written about, whoever may see them: a row for each kind of reader. */
const writtenAbout = sql`find_figure_classes(shown.indicator, shown.level, shown.area, shown.period)`;

/** Whether there is a figure of what is written in the row named `shown`, whoever may see it; true where none is meant. */
export const hasWrittenFigure = sql<boolean>`(shown.indicator is null or exists (select from ${writtenAbout}))`;

/**
 * Whether the reader may see the row of `shown_contribution` or `newest_contribution` that stands in the query as `shown`:
 * what is for him, of an area that he knows and a figure that he may see. Of a figure that is gone, those who could see it
 * last. Who does the same as a practice is told to who may see that practice, while it is shown.
 */
export function isVisibleContribution(reader: Reader): RawBuilder<boolean> {
  return sql`(${isVisibleByItself(reader)} and not exists (select from adoption_revision as adopted
    where (adopted.contribution, adopted.revision) = (shown.id, shown.number) and not exists (
      select from shown_contribution as shown where shown.id = adopted.practice and ${isVisibleByItself(reader)})))`;
}

/** The same of a row whose practice, where it tells of doing one too, the reader may see as is known already. */
export function isVisibleByItself(reader: Reader): RawBuilder<boolean> {
  const { rights, municipalities } = reader;
  return sql`(${isShown(reader, 'shown')}
    and (shown.area is null
      or exists (select from area where area.code = shown.area and boundary_year = any(${visibleYears(reader)})))
    and (shown.indicator is null or (select coalesce(bool_or(${isShown(reader, 'figure')} is true),
        shown.figure_visibility = any(${rights}::visibility[]) or (shown.figure_visibility <> 'administrator'
          and shown.figure_municipality = any(${municipalities}::text[])))
      from ${writtenAbout} as figure)))`;
}

/** The number of a contribution that stands in a column of the query, where the reader may see it; null else. */
export function shownContribution(reader: Reader, column: string): RawBuilder<number | null> {
  return sql`(select shown.id from shown_contribution as shown
    where shown.id = ${sql.ref(column)} and ${isVisibleContribution(reader)})`;
}

/**
 * The classes of figures that the reader may see of an indicator at a level, as text: what is made of figures is kept
 * under it. Null where he may see none. `indicator` and `level` are SQL.
 */
export function shownClasses(
  reader: Reader,
  indicator: RawBuilder<unknown>,
  level: RawBuilder<unknown>,
): RawBuilder<string | null> {
  return sql`(select ${joinClasses(reader)} from figure_group as figure
    where figure.indicator = ${indicator} and figure.level = ${level})`;
}

/** `shownClasses` of the rows of `figure_group` that stand in the query as `figure`. */
function joinClasses(reader: Reader): RawBuilder<string | null> {
  const classes = sql<string | null>`string_agg(distinct ${classOfFigure}, ' ' order by ${classOfFigure})
    filter (where ${isVisibleFigure(reader)})`;
  if (isPublic(reader)) return classes;
  return sql`${classes} || coalesce((select string_agg(' ' || year, '' order by year) from boundary_year
    where boundary_year.visibility <> 'public' and year = any(${visibleYears(reader)})), '')`;
}

/**
 * One row, whether anything is there or not, so that what is closed takes as long as what nobody has: the classes of
 * figures of an indicator at a level that the reader may see (`shown`) and that everybody may (`open`), as text.
 */
export function classesSeen(
  reader: Reader,
  indicator: string,
  level: Level,
): RawBuilder<{ shown: string | null; open: string | null }> {
  return sql`(select ${joinClasses(reader)} as shown, ${joinClasses(publicReader)} as open
    from figure_group as figure where figure.indicator = ${indicator} and figure.level = ${level})`;
}

/**
 * What the reader may see of what lineage is told of, as text: the boundary years, and the classes of the inhabitants that
 * shares of people are computed from. What is made of them is kept under it.
 */
export function shownLineage(reader: Reader): RawBuilder<string> {
  return sql`concat_ws(' ',
    (select string_agg(year::text, ' ' order by year) from unnest(${visibleYears(reader)}) as year),
    (select string_agg(distinct ${classOfFigure}, ' ' order by ${classOfFigure}) from figure_group as figure
      where figure.indicator = ${inhabitantsKey} and ${isVisibleFigure(reader)}))`;
}

/** Whether the row of `value_column` is the one that was made for what the reader may see of its indicator and level. */
export function isShownColumn(reader: Reader): RawBuilder<boolean> {
  const [indicator, level] = [sql.ref('value_column.indicator'), sql.ref('value_column.level')];
  return sql`value_column.shown @> array[${shownClasses(reader, indicator, level)}]`;
}

/** A visibility, with the municipality where it has one: what any reader may either see all of, or none. */
export const classOfFigure = sql`concat_ws(':', figure.visibility, nullif(figure.municipality, ''))`;

/** Whether the row of `value_column` is another one than everybody sees. */
export const isClosedColumn = sql<boolean>`not coalesce(${isShownColumn(publicReader)}, false)`;
