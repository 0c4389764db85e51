import type { SheetFile } from '../../sources/table/sheet.ts';
import type { Option } from '../questionnaire.ts';
import { readLanguages, readWords } from './languages.ts';
import { listColumns, listRows, rowError } from './rows.ts';

/** The lists of the sheet "choices", by name. */
export interface Choices {
  readonly lists: ReadonlyMap<string, readonly Option[]>;
  readonly languages: readonly string[];
}

/** Reads the options of a form. Throws InputError. */
export function readChoices(form: SheetFile, usual: string | undefined): Choices {
  const sheet = form.sheets.find(({ name }) => name.trim().toLowerCase() === 'choices');
  if (!sheet) return { lists: new Map(), languages: [] };
  const columns = readLanguages(listColumns(sheet), usual, form.file);
  const lists = new Map<string, Option[]>();
  for (const row of listRows(form, 'choices')) {
    const list = row.cells.get('list_name') ?? row.cells.get('list name');
    const key = row.cells.get('name');
    if (list === undefined || key === undefined)
      throw rowError(
        row,
        'the option has no list or no name',
        'fill "list_name" and "name", or empty the row',
      );
    requireKey(row, key);
    const options = lists.get(list) ?? [];
    if (options.some((option) => option.key === key))
      throw rowError(
        row,
        `the list "${list}" has "${key}" twice`,
        'give one of the two another name, or remove it',
      );
    lists.set(list, [...options, { key, text: readWords(row, columns, 'label'), isMissing: false }]);
  }
  return { lists, languages: [...columns.keys()] };
}

/** Refuses a name that answers cannot be kept under. Throws InputError. */
export function requireKey(row: Parameters<typeof rowError>[0], key: string): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(key))
    throw rowError(
      row,
      `"${key.slice(0, 80)}" cannot be a name`,
      'use letters without accents, digits, hyphens and underscores, at most 64, the first a letter or a digit',
    );
  if (key in Object.prototype)
    throw rowError(
      row,
      `"${key}" is a name that JavaScript has for itself`,
      `choose another one, such as "${key}-1"`,
    );
}
