import { municipalityOfCode } from '../../area.ts';
import { type MapLevel, mapLevels } from '../../level.ts';
import { type AreaIndex, createAreaIndex, type KnownArea } from './area-index.ts';
import { type Sheet, textOf } from './sheet.ts';

/** The areas that are held, by boundary year. */
export type AreasOfYear = ReadonlyMap<number, readonly KnownArea[]>;

/** The column of the areas, as far as its content tells. */
export interface AreaGuess {
  readonly column: number;
  readonly level: MapLevel;
  readonly boundaryYear: number;
  /** Rows whose area was found. */
  readonly found: number;
  readonly firstRow: number;
}

/** Rows that are enough to judge a column by. */
const mostRows = 2_000;

/** The column and the boundary year whose areas the most cells name; the finest level that most rows have. Null for none. */
export function guessArea(sheet: Sheet, areas: AreasOfYear): AreaGuess | null {
  const width = Math.max(0, ...sheet.rows.slice(0, mostRows).map((row) => row.length));
  const guesses: AreaGuess[] = [];
  for (const [boundaryYear, known] of areas)
    for (const level of mapLevels) {
      const index = createAreaIndex(known, level);
      for (let column = 0; column < width; column++) {
        const rows = findRows(sheet, column, index);
        const distinct = new Set(rows.map((row) => textOf(sheet.rows[row]?.[column]))).size;
        const [firstRow] = rows;
        if (firstRow !== undefined && distinct > 1)
          guesses.push({ column, level, boundaryYear, found: rows.length, firstRow });
      }
    }
  const most = Math.max(0, ...guesses.map(({ found }) => found));
  const fineness = (level: MapLevel) => mapLevels.indexOf(level);
  // A column of municipalities beside the neighbourhoods matches just as well.
  return (
    guesses
      .filter(({ found }) => found >= most / 2)
      .sort(
        (a, b) =>
          fineness(b.level) - fineness(a.level) ||
          b.found - a.found ||
          b.boundaryYear - a.boundaryYear ||
          a.column - b.column,
      )[0] ?? null
  );
}

/** The column that names the municipality of each row; null where there is none. */
export function guessMunicipalityColumn(
  sheet: Sheet,
  firstRow: number,
  area: Pick<AreaGuess, 'column' | 'boundaryYear' | 'level'>,
  areas: AreasOfYear,
): number | null {
  if (area.level === 'municipality') return null;
  const index = createAreaIndex(areas.get(area.boundaryYear) ?? [], 'municipality');
  const rows = sheet.rows.slice(firstRow, mostRows);
  const width = Math.max(0, ...rows.map((row) => row.length));
  for (let column = 0; column < width; column++) {
    if (column === area.column) continue;
    const texts = rows.map((row) => textOf(row[column])).filter(Boolean);
    const found = texts.filter((text) => 'found' in index.find(text, null)).length;
    if (found > 0 && found >= 0.8 * texts.length) return column;
  }
  return null;
}

/** The one municipality that most of the names of a column lie in; null where codes tell, or no municipality does. */
export function guessMunicipality(
  sheet: Sheet,
  firstRow: number,
  { column, boundaryYear, level }: Pick<AreaGuess, 'column' | 'boundaryYear' | 'level'>,
  areas: AreasOfYear,
): string | null {
  if (level === 'municipality') return null;
  const index = createAreaIndex(areas.get(boundaryYear) ?? [], level);
  const counts = new Map<string, number>();
  let rows = 0;
  for (const row of sheet.rows.slice(firstRow, mostRows)) {
    const match = index.find(textOf(row[column]), null);
    const found = 'found' in match ? [match.found] : 'several' in match ? match.several : [];
    if (found.length) rows += 1;
    for (const code of new Set(found.map((area) => municipalityOfCode(area.code))))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 0.8 * rows && best[1] > (second?.[1] ?? 0) ? best[0] : null;
}

function findRows(sheet: Sheet, column: number, index: AreaIndex): number[] {
  const rows: number[] = [];
  for (const [row, cells] of sheet.rows.slice(0, mostRows).entries()) {
    const text = textOf(cells[column]);
    if (!text || text.length > 80) continue;
    const match = index.find(text, null);
    if ('found' in match || ('several' in match && match.several.length)) rows.push(row);
  }
  return rows;
}
