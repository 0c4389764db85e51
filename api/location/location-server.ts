import { z } from 'zod';
import { messageOf } from '../../geodata/problem.ts';
import { readBounded } from '../download/bounded-body.ts';
import { askService } from '../download/service.ts';

/** A place that somebody looks for by its name: an address, a street, a postcode or a town. */
export interface Place {
  /** As it is written: `Oude Markt 24, 7511GB Enschede`. */
  readonly name: string;
  /** Longitude and latitude in degrees. */
  readonly point: readonly [number, number];
}

/** Finds places by name, the best first. */
export interface LocationServer {
  /** `municipalities`: codes of those that are looked in. Throws LocationServerError. */
  find(text: string, municipalities: readonly string[]): Promise<Place[]>;
}

/** No places came; the message says why. */
export class LocationServerError extends Error {
  override readonly name = 'LocationServerError';
}

/** It does not take this text; others it may. */
class RefusedTextError extends LocationServerError {}

/** Whoever types waits for it, milliseconds. */
const longestWait = 1500;
/** After it failed it is left alone for so long, milliseconds: nobody waits again for who is silent. */
const restAfterFailure = 20_000;
const mostBytes = 256 * 1024;
const mostPlaces = 20;
const mostAtOnce = 8;
/** More would not fit in an address: then it is asked without. */
const mostMunicipalities = 60;

const answerSchema = z.object({
  response: z.object({
    docs: z.array(z.object({ weergavenaam: z.string().max(300), centroide_ll: z.string().max(100) })),
  }),
});

/**
 * A service that speaks as PDOK's Locatieserver (3.1) does, at `url`, below which `free` is asked. This server asks, so that
 * it learns what is looked for and not by whom. It is bounded in time, size and number, and no redirect is followed.
 */
export function openLocationServer(
  url: string,
  { now = Date.now, wait = longestWait }: { readonly now?: () => number; readonly wait?: number } = {},
): LocationServer {
  const base = url.replace(/\/+$/, '');
  let restsUntil = 0;
  let running = 0;
  const ask = async (address: string): Promise<Place[]> => {
    const response = await askService(address, { accept: 'application/json', wait });
    if (!response.ok) throw describeRefusal(response.status);
    const { docs } = answerSchema.parse(
      JSON.parse((await readBounded(response, mostBytes, refuseSize)).toString('utf8')),
    ).response;
    return docs.flatMap(({ weergavenaam: name, centroide_ll: text }) => {
      const point = readPoint(text);
      return point ? [{ name, point }] : [];
    });
  };
  return {
    async find(text, municipalities) {
      if (now() < restsUntil) throw new LocationServerError('it failed a moment ago');
      if (running >= mostAtOnce) throw new LocationServerError('too much is asked of it at once');
      running += 1;
      try {
        return await ask(`${base}/free?${writeQuery(text, municipalities)}`);
      } catch (error) {
        if (!(error instanceof RefusedTextError)) restsUntil = now() + restAfterFailure;
        throw error instanceof LocationServerError ? error : new LocationServerError(messageOf(error));
      } finally {
        running -= 1;
      }
    },
  };
}

/** 400 to 499 are about what was asked, but for 429: too much was. */
function describeRefusal(status: number): LocationServerError {
  const isOfText = status >= 400 && status < 500 && status !== 429;
  return new (isOfText ? RefusedTextError : LocationServerError)(`it answers ${status}`);
}

const refuseSize = () => new LocationServerError(`an answer of more than ${mostBytes} bytes`);

function writeQuery(text: string, municipalities: readonly string[]): URLSearchParams {
  const query = new URLSearchParams({
    q: text,
    rows: String(mostPlaces),
    fl: 'weergavenaam,centroide_ll',
  });
  query.append('fq', 'type:(adres OR weg OR postcode OR woonplaats)');
  const codes = municipalities.map((code) => code.replace(/^GM/, ''));
  if (codes.length > 0 && codes.length <= mostMunicipalities)
    query.append('fq', `gemeentecode:(${codes.join(' OR ')})`);
  return query;
}

/** Of well-known text, `POINT(6.89 52.22)`; null where it is none on earth. */
function readPoint(text: string): readonly [number, number] | null {
  const [, lon, lat] = /^POINT ?\((-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)\)$/.exec(text) ?? [];
  if (lon === undefined || lat === undefined) return null;
  return Math.abs(Number(lon)) <= 180 && Math.abs(Number(lat)) <= 90 ? [Number(lon), Number(lat)] : null;
}
