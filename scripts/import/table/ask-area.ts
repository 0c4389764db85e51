import { mapLevels } from '../../../geodata/level.ts';
import { createAreaIndex } from '../../../geodata/sources/table/area-index.ts';
import { guessAreaOf, type TableKnowledge } from '../../../geodata/sources/table/guess.ts';
import { guessMunicipality, guessMunicipalityColumn } from '../../../geodata/sources/table/guess-place.ts';
import type { TableMapping } from '../../../geodata/sources/table/mapping.ts';
import type { Layout } from './ask-layout.ts';
import type { Terminal } from './terminal.ts';

/** What was answered about the areas, with the positions of the columns. */
export interface AreaAnswer extends Pick<TableMapping, 'area' | 'boundaryYear'> {
  readonly taken: readonly (number | null)[];
}

/** Asks which column holds the areas, of which level and boundary year, and what tells equal names apart. */
export async function askArea(
  terminal: Terminal,
  { sheet, headings, firstRow }: Layout,
  knowledge: TableKnowledge,
): Promise<AreaAnswer> {
  const guess = guessAreaOf(sheet, knowledge);
  const columns = listColumns(headings);
  const column = await terminal.choose(
    'Which column has the areas (codes or names)?',
    columns,
    guess?.column ?? null,
  );
  const level = await terminal.choose(
    'Of which level are they?',
    mapLevels.map((value) => ({ value, label: value })),
    guess?.level ?? 'neighbourhood',
  );
  const years = [...knowledge.areas.keys()].sort((a, b) => a - b);
  const boundaryYear =
    years.length === 1 && years[0] !== undefined
      ? years[0]
      : await terminal.choose(
          'On the boundaries of which year are the figures published?',
          years.map((value) => ({ value, label: String(value) })),
          guess?.boundaryYear ?? years.at(-1) ?? null,
        );
  const area = { column, level, boundaryYear };
  const municipalityColumn =
    level === 'municipality'
      ? null
      : await terminal.choose(
          'Which column has the municipality of each area?',
          [{ value: -1, label: 'none' }, ...columns.filter(({ value }) => value !== column)],
          guessMunicipalityColumn(sheet, firstRow, area, knowledge.areas) ?? -1,
        );
  const hasColumn = municipalityColumn !== null && municipalityColumn >= 0;
  return {
    taken: [column, hasColumn ? municipalityColumn : null],
    boundaryYear,
    area: {
      column: headings[column] ?? '',
      level,
      municipalityColumn: hasColumn ? (headings[municipalityColumn] ?? null) : null,
      municipality:
        hasColumn || level === 'municipality'
          ? null
          : await askMunicipality(
              terminal,
              knowledge,
              boundaryYear,
              guessMunicipality(sheet, firstRow, area, knowledge.areas),
            ),
    },
  };
}

/** The headings as choices, by their position. */
export function listColumns(headings: readonly string[]): { value: number; label: string }[] {
  return headings.flatMap((label, value) => (label ? [{ value, label }] : []));
}

async function askMunicipality(
  terminal: Terminal,
  { areas }: TableKnowledge,
  boundaryYear: number,
  guess: string | null,
): Promise<string | null> {
  const index = createAreaIndex(areas.get(boundaryYear) ?? [], 'municipality');
  return terminal.ask(
    'In which one municipality do all areas lie (code or name; "several" where they do not)',
    guess ?? 'several',
    (text) => {
      if (text === 'several') return { answer: null };
      const match = index.find(text, null);
      if ('found' in match) return { answer: match.found.code };
      const near = index.suggest(text, null, 3).map(({ name }) => name);
      return { wrong: `No municipality is called so.${near.length ? ` Nearest: ${near.join(', ')}.` : ''}` };
    },
  );
}
