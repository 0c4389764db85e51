import type { Logger } from 'pino';
import { levelOfCode } from '../../geodata/area.ts';
import { messageOf } from '../../geodata/problem.ts';
import type { Database } from '../../sql/database.ts';
import { findNeighbourhoodsAt, listLatestMunicipalities } from '../../sql/places.ts';
import type { Reader } from '../../sql/reader.ts';
import type { AreaHit } from '../../sql/search.ts';
import type { LocationServer } from './location-server.ts';

/** A neighbourhood, and the place in it that was looked for. */
export interface PlaceHit extends AreaHit {
  readonly place: string;
}

/** Whether places were looked for too: `not-asked` where nobody is set to be asked, or the text is too short or a code. */
export type Addresses = 'asked' | 'not-asked' | 'unavailable';

const shortest = 3;

/** Neighbourhoods with the places that a text names, each with the best of them. What our own database does wrong is thrown. */
export async function searchPlaces(
  { server, logger }: { readonly server: LocationServer; readonly logger: Logger },
  db: Database,
  reader: Reader,
  text: string,
): Promise<{ readonly hits: PlaceHit[]; readonly addresses: Addresses }> {
  const words = text.trim();
  if (words.length < shortest || levelOfCode(words.toUpperCase()) !== null)
    return { hits: [], addresses: 'not-asked' };
  const municipalities = await listLatestMunicipalities(db, reader);
  const places = await server.find(words, municipalities).catch((error: unknown) => {
    logger.warn({ reason: messageOf(error) }, 'the location server gives no places');
    return null;
  });
  if (!places) return { hits: [], addresses: 'unavailable' };
  const found = await findNeighbourhoodsAt(
    db,
    reader,
    places.map(({ point }) => point),
  );
  const byCode = new Map<string, PlaceHit>();
  for (const { at, ...hit } of found)
    if (!byCode.has(hit.code)) byCode.set(hit.code, { ...hit, place: places[at]?.name ?? '' });
  return { hits: [...byCode.values()], addresses: 'asked' };
}
