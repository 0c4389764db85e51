import { catalog } from '../state/catalog.ts';
import { translate } from '../state/screen/reading-words.ts';

/** Rows of one field of the tree of subjects. */
export interface ThemeGroup<Row> {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly Row[];
}

/** Rows about indicators by the field that these belong to, in the order in which fields first come. */
export function groupByTheme<Row extends { readonly indicator: { readonly theme: string } }>(
  rows: readonly Row[],
): ThemeGroup<Row>[] {
  const names = new Map(catalog.data.value?.themes.map(({ key, name }) => [key, translate(name)]));
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row.indicator.theme.split('.')[0] ?? '';
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, own]) => ({ key, name: names.get(key) ?? key, rows: own }));
}
