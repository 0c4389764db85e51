import { parsePeriod, writePeriod } from '../../period.ts';
import { InputError } from '../../problem.ts';
import { inhabitants } from '../cbs/key-figures.ts';
import {
  type Cell,
  ccBy,
  composePackage,
  describeYears,
  type IndicatorDefinition,
  nameYears,
} from '../live/composition.ts';
import { chooseBoundaryYear, createHeldFilter } from '../live/held-areas.ts';
import { openTables, readCountryCode } from '../live/levels.ts';
import type { Ask, Collected, LiveSource, SourceRequest } from '../live/source.ts';
import {
  broken,
  listRegionKeys,
  mostRows,
  nameOf,
  planGroups,
  readRows,
  startsWithAny,
  textOf,
  writeQuery,
} from '../protocols/odata.ts';
import {
  allOffences,
  describeBreaks,
  describeOffences,
  isOffence,
  listUnnamed,
  wasRegistered,
} from './offences.ts';

/** Registered crimes per neighbourhood by year (47018NED) and by month (47022NED). */
const tables = { year: '47018NED', month: '47022NED' } as const;
const areaField = 'WijkenEnBuurten';
const offenceField = 'SoortMisdrijf';

/** Registered crime of the police by offence, published through CBS; every year on one recent division. */
export const politie: LiveSource = {
  key: 'politie',
  hosts: ['dataderden.cbs.nl'],
  datasets: ['misdrijven'],
  years: { misdrijven: { first: 2012, last: 2025 } },
  monthly: ['misdrijven'],
  collect: (_dataset, request, ask) => collectCrimes(request, ask),
};

const crimes: IndicatorDefinition = {
  key: 'misdrijven',
  name: { nl: 'Geregistreerde misdrijven', en: 'Registered crimes' },
  theme: 'leefomgeving.objectief',
  unit: 'misdrijven',
  kind: 'count',
  decimals: 0,
  polarity: 'higher-is-worse',
  aggregate: 'sum',
};
const crimeRate: IndicatorDefinition = {
  ...crimes,
  key: 'misdrijven-per-1000',
  name: {
    nl: 'Geregistreerde misdrijven per 1.000 inwoners',
    en: 'Registered crimes per 1,000 inhabitants',
  },
  unit: 'per 1.000 inwoners',
  kind: 'rate',
  decimals: 1,
  aggregate: 'derived',
  derive: { numerator: 'misdrijven', denominator: 'inwoners', factor: 1000 },
};

interface CrimePeriod {
  /** As the service writes it: 2024JJ00, 2025MM06. */
  readonly key: string;
  readonly period: string;
  readonly isProvisional: boolean;
}

async function collectCrimes(request: SourceRequest, ask: Ask): Promise<Collected> {
  const table = request.monthly ? tables.month : tables.year;
  const address = `${request.base ?? 'https://dataderden.cbs.nl'}/ODataApi/odata/${table}`;
  const notes: string[] = [];
  const periods = await choosePeriods(address, request, ask, notes);
  const column = await findColumn(address, ask);
  const keys = await listRegionKeys(request.region, async (prefixes) => listKeys(address, prefixes, ask));
  const boundaryYear = chooseBoundaryYear(keys, request, address);
  const titles = await readOffences(address, ask, notes);
  const dimension = describeOffences(titles);
  const groups = [['NL'], ...planGroups(keys, titles.size, mostRows)];
  const years = [...new Set(periods.map(({ period }) => Number(period.slice(0, 4))))];
  const name = `${request.monthly ? 'misdrijven-per-maand' : 'misdrijven'}-${nameYears(years)}`;
  const title = `Geregistreerde misdrijven ${request.monthly ? 'per maand ' : ''}${describeYears(years)}`;
  const written = openTables({
    name,
    title,
    boundaryYear,
    period: null,
    origin: {
      title: `Politie, via CBS-tabel ${table}`,
      path: `https://data.politie.nl/#/Politie/nl/dataset/${table}/table`,
      licence: ccBy,
    },
    fields: [
      { name: 'code', as: 'area' },
      { name: 'period', as: 'period' },
      { name: 'soort', as: 'category' },
      { name: 'misdrijven', as: 'value', indicator: 'misdrijven' },
    ],
  });
  const held = createHeldFilter(boundaryYear, request);
  const asked = { column, groups, offences: new Set(titles.keys()) };
  for await (const rows of readCrimes(address, periods, asked, ask)) written.add(held.keep(rows));
  notes.push(...held.describe());
  return composePackage({
    name: `politie-${name}`,
    title,
    region: request.region,
    indicators: [
      inhabitants,
      ...[crimes, crimeRate].map((indicator) => ({
        ...indicator,
        dimension: dimension.key,
        breaks: describeBreaks(dimension),
      })),
    ],
    dimensions: [dimension],
    parts: written.close(),
    notes,
  });
}

/** The periods of the years asked for that are there. The newest month is never complete. Throws InputError where none is. */
async function choosePeriods(
  address: string,
  { years, monthly }: SourceRequest,
  ask: Ask,
  notes: string[],
): Promise<CrimePeriod[]> {
  const rows = await readRows(`${address}/Perioden${writeQuery({})}`, ask);
  const unit = monthly ? 'month' : 'year';
  const all = rows
    .flatMap((row) => {
      const key = textOf(row, 'Key');
      const period = parsePeriod(key);
      if (period?.unit !== unit) return [];
      return [{ key, period: writePeriod(period), year: period.year, status: textOf(row, 'Status') }];
    })
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  const newest = all.at(-1);
  const chosen = all.filter(({ year }) => years.includes(year));
  if (!newest) throw broken(`${address}/Perioden`, `it lists no ${unit}`);
  if (!chosen.length)
    throw new InputError({
      file: address,
      message: `it has no figures of ${describeYears(years)}`,
      remedy: `ask for years from ${all[0]?.year} to ${newest.year}`,
    });
  const absent = years.filter((year) => !chosen.some((period) => period.year === year));
  if (absent.length) notes.push(`${absent.join(', ')} left out: not published (yet).`);
  if (monthly && chosen.includes(newest))
    notes.push(`${newest.period} is the newest month: it is not complete yet, and provisional.`);
  return chosen.map(({ key, period, year, status }) => ({
    key,
    period,
    isProvisional: (monthly && key === newest.key) || isProvisional(status, year, newest.year),
  }));
}

/** Where the service does not say it: figures are final after two years. */
function isProvisional(status: string, year: number, newestYear: number): boolean {
  return status ? !/^definitief$/i.test(status) : year > newestYear - 2;
}

async function findColumn(address: string, ask: Ask): Promise<string> {
  const properties = await readRows(`${address}/DataProperties${writeQuery({})}`, ask);
  const column = properties
    .map((row) => textOf(row, 'Key'))
    .find((key) => nameOf(key) === 'geregistreerdemisdrijven');
  if (column) return column;
  throw broken(`${address}/DataProperties`, 'no column holds the registered crimes');
}

async function listKeys(address: string, prefixes: readonly string[], ask: Ask): Promise<string[]> {
  const query = writeQuery({ filter: startsWithAny('Key', prefixes), select: ['Key'] });
  const keys = (await readRows(`${address}/${areaField}${query}`, ask)).map((row) => textOf(row, 'Key'));
  return keys.filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));
}

/**
 * Titles by code of what the table divides crimes by: the offences and the total. Codes that are no offence are left out
 * with a note. They lie padded in the table, and are trimmed wherever they are read.
 */
async function readOffences(address: string, ask: Ask, notes: string[]): Promise<Map<string, string>> {
  const rows = await readRows(`${address}/${offenceField}${writeQuery({})}`, ask);
  const all = new Map(rows.map((row) => [textOf(row, 'Key'), textOf(row, 'Title')]));
  if (!all.has(allOffences)) throw broken(`${address}/${offenceField}`, `it has no total (${allOffences})`);
  const titles = new Map([...all].filter(([code]) => code === allOffences || isOffence(code)));
  const others = [...all.keys()].filter((code) => !titles.has(code));
  if (others.length) notes.push(`${others.join(', ')} left out: no code of an offence.`);
  const unnamed = listUnnamed(titles);
  if (unnamed.length) notes.push(`${unnamed.join(', ')}: no English name is known; the Dutch one stands in.`);
  return titles;
}

interface CrimeTable {
  readonly column: string;
  /** Beginnings of codes of areas to ask for together. */
  readonly groups: readonly (readonly string[])[];
  /** Codes of what is read, the total among them. */
  readonly offences: ReadonlySet<string>;
}

type CrimeRow = [area: string, period: string, offence: string, figure: Cell];

/**
 * Asks period by period, since a range of months matches the rows of whole years too, in groups of areas whose offences
 * stay within what the service answers, and gives the rows of each. What was not asked for is left out, should the
 * service not heed the filter.
 */
async function* readCrimes(
  address: string,
  periods: readonly CrimePeriod[],
  { column, groups, offences }: CrimeTable,
  ask: Ask,
): AsyncGenerator<CrimeRow[]> {
  for (const [done, asked] of periods.entries()) {
    ask.report({ what: `misdrijven ${asked.period}`, done, total: periods.length });
    const readGroup = async (prefixes: readonly string[]) => {
      const filter = `${startsWithAny(areaField, prefixes)} and Perioden eq '${asked.key}'`;
      const select = [areaField, offenceField, 'Perioden', column];
      const answer = await readRows(`${address}/TypedDataSet${writeQuery({ filter, select })}`, ask);
      return answer.flatMap((row): CrimeRow[] => {
        const [area, offence] = [textOf(row, areaField), textOf(row, offenceField)];
        const isAsked = textOf(row, 'Perioden') === asked.key && offences.has(offence);
        if (!isAsked || !prefixes.some((prefix) => area.startsWith(prefix))) return [];
        return [[readCountryCode(area), asked.period, offence, writeCount(row[column], offence, asked)]];
      });
    };
    const answers = (await Promise.all(groups.map(readGroup))).flat();
    if (!answers.some(([, , offence]) => offence === allOffences))
      throw broken(address, `it answered no figures of ${asked.period}, though it lists that period`);
    yield keepLast(answers);
  }
}

/** One row an area and offence, as the country can stand there under two codes. */
function keepLast(rows: readonly CrimeRow[]): CrimeRow[] {
  return [...new Map(rows.map((row) => [`${row[0]} ${row[2]}`, row])).values()];
}

/** A count that is not there is withheld, never zero; what was not registered is missing. */
function writeCount(value: unknown, offence: string, { period, isProvisional: isOpen }: CrimePeriod): Cell {
  if (!wasRegistered(offence, Number(period.slice(0, 4))) && !value) return '.';
  if (typeof value !== 'number') return 'x';
  return isOpen && value > -99_990 ? `${value}*` : value;
}
