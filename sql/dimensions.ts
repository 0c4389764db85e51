import { sql } from 'kysely';
import type { Category, Dimension } from '../geodata/dimension.ts';
import type { Survey } from '../geodata/survey.ts';
import type { Database } from './database.ts';
import { isAdministrator, type Reader } from './reader.ts';
import { isVisibleFigure, visibleAddresses, visibleIndicators } from './visible-to-reader.ts';

/**
 * The dimensions of the indicators that the reader may see, each with the categories that he may see figures of and the
 * groups that these lie in; for an administrator with all.
 */
export async function listDimensions(db: Database, reader: Reader): Promise<Dimension[]> {
  const shown = isAdministrator(reader)
    ? sql`select dimension, key from category`
    : sql`select category.dimension, category.key from category
        join indicator as whole on whole.dimension = category.dimension
        join indicator as item on item.item_of = whole.key and item.category = category.key
        where item.key = any(${visibleAddresses(reader)})`;
  const { rows } = await sql<Omit<Dimension, 'categories'> & { categories: Category[] }>`
    with recursive shown as (
      ${shown}
      union
      select category.dimension, category.parent from category join shown using (dimension, key)
      where category.parent is not null
    )
    select dimension.key, jsonb_build_object('nl', dimension.name_nl, 'en', dimension.name_en) as name, total,
      coalesce(jsonb_agg(jsonb_build_object('key', category.key, 'parent', parent,
        'name', jsonb_build_object('nl', category.name_nl, 'en', category.name_en)) order by position)
        filter (where category.key is not null), '[]') as categories
    from dimension left join category on category.dimension = dimension.key
      and (category.dimension, category.key) in (select dimension, key from shown)
    where dimension.key in (select dimension from indicator where key = any(${visibleIndicators(reader)}))
    group by dimension.key order by dimension.key
  `.execute(db);
  return rows;
}

/**
 * The surveys of the indicators that the reader may see, each with the rounds of periods that he may see figures of; for an
 * administrator with all.
 */
export async function listSurveys(db: Database, reader: Reader): Promise<Survey[]> {
  const periods = sql<string[]>`array(select distinct figure.period from figure_group as figure
    join indicator on indicator.key = split_part(figure.indicator, '/', 1)
    where indicator.survey = survey.key and ${isVisibleFigure(reader)})`;
  const rows = await db
    .selectFrom('survey')
    .selectAll('survey')
    .select(periods.as('periods'))
    .where(
      sql<boolean>`key in (select survey from indicator where indicator.key = any(${visibleIndicators(reader)}))`,
    )
    .orderBy('key')
    .execute();
  return rows.map(({ key, name_nl, name_en, rounds, periods: seen }) => ({
    key,
    name: { nl: name_nl, en: name_en },
    rounds: isAdministrator(reader) ? rounds : rounds.filter(({ period }) => seen.includes(period)),
  }));
}
