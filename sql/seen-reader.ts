import { readSeenAs, type SeenReader } from '../geodata/link/seen-reader.ts';
import { visibilities } from '../geodata/visibility.ts';
import { publicReader, type Reader } from './reader.ts';

/** The reader as whom an administrator looks: of a municipality, somebody who may see its own figures too. Null for none. */
export function findSeenReader(text: string): Reader | null {
  const seen = readSeenAs(text);
  return seen && toReader(seen);
}

function toReader(seen: SeenReader): Reader {
  const place = (visibilities as readonly string[]).indexOf(seen);
  if (place < 0) return { ...publicReader, municipalities: [seen] };
  return { rights: visibilities.slice(0, place + 1), municipalities: [] };
}
