import { InputError } from '../../problem.ts';
import type { BoundaryFeature } from '../formats/feature.ts';
import type { Repair } from './repair.ts';

/**
 * Makes one feature of a neighbourhood's land and its water: the land gives name and parents, the shapes are put
 * together. A feature that is the same as another in everything is left out. Throws InputError where a code stands there
 * twice otherwise.
 */
export function mergeFeatures(
  features: readonly BoundaryFeature[],
  file: string,
  repairs: Repair[],
): { features: BoundaryFeature[]; joined: number; repeated: number } {
  const merged = new Map<string, BoundaryFeature>();
  const parts = new Map<string, BoundaryFeature[]>();
  const counts = { joined: 0, repeated: 0 };
  const note = ({ place }: BoundaryFeature, message: string) => repairs.push({ file, place, message });
  for (const feature of features) {
    const known = merged.get(feature.code);
    const before = parts.get(feature.code) ?? [];
    const same = before.find((other) => isSame(other, feature));
    parts.set(feature.code, [...before, feature]);
    if (!known) merged.set(feature.code, feature);
    else if (same) {
      counts.repeated += 1;
      note(feature, `it is the same as ${nameFeature(same)} and was left out`);
    } else {
      if (known.water === feature.water || before.length > 1) throw describeDuplicate(feature, known, file);
      const land = known.water ? feature : known;
      merged.set(feature.code, { ...land, polygons: [...known.polygons, ...feature.polygons] });
      counts.joined += 1;
      note(feature, `its land and water were put together (${known.place})`);
    }
  }
  return { features: [...merged.values()], ...counts };
}

function isSame({ place: _, ...one }: BoundaryFeature, { place: __, ...other }: BoundaryFeature): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function nameFeature({ place }: BoundaryFeature): string {
  return place.replace(/ \(.*/, '');
}

function describeDuplicate(feature: BoundaryFeature, known: BoundaryFeature, file: string): InputError {
  return new InputError({
    file,
    place: feature.place,
    message: `the code stands at ${nameFeature(known)} too`,
    remedy: 'make them one feature with a MultiPolygon, or correct the code',
  });
}
