import type { Ask } from '../live/source.ts';
import { isObject } from '../package/descriptor.ts';
import { gatherFeatures, readPage, requireAll, type SentFeature } from './feature-page.ts';
import { broken } from './odata.ts';

/** The most features that a page may have; PDOK gives ten where nothing is said, and refuses more than this. */
const pageSize = 1_000;

/**
 * All features of a collection of OGC API Features, page after page through the links that the service gives: their
 * `cursor` is opaque. Only `f`, `limit` and the given conditions are asked, since PDOK refuses a parameter that it does
 * not know. Coordinates are longitude and latitude (CRS84). Pages are asked of the host that was asked first.
 */
export async function readCollection(
  collection: string,
  conditions: Readonly<Record<string, string>>,
  ask: Ask,
): Promise<SentFeature[]> {
  const gathered = gatherFeatures();
  let matched: number | null = null;
  const seen = new Set<string>();
  const query = new URLSearchParams({ f: 'json', limit: String(pageSize), ...conditions });
  for (let page: string | null = `${collection}/items?${query}`; page !== null; ) {
    if (seen.has(page)) throw broken(page, 'its pages go in a circle');
    seen.add(page);
    const read = readPage(await ask.json(page), page);
    matched = read.matched ?? matched;
    gathered.add(read);
    page = nextPage(read.links, page);
  }
  requireAll(gathered.features, matched, `${collection}/items`);
  return gathered.features;
}

/** The identifiers of the collections of a service. */
export async function listCollections(service: string, ask: Ask): Promise<string[]> {
  const address = `${service}/collections?f=json`;
  const answer = await ask.json(address);
  if (!isObject(answer) || !Array.isArray(answer.collections))
    throw broken(address, 'the answer holds no list of collections');
  return answer.collections.flatMap((one: unknown) =>
    isObject(one) && typeof one.id === 'string' ? [one.id] : [],
  );
}

function nextPage(links: readonly unknown[], page: string): string | null {
  for (const link of links)
    if (isObject(link) && link.rel === 'next' && typeof link.href === 'string') {
      const next = new URL(link.href, page);
      return `${new URL(page).origin}${next.pathname}${next.search}`;
    }
  return null;
}
