import { sql } from 'kysely';
import type { Dimension } from '../../geodata/dimension.ts';
import type { Survey } from '../../geodata/survey.ts';
import type { Database } from '../database.ts';

/** Adds the dimensions with their categories, or renews them. Categories that are no longer named stay. */
export async function upsertDimensions(db: Database, dimensions: readonly Dimension[]): Promise<void> {
  for (const { key, name, total, categories } of dimensions) {
    await db
      .insertInto('dimension')
      .values({ key, name_nl: name.nl, name_en: name.en, total })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet(({ ref }) => ({
          name_nl: ref('excluded.name_nl'),
          name_en: ref('excluded.name_en'),
          total: ref('excluded.total'),
        })),
      )
      .execute();
    const rows = categories.map((category, position) => ({ ...category, position }));
    await sql`
      insert into category (dimension, key, parent, name_nl, name_en, position)
      select ${key}, key, parent, name ->> 'nl', name ->> 'en', position
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as given (key text, parent text, name jsonb, position integer)
      on conflict (dimension, key) do update set parent = excluded.parent, name_nl = excluded.name_nl,
        name_en = excluded.name_en, position = excluded.position
    `.execute(db);
  }
}

/** Adds the surveys, or renews them with all of their rounds. */
export async function upsertSurveys(db: Database, surveys: readonly Survey[]): Promise<void> {
  if (surveys.length === 0) return;
  await db
    .insertInto('survey')
    .values(
      surveys.map(({ key, name, rounds }) => ({
        key,
        name_nl: name.nl,
        name_en: name.en,
        rounds: JSON.stringify(rounds),
      })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({
        name_nl: ref('excluded.name_nl'),
        name_en: ref('excluded.name_en'),
        rounds: sql<string>`excluded.rounds`,
      })),
    )
    .execute();
}

/**
 * Makes every category of every indicator that has a dimension an indicator of its own, for figures and columns to hang
 * from. To be called once indicators and dimensions are written.
 */
export async function upsertItems(db: Database): Promise<void> {
  await sql`
    insert into indicator as item (key, theme, name_nl, name_en, unit, kind, decimals, polarity, aggregate, position,
      item_of, category)
    select whole.key || '/' || category.key, theme, whole.name_nl || ': ' || category.name_nl,
      whole.name_en || ': ' || category.name_en, unit, kind, decimals, polarity, aggregate, whole.position,
      whole.key, category.key
    from indicator as whole join category on category.dimension = whole.dimension
    on conflict (key) do update set theme = excluded.theme, name_nl = excluded.name_nl, name_en = excluded.name_en,
      unit = excluded.unit, kind = excluded.kind, decimals = excluded.decimals, polarity = excluded.polarity,
      aggregate = excluded.aggregate, position = excluded.position
    where (item.theme, item.name_nl, item.name_en, item.unit, item.kind, item.decimals, item.polarity, item.aggregate,
      item.position) is distinct from (excluded.theme, excluded.name_nl, excluded.name_en, excluded.unit,
      excluded.kind, excluded.decimals, excluded.polarity, excluded.aggregate, excluded.position)
  `.execute(db);
}
