import { codePatterns } from '../area.ts';

/** As whom an administrator may see the site, beside somebody of one municipality, by its code. */
export const seenReaders = ['public', 'partner', 'police'] as const;
export type SeenReader = (typeof seenReaders)[number] | `GM${string}`;

/** Parameter of any address, of the page and of what it asks for: as whom an administrator wants to see it. */
export const seeAsParameter = 'see-as';

/** The reader that a text names; null where it names none. */
export function readSeenAs(text: string): SeenReader | null {
  if (codePatterns.municipality.test(text)) return text as SeenReader;
  return seenReaders.find((reader) => reader === text) ?? null;
}

/** An address as it is asked for by who sees it as another; as it is where nobody does. */
export function addSeenAs(address: string, seen: string | null): string {
  if (seen === null) return address;
  return `${address}${address.includes('?') ? '&' : '?'}${seeAsParameter}=${encodeURIComponent(seen)}`;
}
