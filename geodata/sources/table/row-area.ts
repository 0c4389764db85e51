import { InputError } from '../../problem.ts';
import { checkWidth } from '../formats/csv.ts';
import { isNumberLike } from '../number.ts';
import type { AreaIndex } from './area-index.ts';
import type { TableMapping } from './mapping.ts';
import type { PlacedTable } from './placement.ts';
import type { Questions } from './questions.ts';
import { foldText, textOf } from './sheet.ts';

/** What the areas of a table are found by. */
export interface Places {
  readonly areas: AreaIndex;
  readonly municipalities: AreaIndex;
}

/** The area of a row; why nothing is to be read of it; or a question that stands open about it. */
export type RowArea =
  | { readonly code: string }
  | { readonly leftOut: string; readonly at: string }
  | { readonly asked: true };

interface Reading {
  readonly table: PlacedTable;
  readonly mapping: TableMapping;
  readonly places: Places;
  readonly questions: Questions;
}

const totalRow =
  /^(?:eind|sub|gemeente)?tota+l\b|^total\b|^gemiddeld|^average|^som\b|^overig$|^onbekend$|^geen (?:buurt|wijk)|^n\.?v\.?t\.?$/;

/** The most areas offered for a text that matches none. */
const mostNear = 5;

/**
 * The area of a row of a placed table. Rows in which nothing stands, totals, remarks and areas of other levels are left
 * out, each with its reason. Throws InputError where a row with figures has no area, or more or fewer cells than the
 * headings.
 */
export function readRowArea(row: number, reading: Reading): RowArea {
  const { table, mapping } = reading;
  const cells = table.sheet.rows[row] ?? [];
  const filled = cells.map(textOf).filter(Boolean);
  const text = textOf(cells[table.area]);
  const at = `row ${row + 1}${text || filled[0] ? `, "${text || filled[0]}"` : ''}`;
  if (!filled.length) return { leftOut: 'without anything in them', at };
  if (table.csv) {
    const { header, delimiter } = table.csv;
    if (cells.length !== header.length && isRemark(filled, reading))
      return { leftOut: 'remarks without figures', at };
    checkWidth(row + 1, cells.map(String), header, delimiter, table.file);
  }
  if (isHeading(row, reading)) return { leftOut: 'headings that stand there again', at };
  const hasFigures = table.figures.some(({ position }) => textOf(cells[position]) !== '');
  if (text) return findArea(row, text, at, hasFigures, reading);
  if (!hasFigures) return { leftOut: 'remarks without figures', at };
  if (cells.some((cell) => totalRow.test(foldText(textOf(cell))))) return { leftOut: 'totals', at };
  throw new InputError({
    file: table.file,
    place: `row ${row + 1}, column "${mapping.area.column}"`,
    message: 'the area is missing',
    remedy: 'write its name or code, or remove the row',
  });
}

/**
 * Whether a row repeats the headings. Throws InputError where it begins another table: the heading of the areas stands in
 * it, beside others than those above.
 */
function isHeading(row: number, { table }: Reading): boolean {
  const [above, own] = [table.firstRow - 1, row].map((at) =>
    (table.sheet.rows[at] ?? []).map((cell) => foldText(textOf(cell))),
  );
  const heading = above?.[table.area];
  if (!heading || own?.[table.area] !== heading) return false;
  const width = Math.max(above.length, own.length);
  const others = Array.from({ length: width }, (_, column) => column).filter(
    (column) => (own[column] ?? '') !== (above[column] ?? ''),
  );
  const [first] = others;
  if (first === undefined) return true;
  if (others.some((column) => /[a-z]/.test(own[column] ?? '')))
    throw new InputError({
      file: table.file,
      place: `row ${row + 1}`,
      message: `headings stand there again, with "${own[first] ?? ''}" where "${above[first] ?? ''}" is above: another table begins`,
      remedy: 'give each of the tables a sheet or a file of its own',
    });
  return false;
}

/** Whether a row is one text alone that is neither a number nor an area: no row of figures that was broken off. */
function isRemark([text = '', ...others]: readonly string[], { places }: Reading): boolean {
  if (others.length || isNumberLike(text)) return false;
  const match = places.areas.find(text, null);
  return 'several' in match && !match.several.length;
}

function findArea(row: number, text: string, at: string, hasFigures: boolean, reading: Reading): RowArea {
  const { table, mapping, places, questions } = reading;
  const cells = table.sheet.rows[row] ?? [];
  const municipalityText = table.municipality === null ? '' : textOf(cells[table.municipality]);
  const key = municipalityText ? `${municipalityText} / ${text}` : text;
  const answered = findAnswer(mapping, key);
  if (answered) return { code: answered };
  if (answered === null) return { leftOut: 'as the mapping says', at };
  const within = municipalityText
    ? findMunicipality(row, municipalityText, at, hasFigures, reading)
    : { code: mapping.area.municipality };
  if (!('code' in within)) return within;
  const match = places.areas.find(text, within.code);
  if ('found' in match) return { code: match.found.code };
  if ('other' in match) return { leftOut: `areas of another level than ${mapping.area.level}`, at };
  if (!match.several.length && totalRow.test(foldText(text))) return { leftOut: 'totals', at };
  if (!hasFigures) return { leftOut: 'remarks without figures', at };
  questions.askArea(key, text, row + 1, () =>
    match.several.length ? match.several : places.areas.suggest(text, within.code, mostNear),
  );
  return { asked: true };
}

/** The municipality that a row's area lies in. */
function findMunicipality(
  row: number,
  text: string,
  at: string,
  hasFigures: boolean,
  { mapping, places: { municipalities }, questions }: Reading,
): RowArea {
  const answered = findAnswer(mapping, text);
  if (answered) return { code: answered };
  if (answered === null) return { leftOut: 'as the mapping says', at };
  const match = municipalities.find(text, null);
  if ('found' in match) return { code: match.found.code };
  if (!hasFigures) return { leftOut: 'remarks without figures', at };
  if (totalRow.test(foldText(text))) return { leftOut: 'totals', at };
  questions.askArea(text, text, row + 1, () => municipalities.suggest(text, null, mostNear));
  return { asked: true };
}

function findAnswer({ areas }: TableMapping, key: string): string | null | undefined {
  if (Object.hasOwn(areas, key)) return areas[key];
  const folded = foldText(key);
  const same = Object.keys(areas).find((other) => foldText(other) === folded);
  return same === undefined ? undefined : areas[same];
}
