import { levels } from '../../geodata/level.ts';
import { statuses } from '../../geodata/observation.ts';
import type { Catalog } from '../schemas/catalog.ts';
import type { ObservationRow } from '../schemas/observation.ts';
import { carriedColumns } from './carried-observations.ts';
import { csvColumns } from './observations.ts';

type Datatype = string | { readonly base: string; readonly format: string };

const oneOf = (words: readonly string[]): Datatype => ({ base: 'string', format: `^(${words.join('|')})$` });

/** Each column: what people call it, what is in it, and whether it is never empty. */
const columns: Readonly<
  Record<
    keyof ObservationRow,
    {
      readonly titles: { readonly nl: string; readonly en: string };
      readonly datatype: Datatype;
      readonly required?: true;
    }
  >
> = {
  indicator: { titles: { nl: 'onderwerp', en: 'indicator' }, datatype: 'string', required: true },
  category: { titles: { nl: 'categorie', en: 'category' }, datatype: 'string' },
  area: { titles: { nl: 'gebiedscode', en: 'area code' }, datatype: 'string', required: true },
  areaName: { titles: { nl: 'gebied', en: 'area' }, datatype: 'string', required: true },
  level: { titles: { nl: 'niveau', en: 'level' }, datatype: oneOf(levels), required: true },
  boundaryYear: { titles: { nl: 'indeling', en: 'boundary year' }, datatype: 'integer', required: true },
  period: { titles: { nl: 'periode', en: 'period' }, datatype: 'string', required: true },
  value: { titles: { nl: 'cijfer', en: 'value' }, datatype: 'double' },
  lower: { titles: { nl: 'ondergrens', en: 'lower bound' }, datatype: 'double' },
  upper: { titles: { nl: 'bovengrens', en: 'upper bound' }, datatype: 'double' },
  sampleSize: { titles: { nl: 'steekproef', en: 'sample size' }, datatype: 'integer' },
  status: { titles: { nl: 'status', en: 'status' }, datatype: oneOf(statuses), required: true },
  origin: { titles: { nl: 'herkomst', en: 'origin' }, datatype: 'string', required: true },
  source: { titles: { nl: 'bron', en: 'source' }, datatype: 'string', required: true },
  reason: { titles: { nl: 'reden', en: 'reason' }, datatype: 'string' },
  roundedTo: { titles: { nl: 'afgerond op', en: 'rounded to' }, datatype: 'double' },
  measuredShare: { titles: { nl: 'gemeten deel', en: 'measured share' }, datatype: 'double' },
  carriedFrom: { titles: { nl: 'omgerekend van', en: 'carried from' }, datatype: 'integer' },
};

/** Where the metadata of a CSV of figures is; the query is that of the CSV. */
export const csvMetadataPath = '/api/observations.csv-metadata.json';
export const csvMetadataType: string = 'application/csvm+json';

/** How an answer in CSV names its metadata (Model for Tabular Data and Metadata on the Web, 5.2). */
export function linkCsvMetadata(search: string): string {
  return `<${csvMetadataPath}${search}>; rel="describedby"; type="${csvMetadataType}"`;
}

/**
 * Metadata of a CSV of figures (W3C, CSV on the Web). `url`: where the CSV is; `indicators`: whose figures, by their keys;
 * `isCarried`: whether they are carried to other boundaries, which takes two more columns.
 */
export function describeCsv(
  catalog: Catalog,
  { url, indicators, isCarried }: { url: string; indicators: readonly string[]; isCarried: boolean },
) {
  const entries = catalog.indicators.filter(({ key }) => indicators.includes(key));
  const sources = catalog.sources.filter(({ key }) => entries.some((entry) => entry.sources.includes(key)));
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
    url,
    'dc:title': entries.map(({ name }) => name.nl),
    'dc:source': sources.map(({ title }) => title),
    'dc:license': [...new Set(sources.flatMap(({ licence }) => licence?.url ?? []))].map((address) => ({
      '@id': address,
    })),
    dialect: { encoding: 'utf-8', delimiter: ',', lineTerminators: ['\r\n'], quoteChar: '"', header: true },
    tableSchema: {
      columns: (isCarried ? carriedColumns : csvColumns).map((name) => ({ name, ...writeColumn(name) })),
      primaryKey: ['indicator', 'category', 'level', 'period', 'boundaryYear', 'area'],
    },
  };
}

/** The header of the CSV is the name itself, which is the first of the titles. */
function writeColumn(name: keyof ObservationRow) {
  const { titles, ...rest } = columns[name];
  return { titles: { nl: [name, titles.nl], en: [name, titles.en] }, ...rest };
}
