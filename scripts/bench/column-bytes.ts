import { compress } from '../../api/release/compression.ts';
import { type ColumnData, decodeColumn, encodeColumn } from '../../geodata/columns/column.ts';
import { isMapLevel } from '../../geodata/level.ts';
import type { Result, Row } from './measurement.ts';
import { startProduct } from './product.ts';
import type { Region } from './region.ts';

const goal = 1.15;
/** Columns of fewer areas are little more than their envelope. */
const largeAreas = 100;

/** Column bytes as sent (brotli), against the order-0 entropy of what changes from period to period in them. */
export const columnBytesRow: Row = {
  id: 6,
  title: 'column bytes',
  against: 'order-0 entropy of the period-to-period deltas',
  better: 'lower',
  async measure(regions) {
    const results: Result[] = [];
    for (const key of regions.keys) results.push(await measureRegion(await regions.prepare(key)));
    return results;
  },
};

interface CatalogColumns {
  readonly indicators: readonly {
    readonly key: string;
    readonly columns: Readonly<Record<string, { readonly bytes: number }>>;
  }[];
}

async function measureRegion(region: Region): Promise<Result> {
  const { address, stop } = await startProduct(region);
  try {
    const catalog = (await (await fetch(`${address}/api/catalog`)).json()) as CatalogColumns;
    const columns = catalog.indicators.flatMap(({ key, columns: levels }) =>
      Object.entries(levels).map(([level, { bytes }]) => ({ path: `${key}/${level}`, level, bytes })),
    );
    const measured: MeasuredColumn[] = [];
    for (const { path, level, bytes } of columns) {
      if (!isMapLevel(level)) continue;
      const answer = await fetch(`${address}/api/columns/${path}`);
      if (!answer.ok) throw new Error(`the column ${path} answered ${answer.status}`);
      const column = decodeColumn(new Uint8Array(await answer.arrayBuffer()));
      const envelope = await measureEnvelope(column);
      measured.push({ path, bytes, envelope, entropy: columnEntropy(column), areas: column.size });
    }
    const ratio = compare(measured);
    const name = `column bytes, ${region.title}`;
    return { id: 6, name, ratio, goal, unit: '×', runs: 1, note: describe(measured) };
  } finally {
    await stop();
  }
}

interface MeasuredColumn {
  readonly path: string;
  readonly bytes: number;
  /** Bytes of the same column without a figure in it: what Arrow itself takes. */
  readonly envelope: number;
  readonly entropy: number;
  readonly areas: number;
}

function compare(columns: readonly MeasuredColumn[]): number {
  return sum(columns, 'bytes') / sum(columns, 'entropy');
}

function sum(columns: readonly MeasuredColumn[], part: 'bytes' | 'envelope' | 'entropy'): number {
  return columns.reduce((total, column) => total + column[part], 0);
}

function describe(columns: readonly MeasuredColumn[]): string {
  const [sent, envelope, entropy] = (['bytes', 'envelope', 'entropy'] as const).map((part) =>
    Math.round(sum(columns, part)),
  );
  const worst = columns.reduce((one, other) => (compare([other]) > compare([one]) ? other : one));
  const large = columns.filter(({ areas }) => areas >= largeAreas);
  const ofLarge = large.length > 0 ? compare(large).toFixed(2) : 'none';
  return (
    `${columns.length} columns, ${sent} bytes against ${entropy}, of which ${envelope} without any figure; ` +
    `the ${large.length} of at least ${largeAreas} areas: ${ofLarge}; ` +
    `worst ${worst.path}: ${compare([worst]).toFixed(2)}`
  );
}

/** All steps 0, every status that of the first area: what is left is schema, metadata and buffers of a known length. */
async function measureEnvelope(column: ColumnData): Promise<number> {
  const empty = new Float64Array(column.size);
  const periods = column.periods.map((period) => ({
    ...period,
    values: empty,
    statuses: new Uint8Array(column.size),
    ...(period.lower && { lower: empty }),
    ...(period.upper && { upper: empty }),
  }));
  return (await compress(encodeColumn({ ...column, periods }))).brotli.length;
}

/** Bytes that an ideal order-0 coder needs for the steps from period to period: of scaled values, bounds and statuses. */
function columnEntropy({ periods, scale }: ColumnData): number {
  const scaled = (numbers: Float64Array | undefined) =>
    numbers && Array.from(numbers, (number) => (Number.isNaN(number) ? null : Math.round(number * scale)));
  const runs = (['values', 'lower', 'upper'] as const).map((part) =>
    entropyOfSteps(periods.map((period) => scaled(period[part]) ?? [])),
  );
  const statuses = entropyOfSteps(periods.map((period) => Array.from(period.statuses)));
  return (runs.reduce((sum, bits) => sum + bits, statuses) + 7) / 8;
}

/** Bits of the differences from one row to the next, the first row as it is; null where a row has no number. */
function entropyOfSteps(rows: readonly (readonly (number | null)[])[]): number {
  const counts = new Map<number | null, number>();
  for (const [index, row] of rows.entries()) {
    for (const [i, number] of row.entries()) {
      const before = rows[index - 1]?.[i] ?? 0;
      const step = number === null ? null : number - before;
      counts.set(step, (counts.get(step) ?? 0) + 1);
    }
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts.values()].reduce((bits, count) => bits + count * Math.log2(total / count), 0);
}
