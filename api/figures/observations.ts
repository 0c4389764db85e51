import { formatCsvRow } from '../../geodata/csv-row.ts';
import { readAddress } from '../../geodata/dimension.ts';
import { reasonGiven } from '../../geodata/observation.ts';
import type { Database } from '../../sql/database.ts';
import {
  type ObservationRow as HeldRow,
  listObservations,
  type ObservationFilter,
  type ObservationPage,
} from '../../sql/observations.ts';
import type { Reader } from '../../sql/reader.ts';
import type { ObservationRow, Observations } from '../schemas/observation.ts';
import { streamTexts } from '../sending/text-stream.ts';
import { readOneRelease, writePageCursor } from './one-release.ts';

/** The columns of the CSV: the fields of a row, in the order of the public contract. */
export const csvColumns = [
  'indicator',
  'category',
  'area',
  'areaName',
  'level',
  'boundaryYear',
  'period',
  'value',
  'lower',
  'upper',
  'sampleSize',
  'status',
  'origin',
  'source',
  'reason',
  'roundedTo',
] as const satisfies readonly (keyof ObservationRow)[];

/** Each reader who takes his time holds as many. */
const rowsAtOnce = 2000;

/** A page of figures as JSON, from a database that stays as it is meanwhile. */
export async function readObservations(
  db: Database,
  reader: Reader,
  filter: ObservationFilter,
): Promise<Observations> {
  const page = await listObservations(db, reader, filter);
  const next = page.next && (await writePageCursor(db, reader, page.next));
  return { rows: describeRows(page), sources: page.sources, next };
}

function describeRows({ rows, sources }: ObservationPage): ObservationRow[] {
  const titles = new Map(sources.map(({ key, title }) => [key, title]));
  return rows.map(({ note, source, ...row }) => ({
    ...row,
    ...describeProtection(note),
    ...readAddress(row.indicator),
    source: titles.get(source) ?? source,
  }));
}

/** Why a figure is withheld or indicative, and to what it was rounded so that it points at nobody. */
export function describeProtection(note: HeldRow['note']): Pick<ObservationRow, 'reason' | 'roundedTo'> {
  return { reason: reasonGiven(note), roundedTo: note?.roundedTo ?? null };
}

/**
 * The figures as CSV (RFC 4180, UTF-8), page after page as the client takes them; up to `limit` rows, or all of them.
 * The first page is read at once, so that what fails at the start still becomes a problem. All of it is of one state of what
 * is published, or it breaks off.
 */
export async function streamObservations(
  db: Database,
  reader: Reader,
  filter: Omit<ObservationFilter, 'limit'>,
  limit = Number.POSITIVE_INFINITY,
): Promise<ReadableStream<Uint8Array>> {
  return streamTexts(writePages(readOneRelease(db, listPages(db, reader, filter, limit))));
}

async function* writePages(pages: AsyncIterable<ObservationPage>): AsyncGenerator<string, undefined> {
  let head = formatCsvRow(csvColumns);
  for await (const page of pages) {
    const lines = describeRows(page).map((row) => formatCsvRow(csvColumns.map((column) => row[column])));
    yield head + lines.join('');
    head = '';
  }
}

async function* listPages(
  db: Database,
  reader: Reader,
  filter: Omit<ObservationFilter, 'limit'>,
  limit: number,
): AsyncGenerator<ObservationPage, undefined> {
  let after = filter.after;
  for (let left = limit; left > 0; left -= rowsAtOnce) {
    const page = await listObservations(db, reader, { ...filter, after, limit: Math.min(left, rowsAtOnce) });
    yield page;
    if (!page.next) return;
    after = page.next;
  }
}
