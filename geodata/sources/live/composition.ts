import { municipalityOfCode } from '../../area.ts';
import type { Dimension } from '../../dimension.ts';
import type { Aggregation, Derivation, Kind, Polarity, SeriesBreak } from '../../indicator.ts';
import type { Level } from '../../level.ts';
import type { Survey, SurveyRound } from '../../survey.ts';
import type { Target } from '../../target.ts';
import type { Text } from '../../text.ts';
import type { Account } from '../account.ts';
import type { FieldRole } from '../package/field.ts';
import type { Collected, LiveRegion } from './source.ts';

/** An indicator as a descriptor defines it. */
export interface IndicatorDefinition {
  readonly key: string;
  readonly name: Text;
  readonly theme: string;
  readonly unit: string;
  readonly kind: Kind;
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly aggregate: Aggregation;
  readonly derive?: Derivation;
  readonly smallestDenominator?: number | null;
  /** Key of a dimension of the package. */
  readonly dimension?: string;
  /** Key of a survey of the package. */
  readonly survey?: string;
  readonly breaks?: readonly SeriesBreak[];
}

/** A survey as a descriptor defines it. */
export interface SurveyDefinition extends Pick<Survey, 'key' | 'name'> {
  readonly rounds: readonly (Pick<SurveyRound, 'period'> & Partial<SurveyRound>)[];
}

/** A licence as Data Package writes it. */
export interface LicenceDefinition {
  readonly name: string;
  readonly title: string;
  readonly path?: string;
}

export const ccBy: LicenceDefinition = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
};

/** Who made what a part holds; `path` is the address that a reader can open, where there is one. */
export interface Origin {
  readonly title: string;
  readonly path?: string;
  readonly licence: LicenceDefinition;
}

/** One resource of a package, with its file and the municipalities that it is about. */
export interface Part {
  readonly resource: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly municipalities: readonly string[];
}

/** A column of a table; `indicator` for a value and what belongs to it. */
export interface TableField {
  readonly name: string;
  readonly as: FieldRole;
  readonly indicator?: string;
}

export type Cell = string | number | null;

/** A table of figures but for its rows. */
export interface TableFrame {
  /** Small letters, digits and hyphens; also the name of the file. */
  readonly name: string;
  readonly title: string;
  /** What a reader must know of all of it. */
  readonly description?: string;
  readonly level: Level;
  readonly boundaryYear: number;
  /** Of all rows; null where a field holds it. */
  readonly period: string | null;
  readonly origin: Origin;
  readonly fields: readonly TableField[];
}

/** The first cell of each row is the code of the area. A null cell is missing unless a field "as" status says why. */
export type TableRow = readonly [string, ...Cell[]];

/** A table of figures. */
export interface FigureTable extends TableFrame {
  readonly rows: readonly TableRow[];
}

/** A resource with figures. */
export function makeTable({ rows, ...frame }: FigureTable): Part {
  const text = [writeHeader(frame.fields), ...rows.map(writeLine)].join('');
  return describeTable(frame, new TextEncoder().encode(text), listMunicipalities(rows.map(([code]) => code)));
}

/** A resource whose file is written already, about these municipalities. */
export function describeTable(
  { name, title, description, level, boundaryYear, period, origin, fields }: TableFrame,
  bytes: Uint8Array,
  municipalities: readonly string[],
): Part {
  const path = `figures/${name}.csv`;
  return {
    path,
    bytes,
    municipalities,
    resource: {
      name,
      title,
      ...(description === undefined ? {} : { description }),
      path,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',' },
      ...describeOrigin(origin),
      schema: { missingValues: [''], fields: fields.map(describeField) },
      wijkinformatie: { role: 'observations', level, boundaryYear, ...(period === null ? {} : { period }) },
    },
  };
}

/** The municipalities of areas by their codes. */
export function listMunicipalities(codes: Iterable<string>): string[] {
  return [...new Set([...codes].filter((code) => !code.startsWith('NL')).map(municipalityOfCode))];
}

/** The first line of a file. */
export function writeHeader(fields: readonly TableField[]): string {
  return writeLine(fields.map(({ name }) => name));
}

/** A line of a file, with its end. */
export function writeLine(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(',')}\n`;
}

/** `sources` and `licenses` of a resource. */
export function describeOrigin({ title, path, licence }: Origin): Record<string, unknown> {
  return { sources: [{ title, ...(path === undefined ? {} : { path }) }], licenses: [licence] };
}

/** Puts parts together. The municipalities of the whole country are those that the parts are about. */
export function composePackage(content: {
  readonly name: string;
  readonly title: string;
  readonly region: LiveRegion;
  readonly indicators: readonly IndicatorDefinition[];
  readonly dimensions?: readonly Dimension[];
  readonly surveys?: readonly SurveyDefinition[];
  readonly targets?: readonly Target[];
  /** What became of the rows of the tables that it is made of. */
  readonly madeFrom?: readonly Account[];
  readonly parts: readonly Part[];
  readonly notes: readonly string[];
}): Collected {
  const { name, title, region, indicators, dimensions = [], surveys = [], targets, parts, notes } = content;
  const { madeFrom } = content;
  const found = [...new Set(parts.flatMap(({ municipalities }) => municipalities))].sort();
  return {
    notes,
    files: new Map(parts.map(({ path, bytes }) => [path, bytes])),
    descriptor: {
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name,
      title,
      resources: parts.map(({ resource }) => resource),
      wijkinformatie: {
        region: { ...region, municipalities: region.municipalities ?? found },
        indicators,
        dimensions,
        surveys,
        ...(targets === undefined ? {} : { targets }),
        ...(madeFrom === undefined ? {} : { madeFrom }),
      },
    },
  };
}

/**
 * `[2016, 2017, 2018, 2021]` → `2016-2018-and-2021`, for names of packages and tables: a package replaces the earlier
 * one of its name, so that no two sets of years may share one.
 */
export function nameYears(years: readonly number[]): string {
  return listRuns(years).join('-and-');
}

/** `[2016, 2017, 2018, 2021]` → `2016-2018, 2021`, for people. */
export function describeYears(years: readonly number[]): string {
  return listRuns(years).join(', ');
}

function listRuns(years: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
}

function describeField({ name, as, indicator }: TableField): Record<string, unknown> {
  const isNumber = as === 'value' || as === 'lower' || as === 'upper' || as === 'sampleSize';
  return {
    name,
    type: isNumber ? 'number' : 'string',
    ...(isNumber ? { decimalChar: '.' } : {}),
    wijkinformatie: { as, ...(indicator === undefined ? {} : { indicator }) },
  };
}

function writeCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
