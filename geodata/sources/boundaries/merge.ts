import { InputError } from '../../problem.ts';
import type { BoundaryFeature } from '../formats/feature.ts';
import type { Repair } from './repair.ts';

/**
 * Makes one feature of a neighbourhood's land and its water: the land gives name and parents, the shapes are put
 * together. Throws InputError where a code stands there twice otherwise.
 */
export function mergeFeatures(
  features: readonly BoundaryFeature[],
  file: string,
  repairs: Repair[],
): BoundaryFeature[] {
  const merged = new Map<string, BoundaryFeature>();
  for (const feature of features) {
    const known = merged.get(feature.code);
    if (!known) {
      merged.set(feature.code, feature);
      continue;
    }
    if (known.water === feature.water) throw describeDuplicate(feature, known, file);
    const land = known.water ? feature : known;
    merged.set(feature.code, { ...land, polygons: [...known.polygons, ...feature.polygons] });
    repairs.push({
      file,
      place: feature.place,
      message: `its land and water were put together (${known.place})`,
    });
  }
  return [...merged.values()];
}

function describeDuplicate(feature: BoundaryFeature, known: BoundaryFeature, file: string): InputError {
  return new InputError({
    file,
    place: feature.place,
    message: `the code stands at ${known.place.replace(/ \(.*/, '')} too`,
    remedy: 'make them one feature with a MultiPolygon, or correct the code',
  });
}
