import { type Cursor, formatCursor, parseCursor } from '../../sql/cursor.ts';
import type { Database } from '../../sql/database.ts';
import { readPublicationStamp, readReleaseStamp } from '../../sql/publication-stamp.ts';
import type { Reader } from '../../sql/reader.ts';
import { invalidParameter, RequestProblem } from '../errors.ts';

/**
 * Gives the parts of a long answer one by one, as long as nothing is published or withdrawn while they are read. Throws
 * where something is: what is sent then breaks off, which nobody takes for the end.
 */
export async function* readOneRelease<Part>(
  db: Database,
  parts: AsyncIterable<Part>,
): AsyncGenerator<Part, undefined> {
  const before = await readPublicationStamp(db);
  for await (const part of parts) {
    // Of the same state before and after it was read, so all of it is.
    if ((await readPublicationStamp(db)) !== before)
      throw new Error('Something was published while these figures were sent; ask for them again');
    yield part;
  }
}

const between = '.';

/** Where the next page begins, as text that fits a URL and says of which releases the pages before it were. */
export async function writePageCursor(db: Database, reader: Reader, cursor: Cursor): Promise<string> {
  return `${formatCursor(cursor)}${between}${await readReleaseStamp(db, reader)}`;
}

/**
 * Where a page begins by what `writePageCursor` wrote. Throws a problem 400 where it wrote something else, and 410 where
 * other releases are shown since, so that nobody puts pages together of two states.
 */
export async function readPageCursor(db: Database, reader: Reader, text: string): Promise<Cursor> {
  const [key = '', stamp] = text.split(between);
  const cursor = parseCursor(key);
  if (!cursor || stamp === undefined) throw invalidParameter('after', 'a cursor as `next` gave it');
  if (stamp === (await readReleaseStamp(db, reader))) return cursor;
  throw new RequestProblem(
    'gone',
    'Figures were published or withdrawn since the first page: begin again, without `after`',
  );
}
