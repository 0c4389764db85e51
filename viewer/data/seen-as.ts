import { addSeenAs, readSeenAs, type SeenReader, seeAsParameter } from '../../geodata/link/seen-reader.ts';

/**
 * As whom an administrator sees the site, as the link said when the page was loaded; null: as himself. It never changes while
 * the page lives, as all that was fetched is for that reader alone: another choice loads the page anew.
 */
export const seenAs: SeenReader | null = readSeenAs(
  new URLSearchParams(globalThis.location?.search ?? '').get(seeAsParameter) ?? '',
);

/** An address of the server, as it is asked for on this page. */
export function addressHere(address: string): string {
  return addSeenAs(address, seenAs);
}
