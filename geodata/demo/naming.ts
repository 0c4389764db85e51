import type { Parcel } from './parcel.ts';
import { createNamedRandom } from './random.ts';

const beginnings = [
  'Molen',
  'Kerk',
  'Wilgen',
  'Berken',
  'Eiken',
  'Linden',
  'Vogel',
  'Ruiter',
  'Veen',
  'Stroom',
  'Beuken',
  'Roggen',
  'Haver',
  'Heide',
  'Dennen',
  'Essen',
  'Hooi',
  'Leeuwerik',
  'Hazel',
  'Brem',
];
const endings = ['kamp', 'hoek', 'maat', 'brink', 'horst', 'weide', 'laar', 'veld', 'esch', 'hagen'];
/** Quarters of a town, whose middle has no name of its own. */
const quarter = /^(Noord|Oost|Zuid|West)$| (Noord|Oost|Zuid|West)$/;

/** The made-up name of every parcel, unique in its municipality; a place of one part keeps the name of the place. */
export function nameParcels(parcels: readonly Parcel[], seed: number): string[] {
  const remaining = new Map<number, string[]>();
  return parcels.map(({ municipality, place, part, parts }) => {
    if (parts === 1) return place;
    if (part === 0 && !quarter.test(place)) return nameCentre(place);
    const pool = remaining.get(municipality) ?? shuffleNames(seed, municipality);
    remaining.set(municipality, pool);
    return pool.pop() ?? `${place} ${part}`;
  });
}

/** The part in the middle is named after the whole. */
function nameCentre(place: string): string {
  if (place === 'Binnenstad') return 'Stadshart';
  return place === 'Centrum' ? 'Dorpshart' : `${place} Kern`;
}

function shuffleNames(seed: number, municipality: number): string[] {
  const random = createNamedRandom(seed, `names ${municipality}`);
  return beginnings
    .flatMap((beginning) => endings.map((ending) => beginning + ending))
    .map((name) => ({ name, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);
}
