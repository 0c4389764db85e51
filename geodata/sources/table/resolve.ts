import { InputError } from '../../problem.ts';
import { createAreaIndex } from './area-index.ts';
import { type Extraction, extractRows } from './extraction.ts';
import type { TableKnowledge } from './guess.ts';
import { open } from './guess-figure.ts';
import { describeFigure, describeMapping, type TableMapping } from './mapping.ts';
import { type PlacedTable, placeTable } from './placement.ts';
import type { OpenQuestions } from './questions.ts';
import type { SheetFile } from './sheet.ts';
import { listIndicatorsNeeded } from './table-package.ts';

/** A table read by its mapping: its rows, what people still have to say, and what was not read. */
export interface Resolution extends Extraction {
  readonly indicators: ReturnType<typeof listIndicatorsNeeded>;
}

/** Reads a table by a mapping. `mappingFile` is named where the mapping itself is at fault. Throws InputError. */
export function resolveTable(
  file: SheetFile,
  mapping: TableMapping,
  { areas, indicators: held }: TableKnowledge,
  mappingFile: string,
): Resolution {
  const known = areas.get(mapping.boundaryYear);
  if (!known)
    throw new InputError({
      file: mappingFile,
      place: 'key "boundaryYear"',
      message: `there are no boundaries of ${mapping.boundaryYear} (there are of ${[...areas.keys()].join(', ')})`,
      remedy: 'give the year that the figures are published on, or import its boundaries first',
    });
  const indicators = listIndicatorsNeeded(mapping, held, mappingFile);
  const table = placeTable(file, mapping);
  const places = {
    areas: createAreaIndex(known, mapping.area.level),
    municipalities: createAreaIndex(known, 'municipality'),
  };
  const extraction = extractRows(table, mapping, indicators, places);
  return {
    ...extraction,
    indicators,
    notes: [
      ...file.notes,
      ...places.areas.describeForms(),
      ...places.municipalities.describeForms(),
      ...describeReading(table, file, mapping),
      ...extraction.notes,
    ],
  };
}

/** What of the file was not read, and what only the mapping says. */
function describeReading(
  table: PlacedTable,
  { sheets, hiddenSheets }: SheetFile,
  mapping: TableMapping,
): string[] {
  const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
  const others = sheets.filter((sheet) => sheet !== table.sheet).map(({ name }) => name);
  const { period } = table.own;
  return [
    ...(mapping.period.in === 'fixed' ? [`All figures are of ${period}, as the mapping says.`] : []),
    ...(table.unread.length
      ? [`Columns that the mapping does not name were not read: ${list(table.unread)}.`]
      : []),
    ...(others.length ? [`Sheets that the mapping does not name were not read: ${list(others)}.`] : []),
    ...(hiddenSheets.length ? [`Hidden sheets were not read: ${list(hiddenSheets)}.`] : []),
  ];
}

export function isResolved({ areas, words, numbers, date, span }: OpenQuestions): boolean {
  return !areas.length && !words.length && !numbers.length && !date && !span;
}

const none: OpenQuestions = { areas: [], words: [], numbers: [], date: null, span: null };

/** A mapping as a file with every open question in its place, as `?` and what it may be. */
export function proposeMapping(mapping: TableMapping, questions: OpenQuestions | null): string {
  const { areas, words, numbers, date, span } = questions ?? none;
  const values = describeMapping(mapping);
  const isOpen = (column: string) => numbers.some((number) => number.column === column);
  const proposal = {
    ...values,
    period: {
      ...Object(values.period),
      ...(date ? { dates: `${open} year, quarter, month or week` } : {}),
      ...(span ? { spans: `${open} average, first-year or last-year` } : {}),
    },
    figures: mapping.figures.map((figure) => ({
      ...describeFigure(figure),
      ...(isOpen(figure.column) ? { decimalSign: `${open} , or .` } : {}),
    })),
    ...(numbers.some(({ column }) => column === null) ? { decimalSign: `${open} , or .` } : {}),
    words: {
      ...mapping.words,
      ...Object.fromEntries(
        words.map(({ word }) => [word, `${open} missing, suppressed, not-asked or zero`]),
      ),
    },
    areas: {
      ...mapping.areas,
      ...Object.fromEntries(
        areas.map(({ key, near }) => [
          key,
          [open, near.map(({ code, name }) => `${code} (${name})`).join(' or ')].join(' ').trim(),
        ]),
      ),
    },
  };
  return `${JSON.stringify(proposal, null, 2)}\n`;
}

/** What is open, in one line that names the first of each. */
export function describeOpen({ areas, words, numbers, date, span }: OpenQuestions): string {
  const [area] = areas;
  const [word] = words;
  const near = area?.near[0];
  return [
    area &&
      `${areas.length} ${areas.length === 1 ? 'area is' : 'areas are'} not known (row ${area.row}, "${area.key}"${near ? `; nearest ${near.code} ${near.name}` : ''})`,
    word &&
      `${words.length} ${words.length === 1 ? 'word stands' : 'words stand'} where figures are expected (row ${word.row}, "${word.word}")`,
    ...numbers.map(({ text, row }) => `"${text}" in row ${row} can be read as two numbers`),
    date && `it is not said what the date "${date.text}" in row ${date.row} stands for`,
    span && `it is not said what the years "${span.text}" in row ${span.row} stand for`,
  ]
    .filter(Boolean)
    .join('; ');
}
