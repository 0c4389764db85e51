import { isObject } from '../package/descriptor.ts';
import { broken } from './odata.ts';

/** A feature as a service sends it. */
export interface SentFeature {
  readonly id: string | number | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
}

/** A page of a GeoJSON FeatureCollection; `matched` is null where the service does not count all that there is. */
export interface FeaturePage {
  readonly features: readonly SentFeature[];
  readonly matched: number | null;
  readonly links: readonly unknown[];
}

/** Reads a page. Throws InputError where the answer is no FeatureCollection. */
export function readPage(answer: unknown, address: string): FeaturePage {
  if (!isObject(answer) || !Array.isArray(answer.features))
    throw broken(address, 'the answer holds no list of features');
  const features = answer.features.map((feature: unknown): SentFeature => {
    if (!isObject(feature) || !isObject(feature.properties))
      throw broken(address, 'a feature of the answer has no properties');
    const { id, properties, geometry } = feature;
    return { id: typeof id === 'string' || typeof id === 'number' ? id : null, properties, geometry };
  });
  const { numberMatched, numberReturned } = answer;
  if (typeof numberReturned === 'number' && numberReturned > features.length)
    throw broken(address, `it says to send ${numberReturned} features and sent ${features.length}`);
  const matched = typeof numberMatched === 'number' ? numberMatched : null;
  return { features, matched, links: Array.isArray(answer.links) ? answer.links : [] };
}

/**
 * Gathers the features of pages, each once: pages may overlap while the service's data change. Those without an `id` are
 * the same where all of them is.
 */
export function gatherFeatures(): {
  readonly features: SentFeature[];
  /** Gives how many of the page were not there yet. */
  add(page: FeaturePage): number;
} {
  const features: SentFeature[] = [];
  const seen = new Set<string | number>();
  return {
    features,
    add(page) {
      const before = features.length;
      for (const feature of page.features) {
        const key = feature.id ?? JSON.stringify(feature);
        if (seen.has(key)) continue;
        seen.add(key);
        features.push(feature);
      }
      return features.length - before;
    },
  };
}

/** Throws InputError where fewer features came than the service counted: pages that overlapped or ended before their time. */
export function requireAll(gathered: readonly SentFeature[], matched: number | null, address: string): void {
  if (matched !== null && gathered.length < matched)
    throw broken(address, `it counts ${matched} features and sent ${gathered.length} different ones`);
}
