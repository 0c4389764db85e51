import { InputError } from '../../problem.ts';
import type { Wording } from '../questionnaire.ts';
import type { XlsformRow } from './rows.ts';

const named: Readonly<Record<string, string>> = {
  nederlands: 'nl',
  dutch: 'nl',
  english: 'en',
  engels: 'en',
  türkçe: 'tr',
  turkish: 'tr',
  turks: 'tr',
  deutsch: 'de',
  german: 'de',
  duits: 'de',
  arabic: 'ar',
  arabisch: 'ar',
  العربية: 'ar',
};

/** Columns of texts: `label`, `hint`, each perhaps `::Nederlands (nl)`. */
const textColumn = /^(label|hint)(?:::(.+))?$/;

/** What the columns of texts are, by language: `label` and `hint` with the names of their columns. */
export type TextColumns = ReadonlyMap<string, { readonly label?: string; readonly hint?: string }>;

/**
 * The languages of a form by its columns; a plain `label` is in the form's default language, or else Dutch. Throws
 * InputError where a language is not known, or Dutch is not among them.
 */
export function readLanguages(
  columns: readonly string[],
  usual: string | undefined,
  file: string,
): TextColumns {
  const found = new Map<string, { label?: string; hint?: string }>();
  for (const column of columns) {
    const [, kind, language] = textColumn.exec(column) ?? [];
    if (kind !== 'label' && kind !== 'hint') continue;
    const tag = language === undefined ? readTag(usual ?? 'nederlands', file) : readTag(language, file);
    found.set(tag, { ...found.get(tag), [kind]: column });
  }
  if (found.get('nl')?.label === undefined)
    throw new InputError({
      file,
      place: 'sheet "survey"',
      message: 'there is no column with the Dutch labels',
      remedy: 'add a column "label::Nederlands (nl)"',
    });
  return found;
}

function readTag(language: string, file: string): string {
  const [, inBrackets] = /\(([a-z]{2,3})\)\s*$/.exec(language.toLowerCase()) ?? [];
  const plain = language.trim().toLowerCase();
  const tag = inBrackets ?? named[plain] ?? (/^[a-z]{2,3}$/.test(plain) ? plain : undefined);
  if (tag !== undefined) return tag;
  throw new InputError({
    file,
    message: `the language "${language}" has no tag`,
    remedy: 'write it behind the name, as in "label::Türkçe (tr)"',
  });
}

/** A text of a row in every language that it is written in; Dutch is there, empty where it is not. */
export function readWords(row: XlsformRow, columns: TextColumns, kind: 'label' | 'hint'): Wording {
  const words = [...columns].flatMap(([tag, own]) => {
    const column = own[kind];
    const text = column === undefined ? undefined : row.cells.get(column);
    return text === undefined ? [] : [[tag, text] as const];
  });
  return { nl: '', ...Object.fromEntries(words) };
}
