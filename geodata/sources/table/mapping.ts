import { chooseSmallestDenominator } from '../../denominator.ts';
import type { Indicator } from '../../indicator.ts';
import type { MapLevel } from '../../level.ts';
import { mapLevels } from '../../level.ts';
import { isPeriod } from '../../period.ts';
import { InputError } from '../../problem.ts';
import { readAreaCode } from '../area-code.ts';
import { parseJson } from '../formats/json.ts';
import { readIndicator } from '../package/definition.ts';
import {
  hasKey,
  isObject,
  keyError,
  type Node,
  readChoice,
  readInteger,
  readObject,
  readObjects,
  readOptionalText,
  readText,
  refuseOtherKeys,
  show,
} from '../package/descriptor.ts';
import { readKey } from '../package/naming.ts';
import { periodUnits } from '../period-date.ts';
import { type PeriodMeaning, readPeriodText, spanMeanings } from '../period-text.ts';
import { periodMark } from './heading.ts';

export const figureRoles = ['value', 'lower', 'upper', 'sampleSize', 'status'] as const;
export type FigureRole = (typeof figureRoles)[number];

/** Why a word stands where a figure is expected. */
export const wordMeanings = ['missing', 'suppressed', 'not-asked', 'zero'] as const;
export type WordMeaning = (typeof wordMeanings)[number];

/** Where the period of a figure stands. */
export const periodPlaces = ['headings', 'column', 'title', 'sheet', 'file', 'fixed'] as const;
export type PeriodPlace = (typeof periodPlaces)[number];

/** A column of figures. */
export interface FigureColumn {
  /** Its heading; `{period}` in it stands for the period of the column. */
  readonly column: string;
  readonly indicator: string;
  readonly as: FigureRole;
  /** What each number is multiplied by: 100 where a share stands as 0.12. */
  readonly times: number;
  /** How its numbers are written where that differs from the other columns; null where it does not. */
  readonly decimalSign: '.' | ',' | null;
}

/** What is what in a municipality's table: enough to read it, and next year's, without a question. */
export interface TableMapping {
  readonly name: string;
  readonly title: string;
  /** Name of the sheet, with `{period}` where it changes; null: the only one. */
  readonly sheet: string | null;
  /** Rows that the headings take: two where the figure stands above the years. */
  readonly headerRows: number;
  readonly area: {
    readonly column: string;
    readonly level: MapLevel;
    /** Heading of the column with the municipality; null where there is none. */
    readonly municipalityColumn: string | null;
    /** Code of the municipality that all areas lie in; null where the names or codes are enough. */
    readonly municipality: string | null;
  };
  readonly period: PeriodMeaning & {
    readonly in: PeriodPlace;
    /** The heading of the column, the title, sheet or file with `{period}`, or the fixed period; null for headings. */
    readonly text: string | null;
  };
  readonly figures: readonly FigureColumn[];
  /** Indicators that are new with this table; those that are held need no definition. */
  readonly indicators: readonly Indicator[];
  readonly boundaryYear: number;
  readonly source: { readonly title: string; readonly url: string | null };
  readonly licence: { readonly name: string; readonly title: string; readonly url: string | null };
  /** How numbers that are text are written; null where nothing depends on it. */
  readonly decimalSign: '.' | ',' | null;
  readonly words: Readonly<Record<string, WordMeaning>>;
  /** Codes of what cannot be matched by itself, `Municipality / name` where there is a municipality column; null: left out. */
  readonly areas: Readonly<Record<string, string | null>>;
}

const keys = [
  'name',
  'title',
  'sheet',
  'headerRows',
  'area',
  'period',
  'figures',
  'indicators',
  'boundaryYear',
  'source',
  'licence',
  'decimalSign',
  'words',
  'areas',
];

/** Reads and checks a mapping. Throws InputError, naming the key, on the first thing that is wrong. */
export function readMapping(bytes: Uint8Array, file: string): TableMapping {
  const { value: values } = parseJson(bytes, file);
  if (!isObject(values))
    throw new InputError({
      file,
      message: 'it holds no object',
      remedy: 'write it as docs/tables.md shows, or remove it and answer the questions',
    });
  refuseOpenQuestions(values, '', file);
  const root: Node = { file, place: '', values };
  refuseOtherKeys(root, keys);
  const name = readKey(root, 'name');
  return {
    name,
    title: readText(root, 'title'),
    sheet: readOptionalText(root, 'sheet'),
    headerRows: hasKey(root, 'headerRows') ? readInteger(root, 'headerRows', 1, 3) : 1,
    area: readArea(readObject(root, 'area', 'area')),
    period: readPeriod(root),
    figures: readFigures(root),
    indicators: readObjects(root, 'indicators', ({ key }, number) =>
      typeof key === 'string' ? `indicator "${key}"` : `indicator ${number}`,
    ).map((own) => readIndicator(own, { dimensions: [], surveys: [] })),
    boundaryYear: readInteger(root, 'boundaryYear', 1995, 2100),
    source: readSource(readObject(root, 'source', 'source')),
    licence: readLicence(readObject(root, 'licence', 'licence')),
    decimalSign: readDecimalSign(root),
    words: readWords(root),
    areas: readAreas(root),
  };
}

/** The mapping as it is kept: what is as usual left out. Reading it again gives the same mapping. */
export function writeMapping(mapping: TableMapping): string {
  return `${JSON.stringify(describeMapping(mapping), null, 2)}\n`;
}

/** The keys of a mapping as they stand in its file. */
export function describeMapping(mapping: TableMapping): Record<string, unknown> {
  const { sheet, headerRows, area, period, decimalSign, words, areas, source, licence } = mapping;
  return {
    name: mapping.name,
    title: mapping.title,
    ...(sheet === null ? {} : { sheet }),
    ...(headerRows === 1 ? {} : { headerRows }),
    area: leaveOutNull(area),
    period: {
      ...(period.text === null ? {} : { [period.in]: period.text }),
      ...(period.dates === null ? {} : { dates: period.dates }),
      ...(period.spans === null ? {} : { spans: period.spans }),
    },
    figures: mapping.figures.map(describeFigure),
    indicators: mapping.indicators.map(({ breaks, smallestDenominator, ...definition }) => ({
      ...leaveOutNull({ ...definition, breaks: breaks.length > 0 ? breaks : null }),
      ...(smallestDenominator === chooseSmallestDenominator(definition, undefined)
        ? {}
        : { smallestDenominator }),
    })),
    boundaryYear: mapping.boundaryYear,
    source: leaveOutNull(source),
    licence: leaveOutNull(licence),
    ...(decimalSign === null ? {} : { decimalSign }),
    words,
    areas,
  };
}

/** A column of figures as it stands in a mapping's file. */
export function describeFigure({ as, times, decimalSign, ...figure }: FigureColumn): Record<string, unknown> {
  return {
    ...figure,
    ...(as === 'value' ? {} : { as }),
    ...(times === 1 ? {} : { times }),
    ...(decimalSign === null ? {} : { decimalSign }),
  };
}

function leaveOutNull(values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** What a proposal leaves to people begins with a question mark. */
function refuseOpenQuestions(value: unknown, place: string, file: string): void {
  if (typeof value === 'string' && value.startsWith('?'))
    throw new InputError({
      file,
      place: `key "${place}"`,
      message: `${show(value)} is still to be filled in`,
      remedy: place.startsWith('areas.')
        ? 'write the code of the area, or null to leave its rows out'
        : 'write what it is',
    });
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value))
    refuseOpenQuestions(part, place ? `${place}.${key}` : key, file);
}

function readArea(node: Node): TableMapping['area'] {
  refuseOtherKeys(node, ['column', 'level', 'municipalityColumn', 'municipality']);
  const municipality = readOptionalText(node, 'municipality');
  const municipalityColumn = readOptionalText(node, 'municipalityColumn');
  if (municipality && municipalityColumn)
    throw keyError(node, 'municipality', 'a column holds the municipality too', 'remove one of the two');
  return {
    column: readText(node, 'column'),
    level: readChoice(node, 'level', mapLevels),
    municipalityColumn,
    municipality:
      municipality === null
        ? null
        : readAreaCode(municipality, 'municipality', node.file, 'area, key "municipality"'),
  };
}

function readPeriod(root: Node): TableMapping['period'] {
  const node = readObject(root, 'period', 'period');
  const places = periodPlaces.filter((place) => place !== 'headings');
  refuseOtherKeys(node, [...places, 'dates', 'spans']);
  const given = places.filter((place) => hasKey(node, place));
  const dates = hasKey(node, 'dates') ? readChoice(node, 'dates', periodUnits) : null;
  const spans = hasKey(node, 'spans') ? readChoice(node, 'spans', spanMeanings) : null;
  const [place, second] = given;
  if (place === undefined) return { in: 'headings', text: null, dates, spans };
  if (second)
    throw keyError(node, second, `"${place}" says where the period is too`, 'remove one of the two');
  const text = readText(node, place);
  if (place === 'fixed') return { in: place, text: readFixed(node, text), dates, spans };
  if (place !== 'column' && text.split(periodMark).length !== 2)
    throw keyError(
      node,
      place,
      `"${text}" does not say where the period stands`,
      `write ${periodMark} once, in its place`,
    );
  return { in: place, text, dates, spans };
}

/** A period in our own notation, or as people write one; several years in our own alone, which can mean one thing only. */
function readFixed(node: Node, text: string): string {
  if (isPeriod(text)) return text;
  const reading = readPeriodText(text, { dates: null, spans: null });
  if (reading !== null && 'period' in reading && !reading.isProvisional) return reading.period;
  throw keyError(
    node,
    'fixed',
    `"${text}" is no period`,
    'write "2024", "2024-Q1", "2024-03", "2024-W12", or "2021..2023" for an average over these years',
  );
}

function readFigures(root: Node): FigureColumn[] {
  const inHeadings = readPeriod(root).in === 'headings';
  const nodes = readObjects(
    root,
    'figures',
    ({ column }, number) => (typeof column === 'string' ? `figure "${column}"` : `figure ${number}`),
    true,
  );
  return nodes.map((node) => {
    refuseOtherKeys(node, ['column', 'indicator', 'as', 'times', 'decimalSign']);
    const column = readText(node, 'column');
    const marks = column.split(periodMark).length - 1;
    if (marks > 1)
      throw keyError(node, 'column', `${periodMark} stands there ${marks} times`, 'write it once');
    if (inHeadings && !marks)
      throw keyError(
        node,
        'column',
        'nothing says which period it is about',
        `put ${periodMark} into the heading, or give "period" a "column", "title", "sheet", "file" or "fixed"`,
      );
    return {
      column,
      indicator: readKey(node, 'indicator'),
      as: hasKey(node, 'as') ? readChoice(node, 'as', figureRoles) : 'value',
      times: hasKey(node, 'times') ? readTimes(node) : 1,
      decimalSign: readDecimalSign(node),
    };
  });
}

function readDecimalSign(node: Node): '.' | ',' | null {
  return hasKey(node, 'decimalSign') ? readChoice(node, 'decimalSign', ['.', ','] as const) : null;
}

function readTimes(node: Node): number {
  const value = node.values.times;
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
  throw keyError(node, 'times', `${show(value)} is no positive number`, 'write 100 or 1000, without quotes');
}

function readSource(node: Node): TableMapping['source'] {
  refuseOtherKeys(node, ['title', 'url']);
  return { title: readText(node, 'title'), url: readAddress(node) };
}

function readLicence(node: Node): TableMapping['licence'] {
  refuseOtherKeys(node, ['name', 'title', 'url']);
  const name = readText(node, 'name');
  return { name, title: readOptionalText(node, 'title') ?? name, url: readAddress(node) };
}

function readAddress(node: Node): string | null {
  const url = readOptionalText(node, 'url');
  if (url === null || /^https?:\/\/[^\s/]/i.test(url)) return url;
  throw keyError(node, 'url', `"${url}" is no address`, 'write https://…, or leave it out');
}

function readWords(root: Node): Record<string, WordMeaning> {
  if (!hasKey(root, 'words')) return {};
  const node = readObject(root, 'words', 'words');
  return Object.fromEntries(
    Object.keys(node.values).map((word) => [word, readChoice(node, word, wordMeanings)]),
  );
}

function readAreas(root: Node): Record<string, string | null> {
  if (!hasKey(root, 'areas')) return {};
  const node = readObject(root, 'areas', 'areas');
  return Object.fromEntries(
    Object.entries(node.values).map(([name, code]) => {
      if (code !== null && (typeof code !== 'string' || !/^(GM|WK|BU)\d{4}[0-9A-Z]*$/.test(code)))
        throw keyError(
          node,
          name,
          `${show(code)} is no code of an area`,
          'write a code such as "BU01530001", or null to leave its rows out',
        );
      return [name, code];
    }),
  );
}
