import { InputError } from '../../problem.ts';
import {
  type Cell,
  ccBy,
  composePackage,
  describeYears,
  nameYears,
  type Origin,
  type Part,
} from '../live/composition.ts';
import { keepHeldAreas } from '../live/held-areas.ts';
import { makeTablesByLevel, readCountryCode } from '../live/levels.ts';
import type { Ask, Collected, LiveSource, SourceRequest } from '../live/source.ts';
import { listRegionKeys, planGroups } from '../protocols/odata.ts';
import { type KeyFigure, keyFigures } from './key-figures.ts';
import { type FigureService, openVersion3, openVersion4 } from './service.ts';

/** Tables "Kerncijfers wijken en buurten" by year, from CBS's StatLine catalogue. */
const tables: Readonly<Record<number, string>> = {
  2016: '83487NED',
  2017: '83765NED',
  2018: '84286NED',
  2019: '84583NED',
  2020: '84799NED',
  2021: '85039NED',
  2022: '85318NED',
  2023: '85618NED',
  2024: '85984NED',
  2025: '86165NED',
};
const newestYear = Math.max(...Object.keys(tables).map(Number));

/** Key figures of CBS: one table a year, on the boundaries of that year. */
export const cbs: LiveSource = {
  key: 'cbs',
  hosts: ['opendata.cbs.nl', 'datasets.cbs.nl', 'download.cbs.nl'],
  datasets: ['kerncijfers'],
  years: { kerncijfers: { first: 2016, last: newestYear } },
  monthly: [],
  ways: { kerncijfers: ['v4', 'v3'] },
  collect: (_dataset, request, ask) => collectKeyFigures(request, ask),
};

async function collectKeyFigures(request: SourceRequest, ask: Ask): Promise<Collected> {
  const notes: string[] = [];
  const years = chooseYears(request, notes);
  const parts: Part[] = [];
  const found = new Set<KeyFigure>();
  for (const [done, year] of years.entries()) {
    ask.report({ what: `kerncijfers ${year}`, done, total: years.length });
    const read = await readYear(year, request, ask, notes);
    parts.push(...read.parts);
    for (const figure of read.figures) found.add(figure);
  }
  return composePackage({
    name: `cbs-kerncijfers-${nameYears(years)}`,
    title: `Kerncijfers wijken en buurten ${describeYears(years)}`,
    region: request.region,
    // All of them: a mean names the indicator that it is weighted by, and definitions stay the same from year to year.
    indicators: keyFigures
      .filter((figure) => found.has(figure) || isWeight(figure))
      .map(({ definition }) => definition),
    parts,
    notes,
  });
}

function isWeight({ definition }: KeyFigure): boolean {
  return definition.key === 'inwoners' || definition.key === 'huishoudens';
}

/** Figures stand on the boundaries of their own year, so only years whose boundaries are held can come. */
function chooseYears({ years, boundaryYears }: SourceRequest, notes: string[]): number[] {
  const known = years.filter((year) => year in tables);
  const without = known.filter((year) => !boundaryYears.includes(year));
  const chosen = known.filter((year) => boundaryYears.includes(year));
  if (!chosen.length)
    throw new InputError({
      file: 'cbs kerncijfers',
      message: known.length
        ? `there are no boundaries of ${without.join(', ')} to hang its figures on`
        : `it has no table for ${years.join(', ')}`,
      remedy: known.length
        ? `import them first: "npm run import -- pdok boundaries --year ${known.at(-1)}"`
        : `ask for years from 2016 to ${newestYear}`,
    });
  if (without.length)
    notes.push(`${without.join(', ')} left out: the boundaries of these years are not held.`);
  return chosen;
}

interface Chosen {
  readonly figure: KeyFigure;
  readonly id: string;
  readonly ofId: string | null;
  readonly scale: number;
}

async function readYear(year: number, request: SourceRequest, ask: Ask, notes: string[]) {
  const { service, table, address } = await openTable(year, request, ask);
  const chosen = chooseMeasures(service, year, table, notes);
  const cells = await readCells(service, chosen, request, address);
  const filled = chosen.filter((one) => [...cells.values()].some((own) => isFigure(own.get(one.id))));
  const empty = chosen.filter((one) => !filled.includes(one)).map(({ figure }) => figure.definition.key);
  if (empty.length) notes.push(`${year}: no figures yet of ${empty.join(', ')}; left out.`);
  const isProvisional = service.isProvisional || year === newestYear;
  if (isProvisional) notes.push(`${year}: the figures are provisional.`);
  const rows = [...cells].map(([code, own]): [string, ...Cell[]] => [
    readCountryCode(code),
    ...filled.map((one) => mark(computeCell(own, one), isProvisional)),
  ]);
  const origin: Origin = {
    title: `CBS, Kerncijfers wijken en buurten ${year} (${table})`,
    path: `https://opendata.cbs.nl/statline/#/CBS/nl/dataset/${table}/table`,
    licence: ccBy,
  };
  const parts = makeTablesByLevel({
    name: `kerncijfers-${year}`,
    title: `Kerncijfers wijken en buurten ${year}`,
    boundaryYear: year,
    period: String(year),
    origin,
    fields: [
      { name: 'code', as: 'area' },
      ...filled.map(({ figure: { definition } }) => ({
        name: definition.key,
        as: 'value' as const,
        indicator: definition.key,
      })),
    ],
    rows: keepHeldAreas(rows, year, request, notes),
  });
  return { parts, figures: filled.map(({ figure }) => figure) };
}

/**
 * A table is read through OData v4 where it is there, and through v3 otherwise, unless the request says which. Where
 * neither answers, the way that was to be taken last says why.
 */
async function openTable(year: number, { base, from }: SourceRequest, ask: Ask) {
  const table = tables[year] ?? '';
  const version3 = `${base ?? 'https://opendata.cbs.nl'}/ODataApi/odata/${table}`;
  const version4 = `${base ?? 'https://datasets.cbs.nl'}/odata/v1/CBS/${table}`;
  const open = {
    v3: async () => ({ service: await openVersion3(version3, ask), table, address: version3 }),
    v4: async () => ({ service: await openVersion4(version4, ask), table, address: version4 }),
  };
  if (from === 'v3' || from === 'v4') return open[from]();
  return open.v4().catch(open.v3);
}

function chooseMeasures({ measures }: FigureService, year: number, table: string, notes: string[]): Chosen[] {
  const find = (pattern: RegExp) => measures.find(({ names }) => names.some((name) => pattern.test(name)));
  const chosen = keyFigures.flatMap((figure): Chosen[] => {
    const measure = find(figure.column);
    const whole = figure.of && find(figure.of);
    if (!measure || (figure.of && !whole)) return [];
    const scale = /^×/.test(figure.definition.unit) && /^euro$/i.test(measure.unit) ? 0.001 : 1;
    return [{ figure, id: measure.id, ofId: whole?.id ?? null, scale }];
  });
  const absent = keyFigures.filter((figure) => !chosen.some((one) => one.figure === figure));
  if (absent.length)
    notes.push(
      `${year}: table ${table} has no ${absent.map(({ definition }) => definition.key).join(', ')}; left out.`,
    );
  return chosen;
}

async function readCells(
  service: FigureService,
  chosen: readonly Chosen[],
  { region }: SourceRequest,
  address: string,
): Promise<Map<string, Map<string, Cell>>> {
  const ids = [...new Set(chosen.flatMap(({ id, ofId }) => (ofId === null ? [id] : [id, ofId])))];
  const keys = await listRegionKeys(region, service.listKeys);
  if (!keys.length || !ids.length)
    throw new InputError({
      file: address,
      message: keys.length ? 'it has none of the columns that are read' : 'it has no areas of this region',
      remedy:
        'check the region; the service may have changed the form of its codes or the names of its columns',
    });
  const groups = [['NL'], ...planGroups(keys, service.rowsPerArea(ids.length), service.limit)];
  const answers = await Promise.all(groups.map((prefixes) => service.read(prefixes, ids)));
  return new Map(answers.flatMap((answer) => [...answer]));
}

/** The figure of a measure; a share of a count in whole per cents, as CBS itself rounds them. */
function computeCell(cells: ReadonlyMap<string, Cell>, { id, ofId, scale }: Chosen): Cell {
  const value = cells.get(id) ?? null;
  if (typeof value !== 'number' || value <= -99_990) return value;
  if (ofId === null) return scale === 1 ? value : value * scale;
  const whole = cells.get(ofId);
  return typeof whole === 'number' && whole > 0 ? Math.round((100 * value) / whole) : null;
}

function isFigure(cell: Cell | undefined): boolean {
  return cell !== null && cell !== undefined && cell !== '';
}

function mark(cell: Cell, isProvisional: boolean): Cell {
  return isProvisional && typeof cell === 'number' && cell > -99_990 ? `${cell}*` : cell;
}
