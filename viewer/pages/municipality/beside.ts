import type { ListedArea } from '../../../geodata/area-list.ts';

/** So many small drawings and columns can be looked over. */
const most = 30;

/**
 * The municipalities to put beside one, by name: all of a region; of a country those whose number of inhabitants (by area
 * index) is nearest to its own, as a ratio. One without known inhabitants comes last.
 */
export function chooseBeside(
  places: readonly ListedArea[],
  own: Pick<ListedArea, 'code'>,
  inhabitants: Float64Array | null,
): readonly ListedArea[] {
  const sizeOf = ({ index }: ListedArea) => inhabitants?.[index] ?? Number.NaN;
  const subject = places.find(({ code }) => code === own.code);
  const size = subject ? sizeOf(subject) : Number.NaN;
  const apart = (place: ListedArea) => {
    if (place.code === own.code) return -1;
    const ratio = Math.abs(Math.log(sizeOf(place) / size));
    return Number.isNaN(ratio) ? Number.POSITIVE_INFINITY : ratio;
  };
  const byName = places.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  if (byName.length <= most) return byName;
  const distances = new Map(byName.map((place) => [place, apart(place)]));
  const nearest = byName.toSorted((one, other) => {
    const [near, far] = [distances.get(one) ?? 0, distances.get(other) ?? 0];
    return near === far ? 0 : near - far;
  });
  const chosen = new Set(nearest.slice(0, most));
  return byName.filter((place) => chosen.has(place));
}
