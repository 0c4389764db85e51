import { parseArgs } from 'node:util';
import type { PostcodeCall } from '../../api/postcodes/importing.ts';
import type { LiveCall } from '../../api/release/live.ts';
import type { TableCall } from '../../api/release/table.ts';
import { messageOf } from '../../geodata/problem.ts';
import { postcodeFiles } from '../../geodata/sources/cbs/postcodes.ts';
import { liveSources } from '../../geodata/sources/live/registry.ts';
import type { LiveSource } from '../../geodata/sources/live/source.ts';
import { explainCall } from '../command.ts';

/** What somebody asked `npm run import` for: a folder, a public source, or a table or targets of one's own. */
export type ImportCall = { readonly dryRun: boolean; readonly stageOnly: boolean } & (
  | { readonly folder: string }
  | { readonly live: LiveCall }
  | { readonly postcodes: PostcodeCall }
  | { readonly table: TableCall }
  /** Path of a CSV or XLSX. */
  | { readonly targets: string }
);

const postcodeYears = Object.keys(postcodeFiles).map(Number);

export const usage = `Imports a data package, a folder with a datapackage.json, figures of a public source, or a table or
targets of your own.

  npm run import -- <folder> [--dry-run | --stage]
  npm run import -- <source> [<dataset>] [--year 2016..2025] [--region twente] [--dry-run | --stage]
  npm run import -- pdok boundaries --year 2024 --file path/to/download.zip
  npm run import -- cbs postcodes [--year ${postcodeYears.at(-1)}] [--file path/to/download.zip] [--dry-run]
  npm run import -- table <file.csv or .xlsx> [--mapping <file.json>] [--dry-run | --stage]
  npm run import -- targets <file.csv or .xlsx> [--dry-run | --stage]

Sources:
${liveSources.map(describeSource).join('\n')}

  --year     years such as 2025, 2016..2025 or 2016,2021; without it all that the source has, of boundaries the newest
  --monthly  figures by month instead of by year, where the source has them
  --region   twente, nederland, or municipalities such as GM0153,GM0141; without it the region that is held
  --from     through which of its services or formats, where the source has several; without it the newest that has the year
  --file     a downloaded file instead of a service (boundaries of one year): a GeoPackage, or a zip with one or shapefiles;
             of postcodes the zip of CBS
  --base     address of the service instead of the public one, such as a mirror
  --mapping  what is what in the table, instead of <file>.mapping.json; without either it is asked
  --dry-run  compute, check and show the difference with what is published; write nothing
  --stage    keep the release and its checks, and do not show it: npm run releases -- publish <id> does
  --help     this text

The database is the one of DATABASE_URL, or else the embedded one in DATA_DIR (./data). What is fetched is kept in
DATA_DIR too: an import that breaks off goes on from there.`;

/** Reads the words of a call; a text says what is wrong with it and how to call, or is `usage` where that was asked. */
export function readCall(argv: string[]): ImportCall | string {
  try {
    const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options });
    if (values.help) return usage;
    const [first, dataset, ...rest] = positionals;
    const source = liveSources.find(({ key }) => key === first);
    const how = { dryRun: values['dry-run'], stageOnly: values.stage };
    if (first === 'cbs' && dataset === 'postcodes' && !rest.length)
      return { ...how, postcodes: readPostcodeCall(values, how.stageOnly) };
    if (source && !rest.length) return { ...how, live: readLive(source, dataset, values) };
    if (first === 'table') return { ...how, table: readTable(dataset, rest, values.mapping) };
    if (values.mapping !== undefined) return explainCall('Only a table has a --mapping.', usage);
    if (first === 'targets') return { ...how, targets: readFile(dataset, rest, 'file of targets') };
    if (first === undefined || dataset !== undefined)
      return explainCall('Give one folder, or a source.', usage);
    return { ...how, folder: first };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}

const options = {
  'dry-run': { type: 'boolean', default: false },
  stage: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  year: { type: 'string' },
  monthly: { type: 'boolean', default: false },
  region: { type: 'string' },
  from: { type: 'string' },
  file: { type: 'string' },
  base: { type: 'string' },
  mapping: { type: 'string' },
} as const;

function readTable(
  file: string | undefined,
  rest: readonly string[],
  mapping: string | undefined,
): TableCall {
  return { file: readFile(file, rest, 'table'), mapping: mapping ?? null };
}

function readFile(file: string | undefined, rest: readonly string[], what: string): string {
  if (file === undefined || rest.length) throw new Error(`Give one ${what}: a CSV or XLSX.`);
  return file;
}

interface LiveWords {
  readonly year?: string | undefined;
  readonly monthly: boolean;
  readonly region?: string | undefined;
  readonly from?: string | undefined;
  readonly file?: string | undefined;
  readonly base?: string | undefined;
}

function readLive(source: LiveSource, word: string | undefined, words: LiveWords): LiveCall {
  const [only, ...others] = source.datasets;
  const dataset = word ?? (others.length ? undefined : only);
  if (dataset === undefined || !source.datasets.includes(dataset))
    throw new Error(`Say what of ${source.key}: ${source.datasets.join(', ')}.`);
  if (words.monthly && !source.monthly.includes(dataset))
    throw new Error(`${source.key} ${dataset} has no figures by month: leave out --monthly.`);
  const ways = source.ways?.[dataset] ?? [];
  if (words.from !== undefined && !ways.includes(words.from))
    throw new Error(
      ways.length
        ? `"${words.from}" is no way to ${source.key} ${dataset}: write --from ${ways.join(' or ')}.`
        : `${source.key} has one way only: leave out --from.`,
    );
  const years = readYears(words.year ?? describeYears(source, dataset));
  if (words.file !== undefined) checkFile(source, dataset, years);
  return {
    source,
    dataset,
    years,
    monthly: words.monthly,
    from: words.from ?? null,
    file: words.file ?? null,
    region: words.region ?? null,
    base: readBase(words.base),
  };
}

function readPostcodeCall(words: LiveWords, stageOnly: boolean): PostcodeCall {
  if (stageOnly) throw new Error('Postcodes are no release: leave out --stage.');
  if (words.region !== undefined || words.from !== undefined || words.monthly)
    throw new Error('Postcodes come for the region that is held: give --year or --file alone.');
  const year = Number(words.year ?? postcodeYears.at(-1));
  if (words.file === undefined && !postcodeYears.includes(year))
    throw new Error(
      `Of ${words.year} it is not known where CBS keeps its postcodes: give --year ${postcodeYears.join(' or ')}, or download the zip and give it with --file.`,
    );
  return { year, file: words.file ?? null, base: readBase(words.base) };
}

function readBase(base: string | undefined): string | null {
  if (base === undefined) return null;
  if (!/^https?:\/\/[^\s/]/.test(base)) throw new Error(`"${base}" is no address: write --base https://…`);
  return base.replace(/\/+$/, '');
}

function checkFile({ key, boundaries }: LiveSource, dataset: string, years: readonly number[]): void {
  if (!boundaries?.includes(dataset)) throw new Error(`${key} is not read from a file: leave out --file.`);
  if (years.length !== 1) throw new Error('A file holds one year: say which, such as --year 2024.');
}

/** Without a word all years; of boundaries the newest, since each year is a map of its own. */
function describeYears({ years, boundaries }: LiveSource, dataset: string): string {
  const span = years[dataset];
  if (!span) return '';
  return boundaries?.includes(dataset) ? String(span.last) : `${span.first}..${span.last}`;
}

/** `2016..2019,2021` → the years, each once, in order. */
function readYears(text: string): number[] {
  const years = text.split(',').flatMap((part) => {
    const match = /^\s*(\d{4})(?:(?:\.\.|-)(\d{4}))?\s*$/.exec(part);
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? match?.[1]);
    if (!match || first < 1995 || last > 2100 || last < first)
      throw new Error(`"${text}" are no years: write 2025, 2016..2025 or 2016,2021.`);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return [...new Set(years)].sort((a, b) => a - b);
}

function describeSource({ key, datasets, years, monthly, ways }: LiveSource): string {
  const lines = datasets.map((dataset) => {
    const name = datasets.length === 1 && dataset === key ? key : `${key} ${dataset}`;
    const span = years[dataset];
    const parts = [
      span ? `${span.first} to ${span.last}` : '',
      monthly.includes(dataset) ? 'also by month' : '',
      ways?.[dataset] ? `--from ${ways[dataset].join(' | ')}` : '',
    ];
    return `  ${name.padEnd(24)}${parts.filter(Boolean).join(', ')}`.trimEnd();
  });
  return lines.join('\n');
}
