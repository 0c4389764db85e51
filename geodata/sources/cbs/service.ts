import type { Cell } from '../live/composition.ts';
import type { Ask } from '../live/source.ts';
import {
  mostRows,
  nameOf,
  type Row,
  readRows,
  startsWithAny,
  textOf,
  writeQuery,
} from '../protocols/odata.ts';

/** A measure of a table: `id` asks for it, `names` (see `nameOf`) tell what it is. */
export interface Measure {
  readonly id: string;
  readonly names: readonly string[];
  readonly unit: string;
}

/** A table of CBS with figures per neighbourhood, whichever version of OData it is read through. */
export interface FigureService {
  readonly isProvisional: boolean;
  readonly measures: readonly Measure[];
  /** Rows that an area has, for so many measures, and the most that may be asked for at once. */
  readonly rowsPerArea: (measures: number) => number;
  readonly limit: number;
  listKeys(prefixes: readonly string[]): Promise<string[]>;
  /** Cells by area and measure, of areas whose code begins with one of the texts. */
  read(prefixes: readonly string[], measures: readonly string[]): Promise<Map<string, Map<string, Cell>>>;
}

const areaField = 'WijkenEnBuurten';

/** Opens a table through OData v3. `address` is that of the table. Throws InputError where it is not there. */
export async function openVersion3(address: string, ask: Ask): Promise<FigureService> {
  const [about] = await readRows(`${address}/TableInfos${writeQuery({})}`, ask);
  const properties = await readRows(`${address}/DataProperties${writeQuery({})}`, ask);
  const topics = properties.filter((row) => textOf(row, 'Type') === 'Topic');
  return {
    isProvisional: about !== undefined && saysProvisional(about),
    measures: topics.map((row) => ({
      id: textOf(row, 'Key'),
      names: [nameOf(textOf(row, 'Key')), nameOf(textOf(row, 'Title'))],
      unit: textOf(row, 'Unit'),
    })),
    rowsPerArea: () => 1,
    limit: mostRows,
    async listKeys(prefixes) {
      const filter = startsWithAny('Key', prefixes);
      return readKeys(
        `${address}/${areaField}${writeQuery({ filter, select: ['Key'] })}`,
        'Key',
        prefixes,
        ask,
      );
    },
    async read(prefixes, measures) {
      const query = writeQuery({
        filter: startsWithAny(areaField, prefixes),
        select: [areaField, ...measures],
      });
      const cells = new Map<string, Map<string, Cell>>();
      for (const row of await readRows(`${address}/TypedDataSet${query}`, ask)) {
        const area = textOf(row, areaField);
        if (!prefixes.some((prefix) => area.startsWith(prefix))) continue;
        cells.set(area, new Map(measures.map((id) => [id, readCell(row[id])])));
      }
      return cells;
    },
  };
}

/** Opens a table through OData v4. `address` is that of the table. Throws InputError where it is not there. */
export async function openVersion4(address: string, ask: Ask): Promise<FigureService> {
  const codes = await readRows(`${address}/MeasureCodes`, ask);
  return {
    isProvisional: false,
    measures: codes.map((row) => ({
      id: textOf(row, 'Identifier'),
      names: [nameOf(textOf(row, 'Title'))],
      unit: textOf(row, 'Unit'),
    })),
    rowsPerArea: (measures) => measures,
    limit: 100_000,
    async listKeys(prefixes) {
      const filter = encodeURIComponent(startsWithAny('Identifier', prefixes));
      return readKeys(`${address}/${areaField}Codes?$filter=${filter}`, 'Identifier', prefixes, ask);
    },
    async read(prefixes, measures) {
      const wanted = measures.map((id) => `Measure eq '${id}'`).join(' or ');
      const filter = encodeURIComponent(`${startsWithAny(areaField, prefixes)} and (${wanted})`);
      const cells = new Map<string, Map<string, Cell>>();
      for (const row of await readRows(`${address}/Observations?$filter=${filter}`, ask)) {
        const [area, measure] = [textOf(row, areaField), textOf(row, 'Measure')];
        if (!measures.includes(measure) || !prefixes.some((prefix) => area.startsWith(prefix))) continue;
        const own = cells.get(area) ?? new Map<string, Cell>();
        cells.set(area, own.set(measure, readObservation(row)));
      }
      return cells;
    },
  };
}

/** Codes that begin with what was asked for: a service may not heed a filter that it does not understand. */
async function readKeys(
  address: string,
  field: string,
  prefixes: readonly string[],
  ask: Ask,
): Promise<string[]> {
  const keys = (await readRows(address, ask)).map((row) => textOf(row, field));
  return keys.filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));
}

function saysProvisional(about: Row): boolean {
  const texts = ['Title', 'ShortTitle', 'ShortDescription', 'Summary', 'ReasonDelivery'];
  return texts.some((key) => /\bvoorlopige?\b/i.test(textOf(about, key)));
}

function readCell(value: unknown): Cell {
  return typeof value === 'number' ? value : typeof value === 'string' ? value.trim() : null;
}

/** `ValueAttribute` says why a value is special; an observation that is left out is missing. */
function readObservation(row: Row): Cell {
  const attribute = textOf(row, 'ValueAttribute');
  if (/secret|confidential|geheim/i.test(attribute)) return 'x';
  const value = readCell(row.Value ?? row.StringValue);
  return typeof value === 'number' && /provisional|voorlopig/i.test(attribute) ? `${value}*` : value;
}
