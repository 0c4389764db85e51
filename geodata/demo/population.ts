import { drawNormal } from '../statistics/random.ts';
import { toPoint } from './grid.ts';
import type { Parcel } from './parcel.ts';
import { createField, createNamedRandom } from './random.ts';

/** Who lives on a parcel, and what of it colours its figures. */
export interface Population {
  readonly key: string;
  readonly municipality: number;
  /** Inhabitants in 2025, and the growth of a year as a share. */
  readonly inhabitants: number;
  readonly growth: number;
  readonly householdSize: number;
  /** 0 in the fields, 1 in the centre of a city. */
  readonly urbanity: number;
  /** About -1 (well off) to 1 (hard up); neighbours are alike. */
  readonly hardship: number;
  /** Share aged 65 and over, in percent. */
  readonly older: number;
  /** Shops and nights out: 1 in the middle of the largest city, less in a town or village, 0 elsewhere. */
  readonly activity: number;
}

/** Peoples the parcels; `areasKm2` are theirs in the same order. */
export function placePopulation(
  parcels: readonly Parcel[],
  areasKm2: readonly number[],
  seed: number,
): Population[] {
  const hardshipField = createField(seed, 'hardship');
  const shares = shareOutSettlements(parcels, seed);
  const sizes = sizeMunicipalities(parcels);
  return parcels.map((parcel, index) => {
    const random = createNamedRandom(seed, `people ${parcel.key}`);
    const area = Math.max(areasKm2[index] ?? 1, 0.05);
    const rural = Math.max(80, area * 32 * Math.exp(0.3 * drawNormal(random)));
    const inhabitants = parcel.inhabitants === null ? rural : parcel.inhabitants * (shares[index] ?? 1);
    const density = inhabitants / area;
    const size = sizes.get(parcel.municipality) ?? 0;
    const urbanity = Math.max(0, Math.min(1, (Math.log10(density) - 1.6) / 2.2)) * (0.55 + 0.45 * size);
    const { x, y } = toPoint(parcel.longitude + 0.004 * parcel.part, parcel.latitude - 0.003 * parcel.part);
    const local = hardshipField(x / 3, y / 3) + 0.7 * drawNormal(random) * urbanity;
    return {
      key: parcel.key,
      municipality: parcel.municipality,
      inhabitants,
      growth: 0.004 * drawNormal(random) + 0.004 * urbanity,
      householdSize: 2.75 - 0.8 * urbanity + 0.08 * drawNormal(random),
      urbanity,
      hardship: Math.max(-1, Math.min(1, 0.5 * local + 0.7 * urbanity * size - 0.2)),
      older: Math.max(8, Math.min(42, 22 + 4 * drawNormal(random) - 3 * urbanity)),
      activity: activityOf(parcel),
    };
  });
}

export function inhabitantsIn(population: Population, year: number): number {
  return population.inhabitants * (1 + population.growth * (year - 2025));
}

function activityOf({ part, place, inhabitants }: Parcel): number {
  if (inhabitants === null || part !== 0) return 0;
  return place === 'Binnenstad' ? inhabitants / 13_000 : Math.min(0.4, inhabitants / 40_000);
}

/** How large a municipality's towns are together, from near 0 to 1 for the largest, Enschede. */
function sizeMunicipalities(parcels: readonly Parcel[]): Map<number, number> {
  const totals = new Map<number, number>();
  for (const { municipality, inhabitants, parts } of parcels)
    totals.set(municipality, (totals.get(municipality) ?? 0) + (inhabitants ?? 0) / parts);
  const largest = Math.max(...totals.values());
  return new Map([...totals].map(([municipality, total]) => [municipality, Math.sqrt(total / largest)]));
}

/** Each part's share of its settlement's inhabitants, adding up to one. */
function shareOutSettlements(parcels: readonly Parcel[], seed: number): number[] {
  const totals = new Map<string, number>();
  const placeOf = ({ key }: Parcel): string => key.slice(0, key.lastIndexOf('/'));
  const weights = parcels.map((parcel) => {
    const weight = 0.6 + 0.8 * createNamedRandom(seed, `share ${parcel.key}`)();
    totals.set(placeOf(parcel), (totals.get(placeOf(parcel)) ?? 0) + weight);
    return weight;
  });
  return parcels.map((parcel, index) => (weights[index] ?? 1) / (totals.get(placeOf(parcel)) ?? 1));
}
