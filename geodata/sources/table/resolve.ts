import { InputError } from '../../problem.ts';
import { createAreaIndex } from './area-index.ts';
import { type Extraction, extractRows, type OpenQuestions } from './extraction.ts';
import type { TableKnowledge } from './guess.ts';
import { open } from './guess-figure.ts';
import { describeMapping, type TableMapping } from './mapping.ts';
import { placeTable } from './placement.ts';
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
  const unread = table.unread.map((heading) => `"${heading}"`).join(', ');
  const fixed =
    mapping.period.in === 'fixed' ? [`All figures are of ${table.period}, as the mapping says.`] : [];
  return {
    ...extraction,
    indicators,
    notes: [
      ...file.notes,
      ...fixed,
      ...places.areas.describeForms(),
      ...places.municipalities.describeForms(),
      ...extraction.notes,
      ...(unread ? [`Columns that the mapping does not name were not read: ${unread}.`] : []),
    ],
  };
}

export function isResolved({ areas, words, ambiguous, date }: OpenQuestions): boolean {
  return !areas.length && !words.length && !ambiguous && !date;
}

/** A mapping as a file with every open question in its place, as `?` and what it may be. */
export function proposeMapping(mapping: TableMapping, questions: OpenQuestions | null): string {
  const values = describeMapping(mapping);
  const { areas = [], words = [], ambiguous = null, date = null } = questions ?? {};
  const proposal = {
    ...values,
    ...(date ? { period: { ...Object(values.period), dates: `${open} year, quarter, month or week` } } : {}),
    ...(ambiguous ? { decimalSign: `${open} , or .` } : {}),
    words: {
      ...mapping.words,
      ...Object.fromEntries(words.map(({ word }) => [word, `${open} missing, suppressed or not-asked`])),
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
export function describeOpen({ areas, words, ambiguous, date }: OpenQuestions): string {
  const [area] = areas;
  const [word] = words;
  const near = area?.near[0];
  return [
    area &&
      `${areas.length} ${areas.length === 1 ? 'area is' : 'areas are'} not known (row ${area.row}, "${area.key}"${near ? `; nearest ${near.code} ${near.name}` : ''})`,
    word &&
      `${words.length} ${words.length === 1 ? 'word stands' : 'words stand'} where figures are expected (row ${word.row}, "${word.word}")`,
    ambiguous && `"${ambiguous.text}" in row ${ambiguous.row} can be read as two numbers`,
    date && `it is not said what the date "${date.text}" in row ${date.row} stands for`,
  ]
    .filter(Boolean)
    .join('; ');
}
