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
  const matched = typeof answer.numberMatched === 'number' ? answer.numberMatched : null;
  return { features, matched, links: Array.isArray(answer.links) ? answer.links : [] };
}

/** Gathers the features of pages, each once: pages may overlap while the service's data change. */
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
      const fresh = page.features.filter(({ id }) => id === null || !seen.has(id));
      for (const feature of fresh) {
        if (feature.id !== null) seen.add(feature.id);
        features.push(feature);
      }
      return fresh.length;
    },
  };
}
