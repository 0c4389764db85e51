import { sql } from 'kysely';
import type { Indicator } from '../../geodata/indicator.ts';
import type { Text } from '../../geodata/text.ts';
import type { Database } from '../database.ts';

export interface SourceInput {
  readonly key: string;
  readonly title: string;
  readonly url: string | null;
  readonly licence: { readonly name: string; readonly title: string; readonly url: string | null } | null;
}

/** Adds the sources, or renews those that are there under the same key. */
export async function upsertSources(db: Database, sources: readonly SourceInput[]): Promise<void> {
  if (sources.length === 0) return;
  await db
    .insertInto('source')
    .values(
      sources.map(({ key, title, url, licence }) => ({
        key,
        title,
        url,
        licence_name: licence?.name ?? null,
        licence_title: licence?.title ?? null,
        licence_url: licence?.url ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({
        title: ref('excluded.title'),
        url: ref('excluded.url'),
        licence_name: ref('excluded.licence_name'),
        licence_title: ref('excluded.licence_title'),
        licence_url: ref('excluded.licence_url'),
      })),
    )
    .execute();
}

export interface ThemeInput {
  readonly key: string;
  readonly parent: string | null;
  readonly name: Text;
}

/** Adds the themes, or renews them; they are shown in the order given here. */
export async function upsertThemes(db: Database, themes: readonly ThemeInput[]): Promise<void> {
  if (themes.length === 0) return;
  await db
    .insertInto('theme')
    .values(
      themes.map(({ key, parent, name }, position) => ({
        key,
        parent,
        name_nl: name.nl,
        name_en: name.en,
        position,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({
        parent: ref('excluded.parent'),
        name_nl: ref('excluded.name_nl'),
        name_en: ref('excluded.name_en'),
        position: ref('excluded.position'),
      })),
    )
    .execute();
}

/** Adds the indicators, or renews them, in the order given, behind those of other packages. */
export async function upsertIndicators(db: Database, indicators: readonly Indicator[]): Promise<void> {
  if (indicators.length === 0) return;
  const first = await firstFreePosition(db, indicators);
  await db
    .insertInto('indicator')
    .values(
      indicators.map((indicator, index) => ({
        key: indicator.key,
        theme: indicator.theme,
        name_nl: indicator.name.nl,
        name_en: indicator.name.en,
        unit: indicator.unit,
        kind: indicator.kind,
        decimals: indicator.decimals,
        polarity: indicator.polarity,
        aggregate: JSON.stringify(indicator.aggregate),
        derive: indicator.derive && JSON.stringify(indicator.derive),
        smallest_denominator: indicator.smallestDenominator,
        // An SQL null says nothing, a JSON null takes a rule away.
        disclosure: indicator.disclosure === undefined ? null : JSON.stringify(indicator.disclosure),
        position: first + index,
        dimension: indicator.dimension,
        survey: indicator.survey,
        breaks: JSON.stringify(indicator.breaks),
      })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({
        theme: ref('excluded.theme'),
        name_nl: ref('excluded.name_nl'),
        name_en: ref('excluded.name_en'),
        unit: ref('excluded.unit'),
        kind: ref('excluded.kind'),
        decimals: ref('excluded.decimals'),
        polarity: ref('excluded.polarity'),
        aggregate: sql<string>`excluded.aggregate`,
        derive: sql<string | null>`excluded.derive`,
        smallest_denominator: ref('excluded.smallest_denominator'),
        disclosure: sql<string | null>`coalesce(excluded.disclosure, indicator.disclosure)`,
        position: ref('excluded.position'),
        // A package that has figures of the whole alone leaves what others told of its parts.
        dimension: sql<string | null>`coalesce(excluded.dimension, indicator.dimension)`,
        survey: sql<string | null>`coalesce(excluded.survey, indicator.survey)`,
        breaks: sql<string>`case when excluded.breaks = '[]' then indicator.breaks else excluded.breaks end`,
      })),
    )
    .execute();
}

async function firstFreePosition(db: Database, indicators: readonly Indicator[]): Promise<number> {
  const { last } = await db
    .selectFrom('indicator')
    .select(({ fn }) => fn.max('position').as('last'))
    .where(
      'key',
      'not in',
      indicators.map(({ key }) => key),
    )
    .executeTakeFirstOrThrow();
  return last === null ? 0 : last + 1;
}
