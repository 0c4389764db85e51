import { parsePeriod, writePeriod } from '../../period.ts';
import { InputError } from '../../problem.ts';
import {
  type Cell,
  ccBy,
  composePackage,
  describeYears,
  type IndicatorDefinition,
  nameYears,
} from './composition.ts';
import { chooseBoundaryYear, keepHeldAreas } from './held-areas.ts';
import { inhabitants } from './key-figures.ts';
import { makeTablesByLevel, readCountryCode } from './levels.ts';
import {
  broken,
  listRegionKeys,
  mostRows,
  nameOf,
  padKey,
  planGroups,
  readRows,
  startsWithAny,
  textOf,
  writeQuery,
} from './odata.ts';
import type { Ask, Collected, LiveSource, SourceRequest } from './source.ts';

/** Registered crimes per neighbourhood by year (47018NED) and by month (47022NED). */
const tables = { year: '47018NED', month: '47022NED' } as const;
const areaField = 'WijkenEnBuurten';
const offenceWidth = 6;
const total = '0.0.0';

/** Registered crime of the police, published through CBS; every year on one recent division. */
export const politie: LiveSource = {
  key: 'politie',
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
  const rows = await readCrimes(address, periods, column, keys, ask);
  const years = [...new Set(periods.map(({ period }) => Number(period.slice(0, 4))))];
  const name = `${request.monthly ? 'misdrijven-per-maand' : 'misdrijven'}-${nameYears(years)}`;
  const title = `Geregistreerde misdrijven ${request.monthly ? 'per maand ' : ''}${describeYears(years)}`;
  const parts = makeTablesByLevel({
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
      { name: 'misdrijven', as: 'value', indicator: 'misdrijven' },
    ],
    rows: keepHeldAreas(rows, boundaryYear, request, notes),
  });
  return composePackage({
    name: `politie-${name}`,
    title,
    region: request.region,
    indicators: [inhabitants, crimes, crimeRate],
    parts,
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
  if (!newest || !chosen.length)
    throw new InputError({
      file: address,
      message: `it has no figures of ${describeYears(years)}`,
      remedy: newest
        ? `ask for years from ${all[0]?.year} to ${newest.year}`
        : 'look at the address in a browser: the service may have changed',
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
 * Asks period by period, since a range of months matches the rows of whole years too, in groups of areas that stay
 * within what the service answers. What was not asked for is left out, should the service not heed the filter.
 */
async function readCrimes(
  address: string,
  periods: readonly CrimePeriod[],
  column: string,
  keys: readonly string[],
  ask: Ask,
): Promise<[string, ...Cell[]][]> {
  const groups = [['NL'], ...planGroups(keys, 1, mostRows)];
  const rows: [string, ...Cell[]][] = [];
  for (const [done, { key, period, isProvisional: isOpen }] of periods.entries()) {
    ask.report({ what: `misdrijven ${period}`, done, total: periods.length });
    const found = new Map<string, Cell>();
    const readGroup = async (prefixes: readonly string[]) => {
      const filter = `${startsWithAny(areaField, prefixes)} and Perioden eq '${key}' and SoortMisdrijf eq '${padKey(total, offenceWidth)}'`;
      const select = [areaField, 'SoortMisdrijf', 'Perioden', column];
      for (const row of await readRows(`${address}/TypedDataSet${writeQuery({ filter, select })}`, ask)) {
        const area = textOf(row, areaField);
        const isAsked = textOf(row, 'Perioden') === key && textOf(row, 'SoortMisdrijf') === total;
        if (isAsked && prefixes.some((prefix) => area.startsWith(prefix)))
          found.set(readCountryCode(area), writeCount(row[column], isOpen));
      }
    };
    await Promise.all(groups.map(readGroup));
    if (!found.size)
      throw broken(address, `it answered no figures of ${period}, though it lists that period`);
    for (const [area, cell] of found) rows.push([area, period, cell]);
  }
  return rows;
}

/** A count that is not there is withheld, never zero. */
function writeCount(value: unknown, isOpen: boolean): Cell {
  if (typeof value !== 'number') return 'x';
  return isOpen && value > -99_990 ? `${value}*` : value;
}
