import { guessHeaderOf, guessSheet, type TableKnowledge } from '../../../geodata/sources/table/guess.ts';
import type { HeaderGuess } from '../../../geodata/sources/table/guess-header.ts';
import { readHeadings } from '../../../geodata/sources/table/placement.ts';
import type { SheetFile } from '../../../geodata/sources/table/sheet.ts';
import { plainSheet, type Sheet, textOf } from '../../../geodata/sources/table/sheet.ts';
import { refuseUncomputed } from '../../../geodata/sources/table/uncomputed.ts';
import type { Terminal } from './terminal.ts';

/** A sheet with its headings. */
export interface Layout extends HeaderGuess {
  readonly sheet: Sheet;
  readonly headings: readonly string[];
  readonly firstRow: number;
}

/** Asks which sheet to read and where its headings stand. Throws InputError where formulas of it have no result. */
export async function askLayout(
  terminal: Terminal,
  file: SheetFile,
  knowledge: TableKnowledge,
): Promise<Layout> {
  const guessed = guessSheet(file, knowledge) ?? plainSheet('', []);
  const choices = file.sheets.map((sheet) => ({ value: sheet, label: sheet.name }));
  const sheet =
    choices.length > 1
      ? await terminal.choose('Which sheet?', choices, guessed)
      : (choices[0]?.value ?? guessed);
  refuseUncomputed(sheet, file.file);
  const header = guessHeaderOf(sheet, knowledge);
  showRows(terminal, sheet, header.lastRow + 3);
  const { lastRow, headerRows } = await terminal.ask(
    'Which row has the headings (3, or 3-4 where they take two)',
    writeRows(header),
    (text) => readRows(text, sheet),
  );
  return {
    sheet,
    lastRow,
    headerRows,
    headings: readHeadings(sheet, lastRow, headerRows),
    firstRow: lastRow + 1,
  };
}

function showRows(terminal: Terminal, sheet: Sheet, most: number): void {
  for (const [row, cells] of sheet.rows.slice(0, most).entries()) {
    const text = cells
      .map((cell) => textOf(cell).slice(0, 24))
      .join(' | ')
      .slice(0, 110);
    terminal.say(`${String(row + 1).padStart(4)}  ${text}`);
  }
}

function writeRows({ lastRow, headerRows }: HeaderGuess): string {
  return headerRows === 1 ? String(lastRow + 1) : `${lastRow - headerRows + 2}-${lastRow + 1}`;
}

function readRows(text: string, sheet: Sheet): { answer: HeaderGuess } | { wrong: string } {
  const match = /^(\d+)(?:\s*-\s*(\d+))?$/.exec(text);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  if (!match || first < 1 || last < first || last - first > 2 || last > sheet.rows.length)
    return { wrong: `Give a row from 1 to ${sheet.rows.length}, or at most three such as 3-4.` };
  return { answer: { lastRow: last - 1, headerRows: last - first + 1 } };
}
