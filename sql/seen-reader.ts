import { visibilities } from '../geodata/visibility.ts';
import { publicReader, type Reader } from './reader.ts';

/**
 * The reader as whom an administrator looks: `public`, `partner`, `police`, or the code of a municipality for somebody who
 * may see its own figures beside those of everyone. Null for any other text.
 */
export function readSeenReader(text: string): Reader | null {
  if (/^GM\d{4}$/.test(text)) return { ...publicReader, municipalities: [text] };
  const place = (['public', 'partner', 'police'] as string[]).indexOf(text);
  return place < 0 ? null : { rights: visibilities.slice(0, place + 1), municipalities: [] };
}
