import { sql } from 'kysely';
import type { Category, Dimension } from '../geodata/dimension.ts';
import type { Survey } from '../geodata/survey.ts';
import type { Database } from './database.ts';
import { type Reader, visibleIndicators } from './reader.ts';

/** The dimensions of the indicators that the reader may see, each with all of its categories. */
export async function listDimensions(db: Database, reader: Reader): Promise<Dimension[]> {
  const { rows } = await sql<Omit<Dimension, 'categories'> & { categories: Category[] }>`
    select dimension.key, jsonb_build_object('nl', dimension.name_nl, 'en', dimension.name_en) as name, total,
      coalesce(jsonb_agg(jsonb_build_object('key', category.key, 'parent', parent,
        'name', jsonb_build_object('nl', category.name_nl, 'en', category.name_en)) order by position)
        filter (where category.key is not null), '[]') as categories
    from dimension left join category on category.dimension = dimension.key
    where dimension.key in (select dimension from indicator where key = any(${visibleIndicators(reader)}))
    group by dimension.key order by dimension.key
  `.execute(db);
  return rows;
}

/** The surveys of the indicators that the reader may see, each with all of its rounds. */
export async function listSurveys(db: Database, reader: Reader): Promise<Survey[]> {
  const rows = await db
    .selectFrom('survey')
    .selectAll()
    .where(
      sql<boolean>`key in (select survey from indicator where indicator.key = any(${visibleIndicators(reader)}))`,
    )
    .orderBy('key')
    .execute();
  return rows.map(({ key, name_nl, name_en, rounds }) => ({
    key,
    name: { nl: name_nl, en: name_en },
    rounds,
  }));
}
