import type { Ask } from '../live/source.ts';
import { gatherFeatures, readPage, requireAll, type SentFeature } from './feature-page.ts';
import { broken } from './odata.ts';

const pageSize = 1_000;

/** What is asked of a WFS 2.0: a type, and parameters of the service's own such as a filter. */
export interface FeatureQuestion {
  readonly typeName: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * All features that a WFS has for a question, by `count` and `startIndex`. A service may send fewer at once than it was
 * asked for, so that the next page begins where the last one ended; it is at its end when it has sent as many as it
 * counted, or nothing more. Throws InputError where pages repeat or fewer features come than were counted.
 */
export async function readFeatures(
  service: string,
  { typeName, parameters }: FeatureQuestion,
  ask: Ask,
): Promise<SentFeature[]> {
  const gathered = gatherFeatures();
  let matched: number | null = null;
  let start = 0;
  for (;;) {
    const address = `${service}?${writeQuestion(typeName, parameters, start)}`;
    const page = readPage(await ask.json(address), address);
    matched = page.matched ?? matched;
    start += page.features.length;
    const fresh = gathered.add(page);
    if (!page.features.length || (matched !== null && start >= matched)) break;
    if (!fresh) throw broken(address, 'it sends the same page again, whatever startIndex it is asked for');
  }
  requireAll(gathered.features, matched, `${service} (${typeName})`);
  return gathered.features;
}

/**
 * A filter for features of which a property has one of some values (OGC Filter Encoding 2.0). PDOK's WFS heeds this
 * one; it leaves a `cql_filter` aside without a word.
 */
export function writeFilter(property: string, values: readonly string[]): string {
  const conditions = values.map(
    (value) =>
      `<fes:PropertyIsEqualTo><fes:ValueReference>${property}</fes:ValueReference><fes:Literal>${value}</fes:Literal></fes:PropertyIsEqualTo>`,
  );
  const whole = conditions.length === 1 ? conditions.join('') : `<fes:Or>${conditions.join('')}</fes:Or>`;
  return `<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0">${whole}</fes:Filter>`;
}

function writeQuestion(
  typeName: string,
  parameters: Readonly<Record<string, string>>,
  startIndex: number,
): string {
  const fixed = { service: 'WFS', version: '2.0.0', request: 'GetFeature', typeName };
  const paging = { count: String(pageSize), startIndex: String(startIndex) };
  return String(new URLSearchParams({ ...fixed, ...parameters, ...paging }));
}
