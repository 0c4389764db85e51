import type { AnswerForm, Condition, GridRow, Wording } from '../questionnaire.ts';
import { type Choices, requireKey } from './choices.ts';
import { readRelevant } from './expression.ts';
import { readForm, refuseType } from './form.ts';
import { readWords, type TextColumns } from './languages.ts';
import { isYes, refuseLong, rowError, type XlsformRow } from './rows.ts';

/** A question as far as a form says it. */
export interface QuestionDraft {
  readonly key: string;
  readonly text: Wording;
  readonly help: Wording | null;
  readonly isRequired: boolean;
  readonly askedIf: Condition | null;
  readonly form: AnswerForm;
}

export interface BlockDraft {
  readonly key: string;
  /** null: the form's own title. */
  readonly title: Wording | null;
  readonly about: Wording | null;
  readonly askedIf: Condition | null;
  readonly questions: readonly QuestionDraft[];
}

export interface FormContent {
  readonly columns: TextColumns;
  readonly choices: Choices;
  /** Gathers what is left out. */
  readonly notes: string[];
}

/** Rows that ask nobody anything: they say where and on what device a form is filled in, which is not kept here. */
const silent =
  /^(start|end|today|deviceid|subscriberid|simserial|phonenumber|username|email|audit|start-geopoint|background-audio)$/;

/** Reads groups as blocks, in order; questions outside of a group make one of their own. Throws InputError. */
export function readBlocks(rows: readonly XlsformRow[], content: FormContent): BlockDraft[] {
  const reader = new BlockReader(content);
  for (const row of rows) reader.read(row);
  return reader.finish();
}

interface OpenGroup {
  readonly row: XlsformRow;
  readonly key: string;
  readonly title: Wording | null;
  readonly askedIf: Condition | null;
  about: Wording | null;
  readonly questions: QuestionDraft[];
}

/** A group of questions that are answered by one list: the rows of a grid. */
interface OpenGrid {
  readonly row: XlsformRow;
  readonly key: string;
  readonly rows: GridRow[];
  list: string | null;
  isRequired: boolean;
}

class BlockReader {
  private readonly blocks: BlockDraft[] = [];
  private readonly known = new Map<string, { key: string; isNumber: boolean }>();
  private group: OpenGroup | null = null;
  private grid: OpenGrid | null = null;

  constructor(private readonly content: FormContent) {}

  read(row: XlsformRow): void {
    const [type = '', ...rest] = (row.cells.get('type') ?? '').split(/\s+/);
    const word = type === 'begin' || type === 'end' ? `${type}_${rest.shift() ?? ''}` : type;
    if (!word) {
      this.content.notes.push(`Row ${row.number} of the sheet "${row.sheet}" has no type and was left out.`);
    } else if (silent.test(word)) {
      this.content.notes.push(
        `Row ${row.number} ("${word}") was left out: where and on what somebody answers is not kept.`,
      );
    } else if (word === 'note') this.readNote(row);
    else if (word === 'begin_group') this.open(row);
    else if (word === 'end_group') this.close(row);
    else if (this.grid) this.readGridRow(row, this.grid, word, rest[0]);
    else this.readQuestion(row, word, rest);
  }

  finish(): BlockDraft[] {
    const open = this.grid?.row ?? (this.group?.title ? this.group.row : null);
    if (open) throw rowError(open, 'the group is never ended', 'add a row with the type "end_group"');
    this.keepGroup();
    return this.blocks;
  }

  private readNote(row: XlsformRow): void {
    const text = readWords(row, this.content.columns, 'label');
    if (this.group?.title && !this.group.questions.length && !this.group.about) this.group.about = text;
    else
      this.content.notes.push(
        `The note in row ${row.number} was left out: only one in front of a group's questions is shown.`,
      );
  }

  private open(row: XlsformRow): void {
    const key = this.readName(row);
    const isGrid = /\btable-list\b/.test(row.cells.get('appearance') ?? '');
    if (this.grid || (this.group?.title && !isGrid))
      throw rowError(
        row,
        'the group lies in another one',
        'end the other group in front of it: a group is a page',
      );
    if (isGrid) {
      this.group ??= this.makeGroup(row, null);
      this.grid = { row, key, rows: [], list: null, isRequired: false };
      return;
    }
    this.keepGroup();
    this.group = this.makeGroup(row, readWords(row, this.content.columns, 'label'), key);
  }

  private makeGroup(row: XlsformRow, title: Wording | null, key?: string): OpenGroup {
    const askedIf = title ? this.readCondition(row) : null;
    return { row, key: key ?? `deel-${this.blocks.length + 1}`, title, askedIf, about: null, questions: [] };
  }

  private close(row: XlsformRow): void {
    if (this.grid) this.keepGrid(this.grid);
    else if (this.group?.title) this.keepGroup();
    else throw rowError(row, 'there is no group to end', 'remove the row, or add its "begin_group"');
  }

  private keepGroup(): void {
    if (this.group) {
      const { row: _, ...block } = this.group;
      this.blocks.push(block);
    }
    this.group = null;
  }

  private keepGrid({ row, key, rows, list, isRequired }: OpenGrid): void {
    const options = this.content.choices.lists.get(list ?? '') ?? [];
    const { columns } = this.content;
    const form: AnswerForm = { kind: 'grid', rows, options };
    this.group?.questions.push({
      ...this.readWordsOf(row, columns),
      key,
      isRequired,
      askedIf: this.readCondition(row),
      form,
    });
    this.grid = null;
  }

  private readGridRow(row: XlsformRow, grid: OpenGrid, word: string, list: string | undefined): void {
    if (word !== 'select_one' || list === undefined || (grid.list !== null && grid.list !== list))
      throw rowError(
        row,
        'the rows of a table-list are not all "select_one" of one list',
        'take it out of the group, or give it the same list',
      );
    if (row.cells.has('relevant'))
      throw rowError(
        row,
        'a row of a table-list has a "relevant" of its own',
        'put it on the group, or take the row out',
      );
    if (!this.content.choices.lists.has(list)) throw this.refuseList(row, list);
    const key = this.readName(row);
    grid.list = list;
    grid.isRequired ||= isYes(row.cells.get('required'));
    grid.rows.push({ key, text: readWords(row, this.content.columns, 'label') });
    this.known.set(key, { key: `${grid.key}/${key}`, isNumber: false });
  }

  private readQuestion(row: XlsformRow, word: string, rest: readonly string[]): void {
    const { choices, notes, columns } = this.content;
    const list = rest[0];
    if (
      word.startsWith('select_') &&
      list !== undefined &&
      !choices.lists.has(list) &&
      /^select_(one|multiple)$/.test(word)
    )
      throw this.refuseList(row, list);
    const form = readForm(row, word, rest, choices, notes);
    if (!form) throw refuseType(row, word, rest);
    const key = this.readName(row);
    this.group ??= this.makeGroup(row, null);
    const askedIf = this.readCondition(row);
    const isRequired = isYes(row.cells.get('required'));
    this.group.questions.push({ ...this.readWordsOf(row, columns), key, isRequired, askedIf, form });
    this.known.set(key, { key, isNumber: form.kind === 'number' || form.kind === 'scale' });
  }

  private readWordsOf(row: XlsformRow, columns: TextColumns) {
    const help = readWords(row, columns, 'hint');
    return {
      text: readWords(row, columns, 'label'),
      help: Object.values(help).some((text) => text !== '') ? help : null,
    };
  }

  private readName(row: XlsformRow): string {
    const name = row.cells.get('name') ?? '';
    requireKey(row, name);
    return name;
  }

  private refuseList(row: XlsformRow, list: string) {
    return rowError(
      row,
      `there is no list "${list}" in the sheet "choices"`,
      'correct the name of the list, or add its options there',
    );
  }

  private readCondition(row: XlsformRow): Condition | null {
    const text = row.cells.get('relevant');
    if (text === undefined) return null;
    refuseLong(row, 'relevant', text);
    const condition = readRelevant(text, (name) => this.known.get(name) ?? null);
    if (!condition)
      throw rowError(
        row,
        `the relevant "${text.slice(0, 120)}" cannot be read`,
        `compare earlier questions, as in \${a} = 'x', \${b} >= 3 or selected(\${c}, 'y'), joined by "and" alone or by "or" alone`,
      );
    if (condition.tests.some(({ operator }) => operator === 'none-of'))
      this.content.notes.push(
        `Row ${row.number} is asked of who answered otherwise; of who passed the question over it is not, as it is in XLSForm.`,
      );
    return condition;
  }
}
