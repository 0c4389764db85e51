import { InputError } from '../problem.ts';
import { type SheetFile, toKey } from '../sources/table/sheet.ts';
import type { Questionnaire } from './questionnaire.ts';
import { readQuestionnaire } from './reading.ts';
import { type BlockDraft, readBlocks } from './xlsform/blocks.ts';
import { readChoices } from './xlsform/choices.ts';
import { readLanguages } from './xlsform/languages.ts';
import { listColumns, listRows } from './xlsform/rows.ts';

/** A questionnaire as a form describes it, and what of the form it does not have. */
export interface ImportedForm {
  readonly questionnaire: Questionnaire;
  /** In English, a sentence each. */
  readonly notes: readonly string[];
}

const readColumns = {
  survey: ['type', 'name', 'required', 'relevant', 'constraint', 'parameters', 'appearance'],
  choices: ['list_name', 'list name', 'name'],
  settings: ['form_title', 'form_id', 'default_language'],
};

/**
 * Reads a form in XLSForm (https://xlsform.org: the sheets survey, choices and settings) as a first version of a
 * questionnaire without indicators. What it cannot be asked with is refused; what makes no difference to the answers, such
 * as a device's number, is left out and told. Throws InputError with sheet and row.
 */
export function readXlsform(form: SheetFile): ImportedForm {
  const { file, sheets } = form;
  const survey = sheets.find(({ name }) => name.trim().toLowerCase() === 'survey');
  if (!survey)
    throw new InputError({
      file,
      message: `there is no sheet "survey" (it has ${sheets.map(({ name }) => `"${name}"`).join(', ')})`,
      remedy: 'give a workbook after https://xlsform.org, with the sheets survey and choices',
    });
  const settings = listRows(form, 'settings')[0]?.cells ?? new Map<string, string>();
  const columns = readLanguages(listColumns(survey), settings.get('default_language'), file);
  const notes: string[] = [...listUnread(form)];
  const choices = readChoices(form, settings.get('default_language'));
  const blocks = readBlocks(listRows(form, 'survey'), { columns, choices, notes });
  const title = settings.get('form_title') ?? file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const questionnaire = readQuestionnaire(
    {
      key: toKey(settings.get('form_id') ?? title)
        .slice(0, 60)
        .replace(/-$/, ''),
      version: 1,
      name: { nl: title },
      languages: [
        'nl',
        ...[...new Set([...columns.keys(), ...choices.languages])].filter((tag) => tag !== 'nl'),
      ],
      introduction: { nl: '' },
      thanks: { nl: '' },
      blocks: blocks.map((block) => ({ ...block, title: block.title ?? { nl: title } })),
      indicators: [],
    },
    file,
  );
  return { questionnaire, notes: [...notes, ...adviseOn(blocks)] };
}

/** Columns with something in them that nobody reads. */
function* listUnread({ sheets }: SheetFile): Generator<string> {
  for (const { name, rows } of sheets) {
    const known = readColumns[name.trim().toLowerCase() as keyof typeof readColumns];
    if (!known) {
      yield `The sheet "${name}" was not read.`;
      continue;
    }
    for (const [position, cell] of (rows[0] ?? []).entries()) {
      const column = String(cell ?? '').trim();
      const isKnown = known.includes(column.toLowerCase()) || /^(label|hint)\b/i.test(column);
      const isFilled = rows.slice(1).some((row) => String(row[position] ?? '').trim() !== '');
      if (!isKnown && isFilled) yield `The column "${column}" of the sheet "${name}" was not read.`;
    }
  }
}

function adviseOn(blocks: readonly BlockDraft[]): string[] {
  const hasScale = blocks.some(({ questions }) => questions.some(({ form }) => form.kind === 'scale'));
  return [
    'XLSForm has no introduction, no thanks and no indicators: write them in the editor.',
    'XLSForm does not say which options are no answer ("does not know"): mark them in the editor.',
    ...(hasScale ? ['XLSForm has no words for the ends of a scale: write them in the editor.'] : []),
  ];
}
