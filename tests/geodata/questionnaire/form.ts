import { plainSheet, type SheetFile } from '../../../geodata/sources/table/sheet.ts';

export type Rows = readonly (readonly (string | number)[])[];

const surveyHead = [
  'type',
  'name',
  'label::Nederlands (nl)',
  'label::English (en)',
  'hint::Nederlands (nl)',
  'required',
  'relevant',
  'constraint',
  'parameters',
  'appearance',
];

/** `#vraag` as XLSForm names a question. */
export function expand(text: string): string {
  return text.replaceAll(/#([\w-]+)/g, (_, name) => `$\{${name}}`);
}

/** A row of the sheet "survey": type, name, Dutch label, and what else it has. */
export function ask(
  type: string,
  name = '',
  label = '',
  more: Partial<
    Record<'en' | 'hint' | 'required' | 'relevant' | 'constraint' | 'parameters' | 'appearance', string>
  > = {},
): string[] {
  const {
    en = '',
    hint = '',
    required = '',
    relevant = '',
    constraint = '',
    parameters = '',
    appearance = '',
  } = more;
  return [type, name, label, en, hint, required, expand(relevant), constraint, parameters, appearance];
}

export const choiceRows: Rows = [
  ['list_name', 'name', 'label::Nederlands (nl)', 'label::English (en)'],
  ['janee', '01', 'Ja', 'Yes'],
  ['janee', '02', 'Nee', 'No'],
  ['eens', 1, 'Eens', 'Agree'],
  ['eens', 2, 'Oneens', 'Disagree'],
];

/** A form of these questions. */
export function makeForm(
  questions: Rows,
  {
    head = surveyHead,
    choices = choiceRows,
    settings = [
      ['form_title', 'form_id'],
      ['Mijn buurt', 'mijn_buurt'],
    ],
  }: { head?: readonly string[]; choices?: Rows; settings?: Rows } = {},
): SheetFile {
  return {
    file: 'formulier.xlsx',
    sheets: [
      plainSheet('survey', [head, ...questions]),
      plainSheet('choices', choices),
      plainSheet('settings', settings),
    ],
    hiddenSheets: [],
    delimiter: null,
    notes: [],
  };
}
